#include "compare/totals.hpp"

#include <numeric>

namespace pst::compare {

namespace {

int sum(const std::vector<int>& by_plan) {
  return std::accumulate(by_plan.begin(), by_plan.end(), 0);
}

ThemeTotal theme_total(const Comparison& c, std::size_t theme) {
  ThemeTotal total;
  for (const std::vector<MatrixCell>& row : c.matrix) {
    const MatrixCell& cell = row[theme];
    total.nodes += cell.nodes;
    total.primary += cell.primary;
    total.measures += cell.measures;
    total.plans += cell.nodes > 0 ? 1 : 0;
  }
  return total;
}

YearTotal year_total(const YearEntry& year) {
  YearTotal total{sum(year.active), sum(year.starting), sum(year.ending)};
  for (const int nodes : year.active) total.plans += nodes > 0 ? 1 : 0;
  return total;
}

Quality quality_total(const Comparison& c) {
  Quality total;
  double stated = 0;
  int measures = 0;
  for (const PlanEntry& plan : c.plans) {
    const Quality& q = plan.quality;
    total.numbering_gaps += q.numbering_gaps;
    total.contradictions += q.contradictions;
    total.empty_titles += q.empty_titles;
    total.childless += q.childless;
    total.doubts += q.doubts;
    total.doubtful_nodes += q.doubtful_nodes;
    stated += q.completeness * plan.counts.measures;
    measures += plan.counts.measures;
  }
  if (measures > 0) total.completeness = stated / measures;
  return total;
}

}  // namespace

Totals totals_of(const Comparison& comparison) {
  Totals totals;
  for (std::size_t theme = 0; theme < comparison.themes.size(); ++theme) {
    totals.themes.push_back(theme_total(comparison, theme));
  }
  for (const YearEntry& year : comparison.years) totals.years.push_back(year_total(year));
  totals.quality = quality_total(comparison);
  return totals;
}

}  // namespace pst::compare
