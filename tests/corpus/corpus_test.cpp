// Every plan of corpus/ against what it should become.
#include <gtest/gtest.h>

#include "corpus/plans.hpp"
#include "corpus/thresholds.hpp"

namespace pst::corpus {
namespace {

class Corpus : public testing::TestWithParam<std::string> {};

TEST_P(Corpus, IsReadAsTheGoldSays) {
  const Sample sample = load_sample(GetParam());
  const plan::Extraction reading = read_plan(file_bytes(text_path(GetParam())), GetParam() + ".txt");
  Thresholds least;
  // Of what OCR spoilt, only the certain is repaired.
  if (GetParam().starts_with("ocr-")) least.exact_title = 0.90;
  expect_reaches(compare(sample.gold, reading.plan), least, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Plans, Corpus, testing::ValuesIn(plan_names()),
                         [](const auto& of) { return test_name(of.param); });

class CorpusPdf : public testing::TestWithParam<std::string> {};

TEST_P(CorpusPdf, IsReadAsTheGoldSays) {
  const plan::Extraction reading = read_plan(file_bytes(pdf_path(GetParam())), GetParam() + ".pdf");
  const Comparison result = compare(gold_of(GetParam()), reading.plan);
  expect_reaches(result, {}, GetParam());
  EXPECT_EQ(result.false_alarm.right, 0);
}

INSTANTIATE_TEST_SUITE_P(Plans, CorpusPdf, testing::ValuesIn(pdf_names()),
                         [](const auto& of) { return test_name(of.param); });

TEST(Gold, EveryPlanHasGoldThatHoldsTogether) {
  for (const std::string& name : plan_names()) {
    SCOPED_TRACE(name);
    const Sample sample = load_sample(name);
    EXPECT_FALSE(sample.gold.nodes.empty());
    const auto count = static_cast<int>(sample.lines.size());
    for (const GoldNode& node : sample.gold.nodes) {
      EXPECT_LE(1, node.lines.first) << node.code;
      EXPECT_LE(node.lines.first, node.lines.second) << node.code;
      EXPECT_LE(node.lines.second, count) << node.code;
    }
  }
}

// The comparison must see what is wrong, or every test above is worth nothing.
TEST(Gold, ComparisonTellsWhatDiffers) {
  Gold gold;
  gold.nodes = {{plan::Kind::strategic_objective, "OS1", {}, "OS1", "1", "Loger chacun", {3, 3}, {}, false},
                {plan::Kind::action, "OS1-A1", "OS1", "A1", "1", "Louer une maison", {4, 5}, {}, false}};
  gold.nodes[1].attributes.priority = "high";
  gold.adopted_on = {true, "2020-01-30"};
  plan::Plan plan;
  plan::Node objective{plan::Kind::strategic_objective, "OS1", "OS1", "1", "LOGER CHACUN"};
  objective.source = {3, 3, {}, {}};
  plan::Node action{plan::Kind::action, "OS1-A1", "A1", "2", "Louer une maison"};
  action.source = {6, 6, {}, {}};
  plan.nodes = {objective, action, {plan::Kind::action, "A9", {}, {}, "Chanter"}};
  const Comparison result = compare(gold, plan);
  EXPECT_DOUBLE_EQ(result.nodes.f1(), 0.8);
  EXPECT_EQ(result.parent.right, 1);
  EXPECT_EQ(result.exact_title.right, 1);
  EXPECT_EQ(result.number.right, 1);
  EXPECT_EQ(result.provenance.right, 1);
  EXPECT_EQ(result.attributes.only_gold, 1);
  EXPECT_EQ(result.document.rate(), 0.0);
  EXPECT_EQ(result.report(),
            "  wording of OS1: «LOGER CHACUN» for «Loger chacun»\n"
            "  parent of OS1-A1: nothing for «OS1»\n"
            "  number of OS1-A1: «2» for «1»\n"
            "  lines of OS1-A1: 6-6 for 4-5\n"
            "  priority of OS1-A1: {} for {high}\n"
            "  extra A9 «Chanter», lines 0-0\n"
            "  document adopted_on: nothing for «2020-01-30»\n");
}

TEST(Gold, LikenessIsBlindToCaseAccentsAndPunctuation) {
  EXPECT_EQ(likeness("Être à l'écoute !", "ETRE A L ECOUTE"), 1.0);
  EXPECT_EQ(likeness("", ""), 1.0);
  EXPECT_EQ(likeness("abcd", ""), 0.0);
  EXPECT_DOUBLE_EQ(likeness("abcd", "abxd"), 0.75);
  EXPECT_LT(likeness("Louer une maison", "Vendre un jardin"), 0.9);
}

}  // namespace
}  // namespace pst::corpus
