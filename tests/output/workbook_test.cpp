// What a workbook holds is checked by tests/reports/workbook_test.py, with another reader than the writer.
#include "output/workbook.hpp"

#include <gtest/gtest.h>

#include "output/sample_comparison.hpp"
#include "source/error.hpp"
#include "support/temp_folder.hpp"

namespace pst::output {
namespace {

TEST(Workbook, TheSameComparisonGivesTheSameBytes) {
  const test::TempFolder folder;
  write_workbook(test::sample_comparison(), folder / "a.xlsx", Language::french);
  write_workbook(test::sample_comparison(), folder / "b.xlsx", Language::french);
  EXPECT_EQ(folder.read("a.xlsx").substr(0, 2), "PK");
  EXPECT_EQ(folder.read("a.xlsx"), folder.read("b.xlsx"));
}

TEST(Workbook, AnEmptyComparisonIsAWorkbookToo) {
  const test::TempFolder folder;
  write_workbook({}, folder / "empty.xlsx", Language::english);
  EXPECT_EQ(folder.read("empty.xlsx").substr(0, 2), "PK");
}

TEST(Workbook, TextsLongerThanACellAreCut) {
  compare::Comparison c = test::sample_comparison();
  c.nodes[1].title = std::string(40000, 'a');
  c.nodes[1].description.clear();
  for (int i = 0; i < 20000; ++i) c.nodes[1].description += "é";
  const test::TempFolder folder;
  EXPECT_NO_THROW(write_workbook(c, folder / "long.xlsx", Language::french));
}

TEST(Workbook, AFolderThatIsNotThereIsAnError) {
  const test::TempFolder folder;
  EXPECT_THROW(write_workbook(test::sample_comparison(), folder / "missing/a.xlsx", Language::french), Error);
}

}  // namespace
}  // namespace pst::output
