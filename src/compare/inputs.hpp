// What is odd about the plans to be compared. Internal to the compare room.
#pragma once

#include "compare/comparison.hpp"

namespace pst::compare {

struct Accepted {
  NamedPlan plan;
  int input = -1;  ///< which of the plans given it is
};

/// The plans that will be compared, in their order, each under a name of its own. A plan that stands twice
/// under the same wording is taken once; that, empty plans and changed names are findings.
std::vector<Accepted> accept(std::vector<NamedPlan> plans, std::vector<Finding>& findings);

}  // namespace pst::compare
