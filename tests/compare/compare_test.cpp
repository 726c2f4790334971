#include <gtest/gtest.h>

#include "compare/plans.hpp"

namespace pst::compare {
namespace {

using test::bruyeres;
using test::lexicon;
using test::outline;
using test::valmont;

std::string findings_of(const Comparison& c) {
  std::string out;
  for (const Finding& finding : c.findings) out += finding.rule + ":" + finding.input + " ";
  return out;
}

TEST(Compare, OnePlanAloneWorks) {
  const Comparison c = compare({valmont()}, lexicon());
  EXPECT_EQ(c.plans.size(), 1U);
  EXPECT_EQ(c.nodes.size(), 11U);
  EXPECT_TRUE(c.pairs.empty());
  EXPECT_TRUE(c.particular.empty());
  EXPECT_EQ(findings_of(c), "");
}

TEST(Compare, NoPlanIsAnEmptyComparison) {
  const Comparison c = compare({}, lexicon());
  EXPECT_TRUE(c.plans.empty());
  EXPECT_TRUE(c.nodes.empty());
}

TEST(Compare, APlanGivenTwiceCountsOnce) {
  NamedPlan copy = valmont();
  copy.name = "copie";
  const Comparison c = compare({valmont(), copy, bruyeres()}, lexicon());
  EXPECT_EQ(c.plans.size(), 2U);
  EXPECT_EQ(findings_of(c), "same-plan-twice:copie ");
  EXPECT_EQ(c.plans[1].input, 2);
}

TEST(Compare, PlansOfOneNameAreToldApart) {
  NamedPlan other = bruyeres();
  other.name = "valmont";
  const Comparison c = compare({valmont(), other}, lexicon());
  EXPECT_EQ(c.plans[1].name, "valmont-2");
  EXPECT_EQ(c.nodes.back().id, "valmont-2:OS2-OO1-A2");
  EXPECT_EQ(findings_of(c), "renamed:valmont ");
}

TEST(Compare, AnEmptyPlanIsNamed) {
  const Comparison c = compare({outline("vide", ""), valmont()}, lexicon());
  EXPECT_EQ(findings_of(c), "empty-plan:vide ");
  EXPECT_EQ(c.plans.size(), 2U);
}

TEST(Compare, TheFlatListKeepsTheTree) {
  const Comparison c = compare({bruyeres(), valmont()}, lexicon());
  const NodeEntry& node = test::node_named(c, "valmont:OS1-OO2-A1");
  const NodeEntry& parent = c.nodes[static_cast<std::size_t>(node.parent)];
  EXPECT_EQ(parent.code, "OS1-OO2");
  EXPECT_EQ(parent.subtree, 3);
  EXPECT_EQ(node.depth, 2);
  EXPECT_EQ(node.ancestors.back(), node.parent);
  EXPECT_TRUE(node.leaf);
  EXPECT_EQ(c.plans[1].first_node, 9);
  EXPECT_EQ(c.totals.nodes, c.plans[0].counts.nodes + c.plans[1].counts.nodes);
}

TEST(Compare, CountsWhatIsStated) {
  NamedPlan plan = outline(
      "p", "VI Interne\n  OS1 Bâtiments\n    OS1-A1 Toiture\n    OS1-A2 Peintures\nVE Externe\n  OS2 Rien\n");
  plan::Node& action = plan.plan.nodes[0].children[0].children[0];
  action.attributes.priority = "high";
  action.attributes.period = plan::Period{2020, 2021};
  action.attributes.budget = {{1500, "EUR", std::nullopt, ""}};
  plan.plan.diagnostics = {
      {source::About::plan, source::Severity::warning, "numbering-gap", "manque", "OS2", {}},
      {source::About::reading, source::Severity::warning, "doubt", "doute", "OS1-A2", {}}};
  const Comparison c = compare({plan}, lexicon());
  const PlanEntry& entry = c.plans[0];
  EXPECT_EQ(entry.counts.measures, 2);
  EXPECT_EQ(entry.counts.with_priority, 1);
  EXPECT_EQ(entry.counts.priority.at("high"), 1);
  EXPECT_EQ(entry.counts.budget, 1500);
  EXPECT_EQ(entry.volets.size(), 2U);
  EXPECT_EQ(entry.volets[0].counts.nodes, 3);
  EXPECT_EQ(entry.quality.numbering_gaps, 1);
  EXPECT_EQ(entry.quality.doubts, 1);
  EXPECT_EQ(entry.quality.childless, 1);  // OS2
  EXPECT_EQ(entry.quality.completeness, 0.25);
  ASSERT_EQ(c.years.size(), 2U);
  EXPECT_EQ(c.years[0].active[0], 1);
  EXPECT_EQ(c.years[1].ending[0], 1);
}

TEST(Compare, TheMatrixAddsUp) {
  const Comparison c = compare({valmont(), bruyeres()}, lexicon());
  ASSERT_EQ(c.matrix.size(), 2U);
  for (std::size_t p = 0; p < 2; ++p) {
    int primary = 0;
    for (const MatrixCell& cell : c.matrix[p]) {
      primary += cell.primary;
      EXPECT_LE(cell.primary, cell.nodes);
      EXPECT_LE(cell.measures, cell.nodes);
    }
    EXPECT_EQ(primary, c.plans[p].counts.with_theme);
  }
}

}  // namespace
}  // namespace pst::compare
