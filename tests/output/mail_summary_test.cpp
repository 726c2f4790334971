#include "output/mail_summary.hpp"

#include <gtest/gtest.h>

#include "output/sample_comparison.hpp"

namespace pst::output {
namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

TEST(MailSummary, SaysWhatCountsInFrench) {
  const std::string text = to_mail_summary(test::sample_comparison(), Language::french);
  EXPECT_TRUE(holds(text, "**2 plans**, 2 objectifs, 3 projets, actions et sous-actions")) << text;
  EXPECT_TRUE(holds(text, "| Valmont | 2019-2024 | 1 | 2 | 1 | 1 | 1 | 0 | 1 | 50\u202F% |")) << text;
  EXPECT_TRUE(holds(text, "- Mobilité : 2 nœuds dans 2 plans")) << text;
  EXPECT_TRUE(
      holds(text, "- **taxi social** (2 plans) — par exemple Valmont, OS1-A1 : « Créer un taxi social"))
      << text;
  EXPECT_TRUE(holds(text, "- Plan de cohésion sociale (PCS) : 1 plan, 1 nœud\n")) << text;
  EXPECT_TRUE(holds(text, "- **notes.json** : ce fichier n'est pas un plan")) << text;
  EXPECT_TRUE(holds(text, "1 saut de numérotation")) << text;
}

TEST(MailSummary, AlsoInEnglish) {
  const std::string text = to_mail_summary(test::sample_comparison(), Language::english);
  EXPECT_TRUE(holds(text, "- Mobility : 2 nodes in 2 plans")) << text;
  EXPECT_FALSE(holds(text, "objectifs"));
}

TEST(MailSummary, WordsOfPlansAreNoMarkup) {
  const std::string text = to_mail_summary(test::sample_comparison(), Language::french);
  EXPECT_FALSE(holds(text, "<script>"));
  EXPECT_TRUE(holds(text, "\\<script\\>alert(1)"));
}

TEST(MailSummary, StaysOnAPageHoweverManyPlans) {
  compare::Comparison c = test::sample_comparison();
  c.plans.resize(250, c.plans[1]);
  c.matrix.resize(250, c.matrix[1]);
  for (compare::YearEntry& year : c.years) year.active.resize(250);
  c.findings.resize(100, c.findings[0]);
  const std::string text = to_mail_summary(c, Language::french);
  EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 100);
  EXPECT_TRUE(holds(text, "15 premiers plans")) << text;
  EXPECT_TRUE(holds(text, "et 92 autres")) << text;
}

}  // namespace
}  // namespace pst::output
