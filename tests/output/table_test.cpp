#include "output/table.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "output/sample_plan.hpp"

namespace pst::output {
namespace {

/// Reads RFC 4180, strictly: the tests' own reader, so that the writer is not its own judge.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      EXPECT_EQ(cell, "") << "a quote inside a bare cell";
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\r') {
      EXPECT_EQ(text[++i], '\n');
      if (i + 1 < text.size()) rows.push_back({""});
    } else {
      EXPECT_NE(text[i], '\n') << "a bare line feed";
      cell += text[i];
    }
  }
  EXPECT_FALSE(quoted);
  return rows;
}

/// The cell of column `name` in the row of `code`.
std::string cell(const std::string& csv, const std::string& code, const std::string& name) {
  const auto rows = read_csv(csv);
  const auto column = std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin();
  for (const auto& row : rows) {
    if (row[1] == code) return row.at(static_cast<std::size_t>(column));
  }
  return "no row " + code;
}

std::string title_cell(const std::string& title) {
  plan::Plan plan = test::sample_plan();
  plan.nodes[0].title = title;
  return cell(csv_header() + to_csv(plan), "VI", "title");
}

TEST(Csv, EveryRowHasEveryColumn) {
  const auto rows = read_csv(csv_header() + to_csv(test::sample_plan()));
  ASSERT_EQ(rows.size(), 6);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
}

TEST(Csv, AttributesAreFlat) {
  const std::string csv = csv_header() + to_csv(test::sample_plan());
  const auto of_action = [&](const char* column) { return cell(csv, "OS1-OO1-A1", column); };
  EXPECT_EQ(of_action("path_codes"), "VI > OS1 > OS1-OO1");
  EXPECT_EQ(of_action("path_titles"), "Administration > Un service efficace > Être là");
  EXPECT_EQ(of_action("parent"), "OS1-OO1");
  EXPECT_EQ(of_action("depth"), "3");
  EXPECT_EQ(of_action("period_start"), "2020");
  EXPECT_EQ(of_action("period_end"), "");
  EXPECT_EQ(of_action("responsible"), "Danièle | Myriam, adjointe");
  EXPECT_EQ(of_action("budget_amount"), "15000 | 12.5");
  EXPECT_EQ(of_action("budget_year"), "2021 | ");
  EXPECT_EQ(of_action("reference_codes"), "OS1-OO1 | ");
  EXPECT_EQ(of_action("annex"), "true");
  EXPECT_EQ(of_action("fields"), "Partenaires : CPAS ; PCS");
  EXPECT_EQ(of_action("description"), "Deux lignes.\nDe prose.");
  EXPECT_EQ(of_action("page"), "2");
}

TEST(Csv, CellsThatWouldRunAsFormulasAreDisarmed) {
  EXPECT_EQ(title_cell("=1+1"), "'=1+1");
  EXPECT_EQ(title_cell("+32 2 555"), "'+32 2 555");
  EXPECT_EQ(title_cell("-2 postes"), "'-2 postes");
  EXPECT_EQ(title_cell("@SOMME"), "'@SOMME");
  EXPECT_EQ(title_cell("\t=1"), "'\t=1");
  EXPECT_EQ(title_cell("\r=1"), "'\r=1");
  EXPECT_EQ(title_cell("\n=1"), "'\n=1");
  EXPECT_EQ(title_cell("＝1"), "'＝1");
  EXPECT_EQ(title_cell("=HYPERLINK(\"x\",\"y\")"), "'=HYPERLINK(\"x\",\"y\")");
  EXPECT_EQ(title_cell("a=b"), "a=b");
}

TEST(Csv, QuotesCommasAndLineBreaksComeBack) {
  EXPECT_EQ(title_cell("a \"b\", c\r\nd"), "a \"b\", c\r\nd");
  EXPECT_EQ(title_cell("\""), "\"");
}

TEST(Jsonl, OneObjectANodeWithNestedAttributes) {
  std::istringstream lines(to_jsonl(test::sample_plan()));
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(rows.size(), 5);
  const auto& action = rows[3];
  EXPECT_EQ(action["code"], "OS1-OO1-A1");
  EXPECT_EQ(action["path"][1]["title"], "Un service efficace");
  EXPECT_EQ(action["attributes"]["budget"][1]["amount"], 12.5);
  EXPECT_EQ(action["lines"], nlohmann::json({4, 4}));
  EXPECT_EQ(rows[0]["parent"], nullptr);
}

}  // namespace
}  // namespace pst::output
