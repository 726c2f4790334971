// Numbers that name a node from the outside in: `2.1.3` for the third action of the first objective below
// O.S. 2.
#pragma once

#include <vector>

#include "grammar/number.hpp"
#include "plan/draft.hpp"

namespace pst::plan {

/// Whether the components are the node's own number, or those of its ancestors and its own in a row.
bool has_address(const std::vector<Draft>& nodes, int node, const grammar::Number& number);

}  // namespace pst::plan
