#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/run_pst.hpp"

namespace pst {
namespace {

using test::contains;
using test::run_pst;

/// Two plans compared, once for all tests of this file.
class Search : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new test::TempFolder;
    folder_->write("plans/a.txt", test::kPlan);
    folder_->write(
        "plans/b.txt",
        "O.S.1. Des logements décents\nO.O.1.1. Loger en urgence\nAction 1.1.1. Rénover deux logements\n");
    compared_ = run_pst({"compare", *folder_ / "plans", "-o", *folder_ / "out"});
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static inline test::TempFolder* folder_ = nullptr;
  static inline test::Ran compared_;
};

TEST_F(Search, CompareWritesEveryReport) {
  ASSERT_EQ(compared_.status, 0) << compared_.err;
  for (const char* name : {"out/index.html", "out/comparison.xlsx", "out/plans.sqlite", "out/summary.md",
                           "out/csv/nodes.csv", "out/comparison.json"}) {
    EXPECT_GT(std::filesystem::file_size(*folder_ / name), 100U) << name;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder_ / "out")) {
    EXPECT_NE(entry.path().extension(), ".part") << "left behind";
  }
}

TEST_F(Search, LooksIntoAStoreAndKeepsItsIndexThereUntilTheStoreChanges) {
  run_pst({"batch", *folder_ / "plans", "-o", *folder_ / "store", "-q"});
  const auto first = run_pst({"search", "logement", *folder_ / "store"});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_TRUE(contains(first.out, "Rénover deux *logements*"));
  EXPECT_TRUE(contains(first.out, "b.txt, ligne 3"));
  EXPECT_TRUE(contains(first.err, "index de recherche : 2 plans"));
  const auto again = run_pst({"search", "logement", *folder_ / "store", "--plan", "b"});
  EXPECT_TRUE(contains(again.out, "Rénover deux *logements*"));
  EXPECT_FALSE(contains(again.err, "index de recherche"));
  folder_->write("more/c.txt", "O.S.1. Des logements pour tous\nAction 1.1. Bâtir trois logements\n");
  run_pst({"batch", *folder_ / "more", "-o", *folder_ / "store", "-q", "--resume"});
  const auto changed = run_pst({"search", "logement", *folder_ / "store"});
  EXPECT_TRUE(contains(changed.err, "index de recherche : 3 plans"));
  EXPECT_TRUE(contains(changed.out, "Bâtir trois *logements*"));
  int indexes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder_ / "store"))
    indexes += entry.path().extension() == ".sqlite" ? 1 : 0;
  EXPECT_EQ(indexes, 1);
}

TEST_F(Search, ComparedStoresNameTheirPlansAfterTheirSources) {
  run_pst({"batch", *folder_ / "plans", "-o", *folder_ / "named", "-q"});
  run_pst({"compare", *folder_ / "named", "-o", *folder_ / "named-out", "-q"});
  EXPECT_TRUE(folder_->has("named-out/plans/a.json"));
  EXPECT_TRUE(folder_->has("named-out/plans/b.json"));
}

TEST_F(Search, FindsOtherFormsOfAWord) {
  const auto ran = run_pst({"search", "logement", *folder_ / "out"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(contains(ran.out, "Rénover deux *logements*"));
  EXPECT_TRUE(contains(ran.out, "b.txt, ligne 3"));
  EXPECT_TRUE(contains(ran.err, "3 résultats"));  // « Loger » too
}

TEST_F(Search, AnswersPrograms) {
  const auto ran = run_pst({"search", "samedi", *folder_ / "out/plans.sqlite", "--format", "json"});
  const auto found = nlohmann::json::parse(ran.out);
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["matches"][0]["id"], "a:OS1-OO1-A1");
  EXPECT_EQ(found["matches"][0]["path"].size(), 2U);
}

TEST_F(Search, NothingFoundIsNoFailure) {
  const auto ran = run_pst({"search", "inexistant", *folder_ / "out"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(contains(ran.err, "0 résultat"));
}

TEST_F(Search, SaysWhatItNeeds) {
  EXPECT_EQ(run_pst({"search", "logement", *folder_ / "missing"}).status, 2);
  const auto text = run_pst({"search", "logement", *folder_ / "plans/a.txt"});
  EXPECT_EQ(text.status, 1);
  EXPECT_TRUE(contains(text.err, "pst compare"));
  EXPECT_EQ(run_pst({"search", " ", *folder_ / "out"}).status, 1);
}

TEST_F(Search, ReportsSpeakEnglishOnDemand) {
  const auto ran = run_pst({"compare", *folder_ / "plans", "-o", *folder_ / "english", "--lang", "en"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(contains(folder_->read("english/summary.md"), "# Comparison of strategic plans"));
}

TEST_F(Search, WhatCannotBeReadIsNamedInTheReports) {
  folder_->write("bad/notes.json", "{\"not\": \"a plan\"}");
  folder_->write("bad/a.txt", test::kPlan);
  const auto ran =
      run_pst({"compare", *folder_ / "bad/notes.json", *folder_ / "bad/a.txt", "-o", *folder_ / "some"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(folder_->read("some/summary.md"), "notes.json"));
  EXPECT_TRUE(contains(folder_->read("some/csv/findings.csv"), "notes.json"));
}

}  // namespace
}  // namespace pst
