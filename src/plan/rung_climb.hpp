// Which rung each family of markers stands for.
//
// Climbing from the order in which the families first appear: each assignment is rated by how well the
// numbers then follow one another and the rungs nest, every candidate judged in order and by itself.
#pragma once

#include <vector>

#include "plan/candidate.hpp"

namespace pst::plan {

struct Rungs {
  std::vector<int> kinds;      ///< per family: its Kind, or kRejected where it opens nothing
  std::vector<bool> inferred;  ///< per family: the rung was inferred, not read
};

Rungs climb_rungs(const Candidates& candidates);

}  // namespace pst::plan
