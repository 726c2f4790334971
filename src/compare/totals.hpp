// Sums over all plans of what the Comparison holds plan by plan: what reports show in their overviews.
#pragma once

#include <vector>

#include "compare/comparison.hpp"

namespace pst::compare {

/// One theme over all plans.
struct ThemeTotal {
  int nodes = 0;     ///< nodes that have the theme
  int primary = 0;   ///< nodes whose first theme it is
  int measures = 0;  ///< projects, actions, sub-actions that have it
  int plans = 0;     ///< plans with at least one such node
};

/// One year over all plans.
struct YearTotal {
  int active = 0;    ///< nodes whose period holds the year
  int starting = 0;  ///< nodes whose period begins in it
  int ending = 0;    ///< nodes whose period ends in it
  int plans = 0;     ///< plans with at least one node active
};

struct Totals {
  std::vector<ThemeTotal> themes;  ///< as Comparison::themes
  std::vector<YearTotal> years;    ///< as Comparison::years
  Quality quality;                 ///< sums, without notes; completeness over the measures of all plans
};

Totals totals_of(const Comparison& comparison);

}  // namespace pst::compare
