// pst export and pst import, as a user runs them.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/run_pst.hpp"
#include "output/exchange_samples.hpp"

namespace pst::cli {
namespace {

using test::contains;
using test::kPlan;
using test::Ran;
using test::run_pst;
using test::TempFolder;

TEST(Export, ATextIsReadFirst) {
  const Ran ran = run_pst({"export", "-", "--ins", "92094", "--exercice", "2026"}, kPlan);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(contains(ran.out, "<INS>92094</INS>"));
  EXPECT_TRUE(contains(ran.out, "<Libelle>A.1 - Ouvrir le samedi</Libelle>"));
}

TEST(Export, SaysWhatIsNotInTheFile) {
  const Ran ran = run_pst({"export", "-"}, kPlan);
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(contains(ran.err, "code INS : pas dans le fichier (99999 ; donnez-le avec --ins)"));
  EXPECT_TRUE(contains(ran.err, "exercice : pas dans le fichier (0 ; donnez-le avec --exercice)"));
  EXPECT_EQ(run_pst({"export", "-", "-q"}, kPlan).err, "");
}

TEST(Export, ReportsAsJson) {
  const TempFolder folder;
  EXPECT_EQ(run_pst({"export", "-", "-q", "--report", folder / "r.json"}, kPlan).status, 0);
  EXPECT_TRUE(contains(folder.read("r.json"), R"("what": "code INS")"));
}

TEST(Export, WhatGoesOutComesBack) {
  const TempFolder folder;
  folder.write("plan.txt", kPlan);
  EXPECT_EQ(run_pst({"export", folder / "plan.txt", "-q", "-o", folder / "plan.xml"}).status, 0);
  EXPECT_EQ(run_pst({"import", folder / "plan.xml", "-o", folder / "plan.json"}).status, 0);
  const Ran valid = run_pst({"validate", folder / "plan.json"});
  EXPECT_EQ(valid.status, 0) << valid.out;
  EXPECT_TRUE(contains(folder.read("plan.json"), R"("code": "OS1-OO1-A1")"));
  const Ran again = run_pst({"export", folder / "plan.json", "-q"});
  EXPECT_EQ(again.out, run_pst({"export", folder / "plan.xml", "-q"}).out);
}

TEST(Export, EveryFormatWrites) {
  for (const char* format : {"ecomptes", "markdown", "html", "docx", "csv", "xlsx"}) {
    const Ran ran = run_pst({"export", "-", "--to", format, "-q"}, kPlan);
    EXPECT_EQ(ran.status, 0) << format << ": " << ran.err;
    EXPECT_GT(ran.out.size(), 200U) << format;
    EXPECT_EQ(ran.err, "") << format;
  }
}

TEST(Export, TheExtensionIsAFormat) {
  const TempFolder folder;
  EXPECT_EQ(run_pst({"export", "-", "-q", "-o", folder / "plan.md"}, kPlan).status, 0);
  EXPECT_TRUE(contains(folder.read("plan.md"), "## <a id=\"OS1\">"));
}

TEST(Export, DoesNotOverwriteThePlan) {
  const TempFolder folder;
  folder.write("plan.txt", kPlan);
  EXPECT_EQ(run_pst({"export", folder / "plan.txt", "-o", folder / "plan.txt"}).status, 2);
  EXPECT_EQ(folder.read("plan.txt"), kPlan);
}

TEST(Export, SeveralPlansGoToAFolder) {
  const TempFolder folder;
  folder.write("a.txt", kPlan);
  folder.write("b.txt", kPlan);
  const Ran ran =
      run_pst({"export", folder / "a.txt", folder / "b.txt", "--to", "html", "-q", "-o", folder / "pages"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(contains(folder.read("pages/a.html"), "<html"));
  EXPECT_TRUE(contains(folder.read("pages/b.html"), "<html"));
  EXPECT_EQ(run_pst({"export", folder / "a.txt", folder / "b.txt"}).status, 2);
  EXPECT_EQ(run_pst({"export", folder / "a.txt", folder / "b.txt", "-o", folder / "a.txt"}).status, 2);
}

TEST(Export, OneBadPlanDoesNotStopTheOthers) {
  const TempFolder folder;
  folder.write("a.json", "{}");
  folder.write("b.txt", kPlan);
  const Ran ran = run_pst({"export", folder / "a.json", folder / "b.txt", "-q", "-o", folder / "out"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.err, "a.json"));
  EXPECT_TRUE(contains(folder.read("out/b.xml"), "<dataroot>"));
}

TEST(Export, MistakesAreUsage) {
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--ins", "12"},
                                                {"--ins", "abcde"},
                                                {"--exercice", "12"},
                                                {"--id", std::string(41, 'x')},
                                                {"--to", "odt"}}) {
    std::vector<std::string> words{"export", "-"};
    words.insert(words.end(), wrong.begin(), wrong.end());
    const Ran ran = run_pst(words, kPlan);
    EXPECT_EQ(ran.status, 2) << wrong[0] << ": " << ran.err;
    EXPECT_EQ(ran.out, "");
  }
}

TEST(Import, SaysWhatIsUnusual) {
  const Ran ran = run_pst({"import", "-"}, test::ecomptes_export());
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(contains(ran.err, "élément inconnu « Couleur », gardé comme champ [unknown-element]"));
  EXPECT_EQ(run_pst({"import", "-", "-q"}, test::ecomptes_export()).err, "");
}

TEST(Import, HostileXmlIsOneLine) {
  for (const char* xml : {"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "<a>", "",
                          "pas du XML", "<?xml version='1.0' encoding='UTF-8'?><a>\xE9</a>"}) {
    const Ran ran = run_pst({"import", "-"}, xml);
    EXPECT_EQ(ran.status, 1) << xml;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_TRUE(contains(ran.err, "entrée standard"));
  }
}

}  // namespace
}  // namespace pst::cli
