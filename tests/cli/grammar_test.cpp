#include <gtest/gtest.h>

#include <sstream>

#include "cli/run_pst.hpp"

namespace pst::test {
namespace {

/// The first grammar's name.
std::string some_grammar() {
  std::istringstream names(run_pst({"grammar", "list", "--names"}).out);
  std::string name;
  std::getline(names, name);
  return name;
}

TEST(Grammar, ListNamesEveryScheme) {
  const Ran ran = run_pst({"grammar", "list"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(contains(ran.out, some_grammar() + " "));
}

TEST(Grammar, ShowPrintsAFileThatCheckAccepts) {
  const TempFolder folder;
  const Ran shown = run_pst({"grammar", "show", some_grammar()});
  EXPECT_EQ(shown.status, 0);
  const Ran checked = run_pst({"grammar", "check", folder.write(some_grammar() + ".toml", shown.out)});
  EXPECT_EQ(checked.status, 0) << checked.out;
}

TEST(Grammar, ShowSuggestsANearName) {
  const Ran ran = run_pst({"grammar", "show", some_grammar() + "x"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(contains(ran.err, "vouliez-vous dire « " + some_grammar() + " » ?"));
}

TEST(Grammar, CheckPointsAtTheMistake) {
  const TempFolder folder;
  const std::string path = folder.write("bad.toml", "name = \"bad\"\nmarker = = 3\n");
  const Ran ran = run_pst({"grammar", "check", path});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.out, path + ":2:"));
  EXPECT_TRUE(contains(ran.out, "\n  marker = = 3\n"));
  EXPECT_TRUE(contains(ran.out, "^\n"));
}

TEST(Grammar, NewPrintsATemplateThatCheckAccepts) {
  const TempFolder folder;
  const Ran ran = run_pst({"grammar", "new"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(contains(ran.out, "#"));
  const Ran checked = run_pst({"grammar", "check", folder.write("mine.toml", ran.out)});
  EXPECT_EQ(checked.status, 0) << checked.out;
}

TEST(Grammar, AFolderReplacesTheFileOfTheSameName) {
  const TempFolder folder;
  folder.write(some_grammar() + ".toml",
               run_pst({"grammar", "show", some_grammar()}).out + "\n# la mienne\n");
  const std::vector<std::string> show{"grammar", "show", some_grammar()};
  EXPECT_TRUE(contains(run_pst(show, "", {{"PST_GRAMMARS", folder.path()}}).out, "# la mienne"));
  EXPECT_TRUE(
      contains(run_pst({"grammar", "show", some_grammar(), "--grammars", folder.path()}).out, "# la mienne"));
  EXPECT_FALSE(contains(run_pst(show).out, "# la mienne"));
}

TEST(Grammar, ABrokenFileInTheFolderIsStatusTwoWithItsPlace) {
  const TempFolder folder;
  folder.write("bad.toml", "name = \"bad\"\nmarker = = 3\n");
  const Ran ran = run_pst({"extract", "-", "--grammars", folder.path()}, kPlan);
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(contains(ran.err, "bad.toml:2:"));
}

TEST(Grammar, AnAskedForGrammarReadsThePlan) {
  const TempFolder folder;
  const Ran by_name = run_pst({"extract", "-", "--grammar", some_grammar()}, kPlan);
  EXPECT_EQ(by_name.status, 0) << by_name.err;
  const std::string file =
      folder.write(some_grammar() + ".toml", run_pst({"grammar", "show", some_grammar()}).out);
  EXPECT_EQ(run_pst({"extract", "-", "--grammar", file}, kPlan).out, by_name.out);
}

}  // namespace
}  // namespace pst::test
