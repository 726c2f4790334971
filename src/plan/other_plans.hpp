// Objectives of another plan that the document speaks of: the one before it, that of another body.
#pragma once

#include <vector>

#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Behind a heading that may announce another plan (`[[boundary]] what = 'other'`), numbers that begin again
/// with other words than in the rest of the document are that plan's: such candidates become mentions. A
/// diagnostic points at them.
void set_other_plans_aside(const Scan& scan, Candidates& candidates,
                           std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
