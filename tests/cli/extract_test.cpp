#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_pst.hpp"

namespace pst::test {
namespace {

using nlohmann::json;

TEST(Extract, StandardInputToStandardOutput) {
  const Ran ran = run_pst({"extract", "-"}, kPlan);
  EXPECT_EQ(ran.status, 0) << ran.err;
  const json plan = json::parse(ran.out);
  EXPECT_EQ(plan["nodes"][0]["code"], "OS1");
  EXPECT_EQ(plan["nodes"][1]["title"], "Une commune solidaire");
  EXPECT_EQ(plan["document"]["source"]["file"], "stdin");
}

TEST(Extract, SameInputSameBytesWhateverTheJobs) {
  const TempFolder folder;
  std::vector<std::string> arguments{"extract", "--jobs", "1"};
  for (int i = 0; i < 6; ++i) arguments.push_back(folder.write("p" + std::to_string(i) + ".txt", kPlan));
  const std::string one = run_pst(arguments).out;
  arguments[2] = "4";
  EXPECT_EQ(run_pst(arguments).out, one);
  EXPECT_NE(one, "");
}

TEST(Extract, AFolderToAFolder) {
  const TempFolder folder;
  folder.write("plans/a.txt", kPlan);
  folder.write("plans/sub/b.txt", kPlan);
  const Ran ran = run_pst({"extract", folder / "plans", "-o", folder / "out"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(contains(ran.err, "2 plans lus, 0 échec"));
  EXPECT_EQ(json::parse(folder.read("out/a.json"))["document"]["source"]["file"], "a.txt");
  EXPECT_TRUE(folder.has("out/b.json"));
}

TEST(Extract, OneBadInputAmongSeveralIsStatusOneAndTheOthersAreWritten) {
  const TempFolder folder;
  folder.write("plans/a.txt", kPlan);
  const std::string empty = folder.write("plans/b.txt", "");
  folder.write("plans/c.txt", kPlan);
  const Ran ran = run_pst({"extract", folder / "plans", folder / "gone", "-o", folder / "out"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.err, "pst : " + empty + " : "));
  EXPECT_TRUE(contains(ran.err, "gone : fichier ou dossier introuvable"));
  EXPECT_TRUE(contains(ran.err, "2 plans lus, 2 échecs"));
  EXPECT_TRUE(folder.has("out/a.json"));
  EXPECT_FALSE(folder.has("out/b.json"));
  EXPECT_TRUE(folder.has("out/c.json"));
}

TEST(Extract, SameStemsAreToldApartWithAWarning) {
  const TempFolder folder;
  folder.write("plans/a/plan.txt", kPlan);
  folder.write("plans/b/plan.txt", "O.S.1. Autre\n");
  const Ran ran = run_pst({"extract", folder / "plans", "-o", folder / "out"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(contains(ran.err, "« plan-2 »"));
  EXPECT_TRUE(contains(folder.read("out/plan.json"), "Un service efficace"));
  EXPECT_TRUE(contains(folder.read("out/plan-2.json"), "Autre"));
}

TEST(Extract, TheExtensionOfTheOutputChoosesTheFormat) {
  const TempFolder folder;
  const std::string plan = folder.write("plan.txt", kPlan);
  EXPECT_EQ(run_pst({"extract", plan, plan, "-o", folder / "all.csv", "--bom"}).status, 0);
  const std::string csv = folder.read("all.csv");
  EXPECT_TRUE(
      csv.starts_with("\xEF\xBB\xBF"
                      "file,code,kind,"));
  EXPECT_EQ(csv.find("file,code", 10), std::string::npos) << "one header for all plans";
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 9);
  EXPECT_EQ(run_pst({"extract", plan, "-o", folder / "plan.json"}).status, 0);
  EXPECT_TRUE(json::accept(folder.read("plan.json")));
}

TEST(Extract, SeveralPlansDoNotFitIntoOneJsonFile) {
  const TempFolder folder;
  const std::string plan = folder.write("plan.txt", kPlan);
  const Ran ran = run_pst({"extract", plan, plan, "-o", folder / "all.json"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(contains(ran.err, "donnez un dossier à -o"));
  EXPECT_FALSE(folder.has("all.json"));
}

TEST(Extract, NeverOverwritesThePlan) {
  const TempFolder folder;
  const std::string plan = folder.write("plan.txt", kPlan);
  const Ran ran = run_pst({"extract", plan, "-o", plan});
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(contains(ran.err, "effacerait le plan"));
  EXPECT_EQ(folder.read("plan.txt"), kPlan);
}

TEST(Extract, AFolderThatCannotBeMadeIsUsage) {
  const TempFolder folder;
  const std::string plan = folder.write("plan.txt", kPlan);
  EXPECT_EQ(run_pst({"extract", plan, "-o", plan + "/out/"}).status, 2);
}

TEST(Extract, TreeIsForPeopleWithoutColourInAPipe) {
  const Ran ran = run_pst({"extract", "-", "--format", "tree"}, kPlan);
  EXPECT_TRUE(contains(ran.out, "└─ OS1-OO1"));
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
}

TEST(Extract, QuietSaysOnlyFailures) {
  EXPECT_EQ(run_pst({"extract", "-", "-q"}, kPlan).err, "");
  const Ran ran = run_pst({"extract", "-", "-q"}, "");
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.err, "entrée standard"));
}

TEST(Extract, ABrokenPdfSaysWhatToDo) {
  const Ran ran = run_pst({"extract", "-"}, "%PDF-1.7\n");
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.err, "enregistrez-le"));
}

TEST(Explain, SaysWhyOfEveryLine) {
  const Ran ran = run_pst({"explain", "-"}, kPlan);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 5);
  EXPECT_TRUE(contains(ran.out, "OS1-OO1"));
  EXPECT_EQ(run_pst({"explain", "/nowhere"}).status, 1);
}

TEST(Explain, OfSomeLinesAsJson) {
  const Ran ran = run_pst({"explain", "-", "--lines", "2", "--format", "jsonl"}, kPlan);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(json::parse(ran.out)["line"], 2);
}

}  // namespace
}  // namespace pst::test
