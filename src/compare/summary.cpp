#include "compare/summary.hpp"

#include <algorithm>

namespace pst::compare {

namespace {

// Years that a period may hold; what lies outside is a slip of the pen.
constexpr int kFirstYear = 1990, kLastYear = 2060;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

bool is_measure(const NodeEntry& node) {
  return node.kind >= plan::Kind::project;
}

/// First and last year; nothing where none is stated, or none that can be.
std::optional<std::pair<int, int>> span_of(const std::optional<plan::Period>& period) {
  if (!period || (!period->start && !period->end)) return std::nullopt;
  const int start = period->start.value_or(period->end.value_or(0));
  const int end = period->end.value_or(start);
  if (start < kFirstYear || end > kLastYear || end < start) return std::nullopt;
  return std::pair{start, end};
}

}  // namespace

bool is_compared(const NodeEntry& node) {
  return node.kind > plan::Kind::axis && !node.title.empty();
}

void count_themes(Comparison& out) {
  out.matrix.assign(out.plans.size(), std::vector<MatrixCell>(out.themes.size()));
  std::vector<int> counted(out.plans.size(), 0);
  for (const NodeEntry& node : out.nodes) {
    if (!is_compared(node)) continue;
    ++counted[at(node.plan)];
    bool first = true;
    for (const ThemeShare& share : node.themes) {
      if (share.weight < kThemeHolds) continue;
      MatrixCell& cell = out.matrix[at(node.plan)][at(share.theme)];
      ++cell.nodes;
      cell.measures += is_measure(node) ? 1 : 0;
      cell.primary += first ? 1 : 0;
      first = false;
    }
  }
  for (std::size_t p = 0; p < out.plans.size(); ++p) {
    for (MatrixCell& cell : out.matrix[p])
      cell.share = counted[p] == 0 ? 0 : static_cast<double>(cell.primary) / counted[p];
  }
}

void count_mentions(Comparison& out) {
  std::vector<EntityUse> uses(out.entities.size());
  for (std::size_t i = 0; i < out.nodes.size(); ++i) {
    for (const Mention& mention : out.nodes[i].mentions) {
      EntityUse& use = uses[at(mention.entity)];
      use.entity = mention.entity;
      const int node = static_cast<int>(i);
      if (use.nodes.empty() || use.nodes.back() != node) use.nodes.push_back(node);
      const int plan = out.nodes[i].plan;
      if (use.plans.empty() || use.plans.back() != plan) use.plans.push_back(plan);
    }
  }
  std::erase_if(uses, [](const EntityUse& use) { return use.nodes.empty(); });
  std::stable_sort(uses.begin(), uses.end(), [](const EntityUse& a, const EntityUse& b) {
    return a.plans.size() != b.plans.size() ? a.plans.size() > b.plans.size()
                                            : a.nodes.size() > b.nodes.size();
  });
  out.uses = std::move(uses);
}

void count_years(Comparison& out) {
  int first = kLastYear + 1, last = kFirstYear - 1;
  const auto widen = [&](const std::optional<plan::Period>& period) {
    if (const auto span = span_of(period)) {
      first = std::min(first, span->first);
      last = std::max(last, span->second);
    }
  };
  for (const PlanEntry& plan : out.plans) widen(plan.document.period);
  for (const NodeEntry& node : out.nodes) widen(node.attributes.period);
  if (first > last) return;
  const std::size_t plans = out.plans.size();
  for (int year = first; year <= last; ++year) {
    out.years.push_back({year, std::vector<int>(plans, 0), std::vector<int>(plans, 0),
                         std::vector<int>(plans, 0), std::vector<bool>(plans, false)});
  }
  for (std::size_t p = 0; p < plans; ++p) {
    if (const auto span = span_of(out.plans[p].document.period)) {
      for (int year = span->first; year <= span->second; ++year)
        out.years[at(year - first)].planned[p] = true;
    }
  }
  for (const NodeEntry& node : out.nodes) {
    const auto span = span_of(node.attributes.period);
    if (!span) continue;
    for (int year = span->first; year <= span->second; ++year)
      ++out.years[at(year - first)].active[at(node.plan)];
    ++out.years[at(span->first - first)].starting[at(node.plan)];
    ++out.years[at(span->second - first)].ending[at(node.plan)];
  }
}

void count_reach(Comparison& out) {
  Reach& reach = out.reach;
  reach.plans = static_cast<int>(out.plans.size());
  reach.nodes = static_cast<int>(out.nodes.size());
  reach.pairs = static_cast<int>(out.pairs.size());
  reach.clusters = static_cast<int>(out.clusters.size());
  reach.entities = static_cast<int>(out.uses.size());
  for (const NodeEntry& node : out.nodes) {
    reach.mentions += static_cast<int>(node.mentions.size());
    if (!is_compared(node)) continue;
    ++reach.compared;
    reach.with_theme += !node.themes.empty() && node.themes.front().weight >= kThemeHolds ? 1 : 0;
    reach.in_cluster += node.cluster >= 0 ? 1 : 0;
    reach.particular += node.particular ? 1 : 0;
  }
}

}  // namespace pst::compare
