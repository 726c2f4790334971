// Each diagnostic once, and none for a sound plan.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;

constexpr const char* kSound = R"(
CPAS de Valmont
Programme stratégique transversal 2019-2024

VOLET INTERNE
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1.1.1 : Former les agents
Responsable : Anne
Action 1.1.2 : Informer les habitants
VOLET EXTERNE
O.S. 2 Loger les familles
O.O. 2.1 Acheter des maisons
Action 2.1.1 : Rénover la gare (Priorité élevée)
)";

TEST(Sound, plan_gets_none) {
  EXPECT_EQ(diagnostics(kSound), "\n");
}

TEST(Sound, bare_volet_is_complete) {
  EXPECT_EQ(diagnostics("VOLET EXTERNE\nO.S. 1 Accueillir\nAction 1 : Former\n"), "\n");
}

TEST(Sound, prose_and_lists_get_none) {
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir\nLa commune est petite. Elle accueille bien.\n• Former les "
                        "agents\n• Informer chacun\n"),
            "\n");
}

// --- about the plan: it contradicts itself
// ---------------------------------------------------------------------

TEST(AboutPlan, numbering_gap) {
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir\nAction 1 : Former\nAction 2 : Informer\nAction 4 : Visiter\n"),
            "\nplan numbering-gap OS1-A4 4-4\n");
}

TEST(AboutPlan, number_repeated) {
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir\nAction 1 : Former\nAction 1 : Informer\nAction 2 : Visiter\n"),
            "\nplan number-repeated OS1-A2 3-3\nplan code-taken OS1-A3 4-4\nreading number-doubtful OS1-A3 "
            "4-4\n");
}

TEST(AboutPlan, number_misplaced) {
  const std::string all =
      diagnostics("O.S. 1 Accueillir\nO.O. 1.1 Ouvrir\nAction 1.1.1 : Former\nAction 1.3.2 : Informer\n");
  EXPECT_NE(all.find("plan number-misplaced OS1-OO1-A2 4-4"), std::string::npos) << all;
}

TEST(AboutPlan, empty_marker) {
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir\nAction 1 : Former\nAction 2 :\nAction 3 : Visiter\n"),
            "\nplan empty-marker OS1-A2 3-3\n");
}

TEST(AboutPlan, message_says_what_to_do) {
  const auto all =
      test::plan_of("O.S. 1 Accueillir\nAction 1 : Former\nAction 2 :\nAction 3 : Visiter\n").diagnostics;
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].message, "« Action 2 » n'a pas d'intitulé : complétez le plan ou supprimez le numéro");
}

// --- about the reading: the program is in doubt
// -------------------------------------------------------------------

TEST(AboutReading, sequence_break) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents
Action 14 : Informer les habitants
Action 2 : Visiter les familles
Action 3 : Louer une camionnette
)"),
            "\nreading sequence-break 3-3\n");
}

TEST(AboutReading, weak_marker) {
  EXPECT_EQ(
      diagnostics(
          "O.S. 1 Accueillir chacun\nAction 1 : Former les agents et les\nAction 2 : Visiter les familles\n"),
      "\nreading title-unfinished OS1-A1 2-2\nreading weak-marker OS1-A2 3-3\n");
}

TEST(AboutReading, cell_without_row) {
  const std::string all = diagnostics(
      "O.S. 1 Accueillir\nActions\tAnnées\nAction 1 : Former\nAction 2 : Informer\nAction 3 : "
      "Visiter\n2020\n2021\n");
  EXPECT_EQ(all, "\nreading cell-without-row OS1 6-7\n");
}

TEST(AboutReading, long_title) {
  std::string wording = "Former";
  for (int i = 0; i < 80; ++i) wording += " les agents";
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir\nAction 1 : " + wording + "\nAction 2 : Informer\n"),
            "\nreading long-title OS1-A1 2-2\n");
}

TEST(AboutReading, heading_without_a_marker) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents

POLITIQUE DU LOGEMENT

O.S. 2 Loger les familles
Action 2 : Rénover la gare
)"),
            "\nreading unmarked-heading 4-4\n");
}

TEST(AboutReading, lines_that_begin_alike_and_open_nothing) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents.
@1 Visiter les familles.
@2 Louer une camionnette.
@3 Peindre le pont.
Action 2 : Informer
)");
  EXPECT_EQ(all, "\nreading unread-series 3-3\nreading unread-series 4-4\nreading unread-series 5-5\n");
}

TEST(AboutReading, no_scheme_speaks_of_the_whole_document) {
  EXPECT_EQ(diagnostics("Le conseil a décidé de rénover la gare.\nLa commune compte trois villages.\n"),
            "\nreading no-scheme\n");
}

TEST(AboutReading, doubtful_scheme_speaks_of_the_whole_document) {
  const std::string all =
      diagnostics("O.S. 3 Accueillir\nAction 7 : Former\nProjet 21 : Bâtir\nMesure 55 : Agir\n");
  EXPECT_NE(all.find("\nreading doubtful-scheme\n"), std::string::npos) << all;
}

TEST(Order, is_that_of_the_document) {
  int line = 0;
  for (const auto& d :
       test::plan_of("O.S. 1 Accueillir\nAction 2 : Former\nAction 3 :\nAction 5 : Visiter\nO.S. 3 Loger\n")
           .diagnostics) {
    const int first = d.lines ? d.lines->first : 0;
    EXPECT_GE(first, line);
    line = first;
  }
}

TEST(Same, input_gives_the_same_result) {
  EXPECT_EQ(test::read(kSound), test::read(kSound));
}

TEST(ProseInTitle, is_doubted) {
  const std::string wrapped =
      "Le Centre veut que chaque habitant de la commune\ntrouve une porte ouverte près de chez lui, quel "
      "que\n"
      "soit son âge, son revenu ou le village où il est\nné, et sans devoir attendre plus de deux "
      "semaines.\n\n";
  EXPECT_EQ(diagnostics(wrapped +
                        "O.S. 1 Offrir un toit aux personnes en rupture\nLe Centre en possède un.\nO.S. 2 "
                        "Former\nO.S. 3 Loger\n"),
            "\nreading prose-in-title OS1 7-7\n");
}

TEST(ItemInTitle, is_doubted) {
  EXPECT_EQ(diagnostics("O.S. 1 Loger\n• Publier une page ; u Créer une rubrique\n• Former\n"),
            "\nreading item-in-title OS1-A1 2-2\n");
}

TEST(GapInTitle, is_doubted) {
  EXPECT_EQ(diagnostics("O.S. 1 Loger\n• Publier une page dans le bulletin        Communication\n• Former\n"),
            "\nreading gap-in-title OS1-A1 2-2\n");
}

}  // namespace
}  // namespace pst::plan
