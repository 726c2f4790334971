#include "compare/totals.hpp"

#include <gtest/gtest.h>

#include "output/sample_comparison.hpp"

namespace pst::compare {
namespace {

TEST(Totals, ThemesAddUpOverPlansThatHaveThem) {
  const Totals totals = totals_of(test::sample_comparison());
  ASSERT_EQ(totals.themes.size(), 2U);
  EXPECT_EQ(totals.themes[0].plans, 0);
  EXPECT_EQ(totals.themes[1].nodes, 2);
  EXPECT_EQ(totals.themes[1].primary, 2);
  EXPECT_EQ(totals.themes[1].measures, 2);
  EXPECT_EQ(totals.themes[1].plans, 2);
}

TEST(Totals, YearsAddUpOverPlans) {
  const Totals totals = totals_of(test::sample_comparison());
  ASSERT_EQ(totals.years.size(), 2U);
  EXPECT_EQ(totals.years[0].active, 1);
  EXPECT_EQ(totals.years[0].starting, 1);
  EXPECT_EQ(totals.years[1].starting, 0);
  EXPECT_EQ(totals.years[1].plans, 1);
}

TEST(Totals, CompletenessIsThatOfAllMeasuresTogether) {
  // a: 2 measures at 0.5, b: 1 at 0.2
  const Totals totals = totals_of(test::sample_comparison());
  EXPECT_DOUBLE_EQ(totals.quality.completeness, 0.4);
  EXPECT_EQ(totals.quality.numbering_gaps, 1);
  EXPECT_EQ(totals.quality.doubts, 2);
}

TEST(Totals, NothingComparedHasNoTotals) {
  const Totals totals = totals_of({});
  EXPECT_TRUE(totals.themes.empty());
  EXPECT_EQ(totals.quality.completeness, 0);
}

}  // namespace
}  // namespace pst::compare
