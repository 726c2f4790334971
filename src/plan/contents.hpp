// The table of contents: a list of entries that come again as headings of the plan.
#pragma once

#include "grammar/library.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Marks the lines of tables of contents: below a head such as `Sommaire`, the short lines up to the last one
/// that comes again as a heading.
void find_contents(Scan& scan, const grammar::Library& library);

}  // namespace pst::plan
