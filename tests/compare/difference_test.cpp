#include <gtest/gtest.h>

#include "compare/assignment.hpp"
#include "compare/difference.hpp"
#include "compare/plans.hpp"

namespace pst::compare {
namespace {

using test::lexicon;
using test::outline;

/// `kept OS1 OS1; reworded OS1-A1 OS1-A2; …`
std::string steps_of(const Difference& d) {
  static constexpr const char* kNames[] = {"kept", "moved", "reworded", "split", "dropped", "added"};
  std::string out;
  for (const Step& step : d.steps) {
    out += kNames[static_cast<std::size_t>(step.change)];
    for (const int i : step.before) out += " " + d.before[static_cast<std::size_t>(i)].code;
    out += " >";
    for (const int i : step.after) out += " " + d.after[static_cast<std::size_t>(i)].code;
    out += "; ";
  }
  return out;
}

Difference diff(const std::string& before, const std::string& after) {
  return difference(outline("avant", before), outline("apres", after), lexicon());
}

TEST(Difference, APlanAndItselfAreKept) {
  const Difference d = difference(test::valmont(), test::valmont(), lexicon());
  EXPECT_EQ(d.counts.kept, 11);
  EXPECT_EQ(d.steps.size(), 11U);
}

TEST(Difference, SameWordsBelowAnotherParentMoved) {
  EXPECT_EQ(steps_of(diff("OS1 Loger\n  OS1-A1 Un taxi social\nOS2 Bouger\n  OS2-A1 Des vélos\n",
                          "OS1 Loger\nOS2 Bouger\n  OS2-A1 Des vélos\n  OS2-A2 Un taxi social\n")),
            "kept OS1 > OS1; kept OS2 > OS2; kept OS2-A1 > OS2-A1; moved OS1-A1 > OS2-A2; ");
}

TEST(Difference, OtherWordsForTheSameMeasureAreMarked) {
  const Difference d = diff("OS1 Bouger\n  OS1-A1 Créer un taxi social rural\n",
                            "OS1 Bouger\n  OS1-A1 Créer un grand taxi social\n");
  ASSERT_EQ(steps_of(d), "kept OS1 > OS1; reworded OS1-A1 > OS1-A1; ");
  std::string marks;
  for (const WordRun& run : d.steps[1].words)
    marks += std::string(run.in == WordRun::In::both     ? "="
                         : run.in == WordRun::In::before ? "-"
                                                         : "+") +
             run.text + "|";
  EXPECT_EQ(marks, "=Créer un|+grand|=taxi social|-rural|");
}

TEST(Difference, WhatTwoCoverIsSplit) {
  EXPECT_EQ(steps_of(diff("OS1 Santé\n  OS1-A1 Plan canicule et plan grand froid\n",
                          "OS1 Santé\n  OS1-A1 Plan canicule\n  OS1-A2 Plan grand froid\n")),
            "kept OS1 > OS1; split OS1-A1 > OS1-A1 OS1-A2; ");
}

TEST(Difference, DroppedAndAddedStandWhereTheyStood) {
  EXPECT_EQ(steps_of(diff("OS1 Santé\n  OS1-A1 Des vélos\n  OS1-A2 Un médecin\n",
                          "OS1 Santé\n  OS1-A1 Un médecin\n  OS1-A2 Une crèche\n")),
            "kept OS1 > OS1; dropped OS1-A1 >; kept OS1-A2 > OS1-A1; added > OS1-A2; ");
}

TEST(Difference, AStatusThatWentForward) {
  NamedPlan before = outline("avant", "OS1 Santé\n  OS1-A1 Un médecin\n");
  NamedPlan after = before;
  before.plan.nodes[0].children[0].attributes.status = "in_progress";
  after.plan.nodes[0].children[0].attributes.status = "completed";
  const Difference d = difference(before, after, lexicon());
  ASSERT_EQ(d.steps.size(), 2U);
  EXPECT_TRUE(d.steps[1].advanced);
  EXPECT_EQ(d.steps[1].attributes.at(0).attribute, "status");
  EXPECT_EQ(difference(after, before, lexicon()).counts.advanced, 0);
}

TEST(Difference, EveryNodeStandsInOneStep) {
  const Difference d = difference(test::valmont(), test::bruyeres(), lexicon());
  std::vector<int> before(d.before.size(), 0), after(d.after.size(), 0);
  for (const Step& step : d.steps) {
    for (const int i : step.before) ++before[static_cast<std::size_t>(i)];
    for (const int i : step.after) ++after[static_cast<std::size_t>(i)];
  }
  EXPECT_EQ(before, std::vector<int>(d.before.size(), 1));
  EXPECT_EQ(after, std::vector<int>(d.after.size(), 1));
}

TEST(Assignment, TheBestSumNotTheBestPairFirst) {
  // Taking 0-0 first would leave 1 with nobody.
  EXPECT_EQ(assign({{0, 0, 1.0}, {0, 1, 0.9}, {1, 0, 0.9}}),
            (std::vector<std::pair<int, int>>{{0, 1}, {1, 0}}));
  EXPECT_EQ(assign({}), (std::vector<std::pair<int, int>>{}));
}

}  // namespace
}  // namespace pst::compare
