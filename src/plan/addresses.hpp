// Numbers that name a node from the outside in: `2.1.3` for the third action of the first objective below
// O.S. 2; and the nodes that a number may mean.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "grammar/number.hpp"
#include "plan/draft.hpp"

namespace pst::plan {

/// Whether the components are the node's own number, or those of its ancestors and its own in a row.
bool has_address(const std::vector<Draft>& nodes, int node, const grammar::Number& number);

/// The nodes by the last component of their numbers, in the plan's order.
class NumberIndex {
 public:
  /// A component that more than `most` nodes end with tells none of them, so that each look-up costs little.
  NumberIndex(const std::vector<Draft>& nodes, std::size_t most);

  /// The nodes whose number ends like that one; none where they are too many.
  const std::vector<int>& ending_like(const grammar::Number& number) const;

 private:
  std::size_t most_;
  std::unordered_map<int, std::vector<int>> by_last_;
};

}  // namespace pst::plan
