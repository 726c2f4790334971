// Plans without any marker: headings above nested lists.
#pragma once

#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Where nothing in the document is numbered, the headings of one form that stand right above lists are its
/// strategic objectives, or its operational ones where larger headings stand above them. A guess, which
/// Candidates::guessed_ladder says.
void head_lists(const Scan& scan, Candidates& candidates);

}  // namespace pst::plan
