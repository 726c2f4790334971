// Plans as others would have typed, exported or scanned them: what is read must not depend on that.
// With $PST_DIFFERENCES set, the summary lists every difference, and with it the bytes of each mutant that is
// read imperfectly are written into the folder that it names.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "corpus/mutate.hpp"
#include "corpus/mutations.hpp"
#include "corpus/thresholds.hpp"

namespace pst::corpus {
namespace {

/// What became of one mutation over all plans that it fits.
struct Figures {
  int plans = 0;
  double sum = 0;     ///< of node F1
  double least = 1;   ///< the worst node F1
  std::string worst;  ///< its plan
  Share caught;       ///< over all plans together
  Share false_alarm;
  std::string report;  ///< the differences of the plans that are below 1
  double mean() const { return plans == 0 ? 1.0 : sum / plans; }
};

void add(Share& to, const Share& more) {
  to.right += more.right;
  to.of += more.of;
}

Figures measure(const std::string& mutation) {
  Figures figures;
  for (const std::string& name : plan_names()) {
    const auto mutant = mutate(mutation, load_sample(name));
    if (!mutant) continue;
    const Comparison result = compare(mutant->gold, read_plan(mutant->bytes, name + ".txt").plan);
    const double f1 = result.nodes.f1();
    ++figures.plans;
    figures.sum += f1;
    if (f1 < figures.least) {
      figures.least = f1;
      figures.worst = name;
    }
    add(figures.caught, result.caught);
    add(figures.false_alarm, result.false_alarm);
    if (f1 < 1) {
      figures.report += name + ", node F1 " + std::to_string(f1) + ":\n" + result.report();
      keep(mutation + "." + name + ".txt", mutant->bytes);
    }
  }
  return figures;
}

class Mutation : public testing::TestWithParam<std::string> {};

TEST_P(Mutation, IsReadAsWellAsTheOriginal) {
  const Figures figures = measure(GetParam());
  RecordProperty("plans", figures.plans);
  RecordProperty("node_f1", std::to_string(figures.mean()));
  EXPECT_GT(figures.plans, 0) << "the mutation fits no plan";
  EXPECT_GE(figures.mean(), 0.90) << figures.report;
}

INSTANTIATE_TEST_SUITE_P(Corpus, Mutation, testing::ValuesIn(mutation_names()),
                         [](const auto& of) { return test_name(of.param); });

TEST(Mutations, AreReadWellOnAverage) {
  std::printf("%-20s %5s %8s %8s %9s %11s  %s\n", "mutation", "plans", "mean F1", "least", "caught",
              "false alarm", "worst plan");
  double sum = 0;
  int plans = 0;
  Share caught, false_alarm;
  for (const std::string& mutation : mutation_names()) {
    const Figures figures = measure(mutation);
    std::printf("%-20s %5d %8.4f %8.4f %4d/%-4d %6d/%-5d %s\n", mutation.c_str(), figures.plans,
                figures.mean(), figures.least, figures.caught.right, figures.caught.of,
                figures.false_alarm.right, figures.false_alarm.of, figures.worst.c_str());
    if (std::getenv("PST_DIFFERENCES") != nullptr) std::printf("%s", figures.report.c_str());
    sum += figures.sum;
    plans += figures.plans;
    add(caught, figures.caught);
    add(false_alarm, figures.false_alarm);
  }
  std::printf("%-20s %5d %8.4f %8s %9.4f %11.4f\n", "all", plans, sum / plans, "", caught.rate(),
              false_alarm.rate());
  EXPECT_GE(sum / plans, 0.95);
  EXPECT_LE(false_alarm.rate(), 0.05);
}

// A mutation that spoils its gold would blame the program.

TEST(Mutations, KeepLinesOfTheGoldInsideTheText) {
  for (const std::string& mutation : mutation_names()) {
    for (const std::string& name : plan_names()) {
      const Sample sample = load_sample(name);
      const auto mutant = mutate(mutation, sample);
      if (!mutant) continue;
      ASSERT_EQ(mutant->gold.nodes.size(), sample.gold.nodes.size());
      std::set<std::string> codes;
      for (const GoldNode& node : mutant->gold.nodes) {
        EXPECT_LE(1, node.lines.first) << mutation << " " << name << " " << node.code;
        EXPECT_LE(node.lines.first, node.lines.second) << mutation << " " << name << " " << node.code;
        EXPECT_TRUE(codes.insert(node.code).second) << mutation << " " << name << " " << node.code;
      }
    }
  }
}

TEST(Mutations, AreTheSameEveryTime) {
  for (const std::string& mutation : mutation_names()) {
    const Sample sample = load_sample("os-oo-bullets");
    const auto once = mutate(mutation, sample), again = mutate(mutation, sample);
    ASSERT_EQ(once.has_value(), again.has_value());
    EXPECT_EQ(once ? once->bytes : "", again ? again->bytes : "") << mutation;
  }
}

/// The text of a sample after one change.
template <class Change>
std::string after(std::vector<std::string> lines, std::vector<GoldNode> nodes, Change change) {
  Sample sample{"sample", std::move(lines), {std::move(nodes), {}, {}, {}}};
  change(sample);
  return sample.text();
}

GoldNode gold_node(plan::Kind kind, const std::string& code, const std::string& label,
                   const std::string& number, const std::string& title, int first, int last) {
  GoldNode node{kind, code, {}, {}, {}, title, {first, last}, {}, false};
  if (!label.empty()) node.label = label;
  if (!number.empty()) node.number = number;
  return node;
}

TEST(Mutations, ReflowHangsWhatFollowsBehindTheBullet) {
  const std::vector<GoldNode> nodes = {
      gold_node(plan::Kind::action, "A1", "", "", "ouvrir une maison claire", 1, 2)};
  EXPECT_EQ(after({"  • ouvrir une mai-", "    son claire"}, nodes, [](Sample& s) { reflow(s, 20, true); }),
            "  • ouvrir une\n    maison claire\n");
  EXPECT_EQ(after({"  • ouvrir une mai-", "    son claire"}, nodes, [](Sample& s) { reflow(s, 20, false); }),
            "  • ouvrir une\nmaison claire\n");
}

TEST(Mutations, SkippedObjectiveTakesItsSubtreeAlong) {
  const std::vector<GoldNode> nodes = {
      gold_node(plan::Kind::strategic_objective, "OS3", "III.", "3", "Loger", 2, 2),
      gold_node(plan::Kind::operational_objective, "OS3-OO1", "0.0.3.1", "3.1", "Louer", 3, 3)};
  EXPECT_EQ(
      after({"III. Loger ........ 7", "III. Loger", "-0.0.3.1 Louer en 3.1"}, nodes, renumber_objective),
      "IV. Loger ........ 7\nIV. Loger\n-0.0.4.1 Louer en 3.1\n");
}

TEST(Mutations, SeparatorsAndMarkersChangeOnlyTheLabel) {
  const std::vector<GoldNode> nodes = {
      gold_node(plan::Kind::action, "A1", "Action n° 1", "1", "Évaluer : l'action n° 1", 1, 1)};
  EXPECT_EQ(after({"- Action n° 1 - Évaluer : l'action n° 1"}, nodes,
                  [](Sample& s) { change_separators(s, " : "); }),
            "- Action n° 1 : Évaluer : l'action n° 1\n");
  EXPECT_EQ(after({"- Action n° 1 - Évaluer : l'action n° 1"}, nodes, upper_markers),
            "- ACTION n° 1 - Évaluer : l'action n° 1\n");
}

TEST(Mutations, EncodingsAreWhatTheySay) {
  EXPECT_EQ(encoded("é\n", "utf-16le"), std::string("\xFF\xFE\xE9\0\n\0", 6));
  EXPECT_EQ(encoded("l’été", "windows-1252"), "l\x92\xE9t\xE9");
  EXPECT_EQ(encoded("œ €", "iso-8859-15"), "\xBD \xA4");
  EXPECT_EQ(encoded("l’été", "iso-8859-15"), std::nullopt);
  EXPECT_EQ(encoded("Ça", "macintosh"),
            "\x82"
            "a");
  EXPECT_EQ(encoded("é", "nfd"), "e\xCC\x81");
  EXPECT_EQ(encoded("a\n", "crlf"), "a\r\n");
}

}  // namespace
}  // namespace pst::corpus
