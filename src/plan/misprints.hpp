// Numbers of labels that the others around them prove wrong.
#pragma once

#include <string>
#include <vector>

#include "plan/draft.hpp"

namespace pst::plan {

/// Sets Draft::meant where a number cannot be right and what stands around it leaves one: those before and
/// after it in its series, and the numbers below it, of which two must agree. `O.S. 4` between 2 and 4.
void find_misprints(Drafts& drafts);

/// Appends a doubt about each numbered node, with all below it, whose number fits its place but not its code:
/// it is another's already, or was misprinted and counts through the document.
void doubt_numbers(const Drafts& drafts, const std::vector<std::string>& codes,
                   std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
