// What is counted across plans: themes, partners, years. Internal to the compare room.
#pragma once

#include "compare/comparison.hpp"

namespace pst::compare {

/// Plan by theme.
void count_themes(Comparison& out);

/// Who names which partner or programme.
void count_mentions(Comparison& out);

/// Periods, year by year.
void count_years(Comparison& out);

/// How far the comparison reaches; everything else is to be there.
void count_reach(Comparison& out);

/// Whether a node takes part in the comparison of measures: below volets and axes, with words.
bool is_compared(const NodeEntry& node);

}  // namespace pst::compare
