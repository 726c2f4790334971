// Two names in one cell with nothing but a line's end between them.
#pragma once

#include <vector>

#include "plan/draft.hpp"

namespace pst::plan {

/// Parts what is read as one responsible where both halves stand alone in other places of the plan, each more
/// than once: `Anne Marc`.
void part_joined_names(std::vector<Draft>& nodes);

}  // namespace pst::plan
