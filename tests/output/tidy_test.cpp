#include "output/tidy.hpp"

#include <gtest/gtest.h>

#include <set>

#include "output/sample_comparison.hpp"

namespace pst::output {
namespace {

std::string csv(const std::string& name) {
  for (const auto& [file, text] : to_tidy_csv(test::sample_comparison())) {
    if (file == name) return text;
  }
  return {};
}

TEST(Tidy, EveryRowFillsEveryColumn) {
  for (const TidyTable& table : tidy_tables()) {
    table.rows(test::sample_comparison(),
               [&](const TidyRow& row) { EXPECT_EQ(row.size(), table.columns.size()) << table.name; });
  }
}

TEST(Tidy, EveryTableOfTheSampleHasARow) {
  for (const TidyTable& table : tidy_tables()) {
    int rows = 0;
    table.rows(test::sample_comparison(), [&](const TidyRow&) { ++rows; });
    EXPECT_GT(rows, 0) << table.name;
  }
}

TEST(Tidy, IndexedColumnsAreColumns) {
  for (const TidyTable& table : tidy_tables()) {
    std::set<std::string> names;
    for (const TidyColumn& column : table.columns) names.insert(column.name);
    EXPECT_EQ(names.size(), table.columns.size()) << table.name << " has a name twice";
    for (const char* column : table.indexed)
      EXPECT_TRUE(names.contains(column)) << table.name << "." << column;
  }
}

TEST(Tidy, CellsKeepTheirType) {
  for (const TidyTable& table : tidy_tables()) {
    table.rows(test::sample_comparison(), [&](const TidyRow& row) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row[i])) continue;
        const std::size_t type = table.columns[i].type == TidyType::text      ? 3
                                 : table.columns[i].type == TidyType::integer ? 1
                                                                              : 2;
        EXPECT_EQ(row[i].index(), type) << table.name << "." << table.columns[i].name;
      }
    });
  }
}

TEST(Tidy, CsvDisarmsFormulasAndLeavesNumbersAlone) {
  const std::string nodes = csv("nodes.csv");
  EXPECT_NE(nodes.find(",'=1+1,"), nodes.npos);
  EXPECT_NE(nodes.find(",0.75,"), nodes.npos);
  EXPECT_NE(csv("node_responsibles.csv").find("a:OS1-A1,'-1 poste\r\n"), std::string::npos);
  EXPECT_EQ(csv("node_budgets.csv"), "id,amount,currency,year,source\r\na:OS1-A1,15000.5,EUR,2021,RW\r\n");
}

TEST(Tidy, ClustersAreNumberedFromOneInBothTables) {
  EXPECT_NE(csv("clusters.csv").find("\r\n1,taxi social,"), std::string::npos);
  EXPECT_NE(csv("cluster_members.csv").find("\r\n1,a:OS1-A1,a,0.75\r\n1,b:OS1-A1,b,0.75\r\n"),
            std::string::npos);
}

}  // namespace
}  // namespace pst::output
