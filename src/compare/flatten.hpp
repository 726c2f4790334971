// Plans as one flat list of nodes, with what each states counted. Internal to the compare room.
#pragma once

#include "compare/comparison.hpp"

namespace pst::compare {

/// Adds `input` to the comparison: its nodes, and its entry without counts.
void add_plan(NamedPlan&& input, Comparison& out);

/// Fills counts, volets, axes and quality of every plan, and the totals. Themes are to be there.
void count_plans(Comparison& out);

}  // namespace pst::compare
