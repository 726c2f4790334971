// What can only be told of the candidates once all of them stand: words that open nothing, headings of the
// front matter, objectives named twice.
#pragma once

#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

void review(const Scan& scan, Candidates& candidates);

}  // namespace pst::plan
