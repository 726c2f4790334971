// Documents far larger than any plan end in time, with every line in its place. No clock is read: what takes
// more than linear time here takes hours, and ctest's own limit ends it.
#include <gtest/gtest.h>

#include <ostream>
#include <utility>

#include "corpus/plans.hpp"
#include "corpus/thresholds.hpp"
#include "output/json.hpp"
#include "source/error.hpp"

namespace pst::corpus {
namespace {

constexpr std::size_t kMegabyte = 1'000'000;

std::string repeated(const std::string& what, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + what.size());
  while (out.size() < bytes) out += what;
  return out;
}

int count_nodes(const std::vector<plan::Node>& nodes) {
  int count = 0;
  for (const plan::Node& node : nodes) count += 1 + count_nodes(node.children);
  return count;
}

struct Huge {
  std::string name;
  std::string repeats;  ///< what a 2 MB line is made of
};

class EndlessLine : public testing::TestWithParam<Huge> {};

TEST_P(EndlessLine, IsReadOrRefused) {
  try {
    const plan::Plan plan =
        read_plan("O.S.1 " + repeated(GetParam().repeats, 2 * kMegabyte), "line.txt").plan;
    EXPECT_EQ(plan.coverage.lines, 1);
    EXPECT_EQ(plan.coverage.unassigned, 0);
    EXPECT_FALSE(output::to_json(plan).empty());
  } catch (const Error& e) {
    EXPECT_FALSE(e.problem().empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Of, EndlessLine,
                         testing::Values(Huge{"letters", "a"}, Huge{"words", "ouvrir une maison "},
                                         Huge{"actions", "Action 12 Louer "}, Huge{"tabs", "\t"},
                                         Huge{"cells", "a\t"}, Huge{"pipes", "| a "}, Huge{"brackets", "(("},
                                         Huge{"markup", "<li>"}, Huge{"entities", "&eacute;"},
                                         Huge{"bullets", "• "}, Huge{"pointers", "(cf. O.O.1.2) "},
                                         Huge{"fields", "Responsable : Anne ; "}, Huge{"digits", "1."},
                                         Huge{"zeros", "0.0."}, Huge{"accents", "e\xCC\x81"},
                                         Huge{"strong", "louer ** maison "}, Huge{"hyphens", "-"},
                                         Huge{"leaders", "."}, Huge{"quotes", "« "}, Huge{"commas", "Anne, "},
                                         Huge{"misread", "I'étre "}),
                         [](const auto& of) { return of.param.name; });

/// GoogleTest would print the bytes.
void PrintTo(const Huge& huge, std::ostream* out) {
  *out << huge.name;
}

struct Many {
  std::string name;
  std::string line;  ///< `#` stands for a number that goes up, `@.&` for 1.1 to 1.99, 2.1 and so on
  int lines = 0;
  int least_nodes = 0;
};

void PrintTo(const Many& many, std::ostream* out) {
  *out << many.name;
}

std::string numbered(const Many& many) {
  std::string out = "CPAS de Valmont\nProgramme stratégique transversal 2019-2024\n\n";
  for (int i = 1; i <= many.lines; ++i) {
    std::string line = many.line;
    for (const auto& [sign, number] :
         {std::pair('#', i), std::pair('@', i / 99 + 1), std::pair('&', i % 99 + 1)}) {
      for (std::size_t at = line.find(sign); at != std::string::npos; at = line.find(sign)) {
        line.replace(at, 1, std::to_string(number));
      }
    }
    out += line + "\n";
  }
  return out;
}

class ManyLines : public testing::TestWithParam<Many> {};

TEST_P(ManyLines, AreAllInTheirPlace) {
  const plan::Plan plan = read_plan(numbered(GetParam()), "many.txt").plan;
  EXPECT_GE(plan.coverage.lines, GetParam().lines);
  EXPECT_EQ(plan.coverage.unassigned, 0);
  EXPECT_EQ(plan.coverage.nodes + plan.coverage.sections + plan.coverage.furniture, plan.coverage.lines);
  EXPECT_GE(count_nodes(plan.nodes), GetParam().least_nodes);
}

INSTANTIATE_TEST_SUITE_P(
    Of, ManyLines,
    testing::Values(Many{"short_ones", "a", 100'000, 0}, Many{"bullets", "- louer une maison #", 100'000, 0},
                    Many{"prose", "Le Centre loue des maisons #", 100'000, 0},
                    Many{"actions", "Action @.& : Louer une maison", 20'000, 20'000},
                    // Numbers have three digits at most: what goes beyond is read, not necessarily as nodes.
                    Many{"high_numbers", "Action # : Louer une maison", 20'000, 900},
                    Many{"same_number", "Action 1 : Louer une maison", 20'000, 0},
                    Many{"objectives", "O.S. # : Loger chacun", 20'000, 0},
                    Many{"pairs", "O.S. # : Loger chacun\nO.O. #.1 : Louer\nAction #.1.1 : Louer une maison",
                         7'000, 0},
                    Many{"bare_numbers", "#. Louer une maison", 20'000, 0},
                    Many{"letters", "a) louer", 20'000, 0},
                    Many{"cards", "Fiche action n° #\nPilote : Anne\n", 10'000, 0},
                    Many{"rows", "Action #\tLouer une maison\tAnne\t2021", 20'000, 0},
                    Many{"pages", "\fPST 2019-2024\nAction # : Louer\nPage #", 10'000, 0},
                    Many{"unknown", "Chantier # : Louer une maison", 20'000, 0},
                    Many{"pointers", "Action # : Louer (cf. Action #)", 20'000, 0}),
    [](const auto& of) { return of.param.name; });

const std::string kFront =
    "CPAS de Valmont\nProgramme stratégique transversal 2019-2024\n\nO.S. 1 Loger chacun\n";

struct Endless {
  std::string name;
  std::string before;  ///< behind the front matter
  std::string repeats;
  std::string after = "\n";
  std::size_t megabytes = 2;  ///< so many that more than linear time takes far longer than the case may
};

void PrintTo(const Endless& endless, std::ostream* out) {
  *out << endless.name;
}

class Repeated : public testing::TestWithParam<Endless> {};

TEST_P(Repeated, IsAllInItsPlace) {
  const Endless& endless = GetParam();
  const std::string middle = repeated(endless.repeats, endless.megabytes * kMegabyte);
  const plan::Plan plan = read_plan(kFront + endless.before + middle + endless.after, "repeated.txt").plan;
  EXPECT_EQ(plan.coverage.unassigned, 0);
  EXPECT_EQ(plan.coverage.nodes + plan.coverage.sections + plan.coverage.furniture, plan.coverage.lines);
}

INSTANTIATE_TEST_SUITE_P(
    Of, Repeated,
    testing::Values(
        Endless{"cells_of_a_row",
                "\n| Code | Libellé | Pilote | Échéance | Priorité | État |\n|---|---|---|---|---|---|\n",
                "| 1 | Louer une maison |  |  |  |  | ", "\n| 2 | Bâtir | Anne | 2021 | P1 | |\n"},
        Endless{"words_that_may_be_a_label", "", "Chantier n°1 : louer "},
        Endless{"heads_of_tables", "", "N°\tAction\tAgent\tAnnée\n1\tLouer une maison\tAnne\t2021\nAnne\n"},
        Endless{"years_below_their_rows", "N°\tAction\tAgent\tAnnée\n", "1\tLouer la maison\t\t\n2021\n",
                "\n", 3},
        Endless{"legends", "", "P1 = élevée, P2 = moyenne, P3 = faible\nAction 1 : Louer (P1)\n", "\n", 3},
        Endless{"words_far_apart", "N°    Action      Agent     Année\n1     Louer      Anne      2021\n",
                "Louer   ", "\n2     Louer    Anne    2021\n"},
        Endless{"rules_of_frames", "+-----+-----+\n| 1   | a   |\n", "+-----+-----+\n"},
        Endless{"tables_of_contents", "", "Table des matières\n\nLouer une maison\n"}),
    [](const auto& of) { return of.param.name; });

TEST(Labels, OfTwoKindsInTurnAreNoCardsWhereverOneBegins) {
  std::string card;
  for (const char* label : {"Pilote\nAnne\n", "Échéance\n2022\n", "Budget\n2 €\n"}) card += label;
  const plan::Plan plan =
      read_plan(kFront + "Action 1 : Louer\n" + card + "\nAction 2 : Bâtir\n" + card +
                    "\nAction 3 : Rénover\n" + repeated("Pilote\nAnne\nÉchéance\n2022\n", kMegabyte),
                "labels.txt")
          .plan;
  EXPECT_EQ(plan.coverage.unassigned, 0);
}

TEST(Names, WithoutEndAreAllKept) {
  std::string names;
  for (int i = 0; i < 150'000; ++i) names += "Anne" + std::to_string(i) + " / ";
  const plan::Plan plan =
      read_plan(kFront + "Action 1 : Louer\nResponsable : " + names + "Marc\n", "names.txt").plan;
  EXPECT_EQ(plan.nodes.front().children.front().attributes.responsible.size(), 150'001U);
}

TEST(Cell, OfItemsWithoutEndIsRead) {
  const plan::Plan plan = read_plan("| O.S. | Actions |\n|---|---|\n| 1. Loger chacun | " +
                                        repeated("• Louer ", kMegabyte) + " |\n",
                                    "cell.txt")
                              .plan;
  EXPECT_EQ(plan.coverage.unassigned, 0);
  EXPECT_GE(count_nodes(plan.nodes), 90'000);
}

TEST(OtherPlan, AsLongAsThePlanIsSetAside) {
  std::string own, other;
  for (int i = 0; i < 20'000; ++i) {
    const std::string label =
        "Action " + std::to_string(i % 90 + 1) + "." + std::to_string(i / 90 + 1) + " : ";
    own += label + "Louer une maison " + std::to_string(i) + "\n";
    other += label + "Former le groupe " + std::to_string(i) + "\n";
  }
  const plan::Plan plan =
      read_plan(kFront + own + "\nAnnexe 1 : bilan du plan précédent\n\n" + other, "two.txt").plan;
  EXPECT_EQ(plan.coverage.unassigned, 0);
}

TEST(Depth, IndentationWithoutEndIsRead) {
  std::string text = "CPAS de Valmont\nProgramme stratégique transversal 2019-2024\n\n";
  for (std::size_t depth = 0; depth < 1500; ++depth) text += std::string(depth, ' ') + "- louer une maison\n";
  const plan::Plan plan = read_plan(text, "deep.txt").plan;
  EXPECT_EQ(plan.coverage.unassigned, 0);
  EXPECT_EQ(output::to_json(output::from_json(output::to_json(plan))), output::to_json(plan));
}

}  // namespace
}  // namespace pst::corpus
