// Measures that several plans share, as groups an analyst would make. Internal to the compare room.
#pragma once

#include <vector>

#include "compare/comparison.hpp"
#include "compare/neighbours.hpp"

namespace pst::compare {

/// Groups strong pairs. Two groups become one only where their members are alike on average, so that no chain
/// of weak links is formed; a plan has few members in a group. `pairs` best first.
std::vector<Cluster> clusters_of(const std::vector<Pair>& pairs, const std::vector<Measure>& measures,
                                 const std::vector<NodeEntry>& nodes, const std::vector<int>& rank);

}  // namespace pst::compare
