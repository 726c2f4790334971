#include "output/database.hpp"

#include <gtest/gtest.h>

#include "output/find.hpp"
#include "output/sample_comparison.hpp"
#include "output/sqlite.hpp"
#include "output/tidy.hpp"
#include "source/error.hpp"
#include "support/temp_folder.hpp"

namespace pst::output {
namespace {

/// SQLite lives in files, so these tests have one each.
class Database : public testing::Test {
 protected:
  Database() : path_(folder_ / "plans.sqlite") { write_database(test::sample_comparison(), path_); }

  std::string first(const std::string& sql) const {
    const Sqlite database(path_, Sqlite::Mode::read);
    Statement statement = database.prepare(sql);
    return statement.step() ? statement.text(0) : "no row";
  }
  std::vector<std::string> ids(const std::string& query, const FindOptions& options = {}) const {
    std::vector<std::string> found;
    for (const Match& match : find(path_, query, options).matches) found.push_back(match.id);
    return found;
  }

  test::TempFolder folder_;
  std::string path_;
};

using Ids = std::vector<std::string>;

TEST_F(Database, HoldsEveryTidyRow) {
  const compare::Comparison comparison = test::sample_comparison();
  for (const TidyTable& table : tidy_tables()) {
    int rows = 0;
    table.rows(comparison, [&](const TidyRow&) { ++rows; });
    EXPECT_EQ(first("SELECT COUNT(*) FROM " + std::string(table.name)), std::to_string(rows)) << table.name;
  }
  EXPECT_EQ(first("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(first("PRAGMA foreign_key_check"), "no row");
}

TEST_F(Database, NumbersAreNumbersAndNothingIsNull) {
  EXPECT_EQ(first("SELECT typeof(amount) FROM node_budgets"), "real");
  EXPECT_EQ(first("SELECT typeof(period_start) FROM nodes WHERE id = 'a:OS1-A1'"), "integer");
  EXPECT_EQ(first("SELECT typeof(period_start) FROM nodes WHERE id = 'a:OS1'"), "null");
  EXPECT_EQ(first("SELECT title FROM nodes WHERE id = 'b:OS1'"), "=1+1");
}

TEST_F(Database, EveryColumnToLookUpByHasItsIndex) {
  for (const TidyTable& table : tidy_tables()) {
    for (const char* column : table.indexed) {
      const std::string name = std::string(table.name) + "_" + column;
      EXPECT_EQ(first("SELECT tbl_name FROM sqlite_master WHERE type = 'index' AND name = '" + name + "'"),
                table.name);
    }
  }
}

TEST_F(Database, WritingAgainReplacesTheFile) {
  write_database(test::sample_comparison(), path_);
  EXPECT_EQ(first("SELECT COUNT(*) FROM plans"), "2");
}

TEST_F(Database, SearchIsBlindToAccentsAndInflection) {
  EXPECT_EQ(ids("taxi social"), (Ids{"a:OS1-A1", "b:OS1-A1"}));
  EXPECT_EQ(ids("TAXIS SOCIAUX").size(), 2U);
  EXPECT_EQ(ids("etre accessible"), Ids{"a:OS1"});
  EXPECT_EQ(ids("âges"), Ids{"a:OS1-A1"});      // in a field: « Personnes âgées »
  EXPECT_EQ(ids("cohésion"), Ids{"a:OS1-A1"});  // the partner's name in full
}

TEST_F(Database, PhrasesStandAsTheyAre) {
  EXPECT_EQ(ids("\"taxi social\""), Ids{"a:OS1-A1"});
  EXPECT_EQ(ids("« taxi social »"), Ids{"a:OS1-A1"});
}

TEST_F(Database, FiltersNarrow) {
  EXPECT_EQ(ids("taxi", {.plan = "b"}), Ids{"b:OS1-A1"});
  EXPECT_EQ(ids("taxi", {.plan = "valmont"}), Ids{"a:OS1-A1"});
  EXPECT_EQ(ids("taxi", {.theme = "logement"}), Ids{}) << "a weight of 0.2 does not hold";
  EXPECT_EQ(ids("taxi", {.kind = "project"}), Ids{});
  EXPECT_EQ(find(path_, "taxi", {.limit = 1}).total, 2);
}

TEST_F(Database, WordsThatNoNodeHasTogetherAreFoundApart) {
  const Found found = find(path_, "taxi accessible");
  EXPECT_TRUE(found.some_words);
  EXPECT_EQ(found.total, 3);
}

TEST_F(Database, AQueryCannotBreakOut) {
  for (const char* query :
       {"taxi\" OR \"1", "taxi*", "NEAR(taxi)", "stems : taxi", "-taxi", "(taxi", "'; DROP TABLE nodes"}) {
    EXPECT_NO_THROW(find(path_, query)) << query;
  }
  EXPECT_EQ(first("SELECT COUNT(*) FROM nodes"), "5");
  EXPECT_THROW(find(path_, " ?! "), Error);
}

TEST_F(Database, MatchesSayWhereTheyStand) {
  const Found found = find(path_, "taxi créé");
  ASSERT_FALSE(found.some_words);
  const Match& match = found.matches.at(0);
  EXPECT_EQ(match.organisation, "Valmont");
  EXPECT_EQ(match.code, "OS1-A1");
  EXPECT_EQ(match.page, 1);
  EXPECT_EQ(match.first_line, 2);
  EXPECT_EQ(match.path, std::vector<std::string>{"Être un CPAS accessible"});
  ASSERT_EQ(match.title_marks.size(), 2U);
  const auto [begin, end] = match.title_marks[1];
  EXPECT_EQ(match.title.substr(begin, end - begin), "taxi");
  EXPECT_NE(to_text(found, {}).find("*Créer* un *taxi* social"), std::string::npos) << to_text(found, {});
  EXPECT_NE(to_text(found, {}).find("action, valmont.pdf, p. 1, ligne 2"), std::string::npos);
  EXPECT_NE(to_json(found, 0).find("\"marks\":[[0,5],[9,13]]"), std::string::npos) << to_json(found, 0);
}

TEST_F(Database, AnotherFileIsRefused) {
  EXPECT_THROW(find(folder_.write("notes.sqlite", "not a database at all, only words"), "taxi", {}), Error);
  EXPECT_THROW(find(folder_ / "missing.sqlite", "taxi", {}), Error);
  Sqlite(folder_ / "other.sqlite", Sqlite::Mode::create).run("CREATE TABLE nodes (id)");
  EXPECT_THROW(find(folder_ / "other.sqlite", "taxi", {}), Error);
}

}  // namespace
}  // namespace pst::output
