// Which node of a later plan is which of an earlier one. Internal to the compare room.
#pragma once

#include <vector>

#include "compare/measures.hpp"

namespace pst::compare {

/// Nodes of two plans in one list, the earlier plan's first.
struct TwoPlans {
  const std::vector<NodeEntry>& nodes;
  const std::vector<Measure>& measures;
  int first_after = 0;  ///< nodes from here on are the later plan's
};

struct Alignment {
  std::vector<int> counterpart;         ///< by node: the node that it is in the other plan, or -1
  std::vector<double> likeness;         ///< by node, of the pair
  std::vector<std::vector<int>> parts;  ///< by earlier node: the later nodes it was split into, two or more
};

/// Same wording goes together wherever it stands, the same place preferred; of the rest, what is alike
/// enough, by the best assignment, the tree's place helping; and what two or more new nodes cover is split.
Alignment align(const TwoPlans& plans);

}  // namespace pst::compare
