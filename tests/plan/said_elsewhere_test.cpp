// Numbers that begin again behind or before the plan: a table that recapitulates it, another plan.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::outline;

constexpr std::string_view kPlan = R"(
O.S.1 - Mieux loger chacun
O.O.1.1 - Rénover les maisons
A.1.1.1 - Isoler les toits
O.O.1.2 - Louer à prix doux
A.1.2.1 - Acheter deux maisons
O.S.2 - Mieux accueillir
O.O.2.1 - Ouvrir les portes
A.2.1.1 - Élargir les heures
)";

constexpr std::string_view kOutline = R"(
OS1 Mieux loger chacun
  OS1-OO1 Rénover les maisons
    OS1-OO1-A1 Isoler les toits
  OS1-OO2 Louer à prix doux
    OS1-OO2-A1 Acheter deux maisons
OS2 Mieux accueillir
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)";

TEST(Recapitulation, of_a_table_of_objectives_with_figures) {
  EXPECT_EQ(outline(std::string(kPlan) + R"(
Vue d'ensemble

N°	Objectif	Actions
O.S.1	Mieux loger chacun	2
O.O.1.1	Rénover les maisons	1
O.O.1.2	Louer à prix doux	1
O.S.2	Mieux accueillir	1
O.O.2.1	Ouvrir les portes	1
Total		3
)"),
            kOutline);
}

TEST(Recapitulation, of_lines_with_actions) {
  EXPECT_EQ(outline(std::string(kPlan) + R"(
En bref

O.S.1 - Mieux loger chacun
A.1.1.1 - Isoler les toits
A.1.2.1 - Acheter deux maisons
O.S.2 - Mieux accueillir
A.2.1.1 - Élargir les heures
)"),
            kOutline);
}

TEST(Recapitulation, not_of_a_list_before_the_body) {
  EXPECT_EQ(outline(R"(
O.S.1 - Mieux loger chacun
O.S.2 - Mieux accueillir
O.S.3 - Mieux soigner
O.S.4 - Mieux former

O.S.1 - Mieux loger chacun
- Isoler les toits
O.S.2 - Mieux accueillir
- Élargir les heures
O.S.3 - Mieux soigner
- Ouvrir un cabinet
O.S.4 - Mieux former
- Louer une salle
)"),
            R"(
OS1 Mieux loger chacun
  OS1-A1 Isoler les toits
OS2 Mieux accueillir
  OS2-A1 Élargir les heures
OS3 Mieux soigner
  OS3-A1 Ouvrir un cabinet
OS4 Mieux former
  OS4-A1 Louer une salle
)");
}

constexpr std::string_view kOther = R"(
O.S.1 - Planter des arbres
A.1.1.1 - Acheter des pelles : réalisé
A.1.1.2 - Creuser : abandonné
O.S.2 - Nourrir les oiseaux
O.S.3 - Tailler les haies
A.3.1.1 - Louer une échelle : en cours
)";

TEST(Recapitulation, of_a_table_of_states) {
  EXPECT_EQ(outline(std::string(kPlan) +
                    "\nOù en sommes-nous\n\nN°\tIntitulé\tÉtat\n"
                    "O.S.1\tMieux loger chacun\ten cours\nO.O.1.1\tRénover les maisons\ten attente\n"
                    "O.O.1.2\tLouer à prix doux\tréalisé\nO.S.2\tMieux accueillir\ten cours\n"),
            R"(
OS1 Mieux loger chacun {status=in_progress}
  OS1-OO1 Rénover les maisons {status=waiting}
    OS1-OO1-A1 Isoler les toits
  OS1-OO2 Louer à prix doux {status=completed}
    OS1-OO2-A1 Acheter deux maisons
OS2 Mieux accueillir {status=in_progress}
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)");
}

constexpr std::string_view kDated = R"(
OS1 Mieux loger chacun
A1.1 Isoler les toits
A1.2 Acheter deux maisons (2027)
A1.3 Peindre toutes les façades de la rue
OS2 Mieux accueillir
A2.1 Élargir les heures
A2.2 Former les guichetiers
)";

constexpr std::string_view kDatedOutline = R"(
OS1 Mieux loger chacun
  OS1-A1 Isoler les toits {period=2026-2026 responsible=Anne}
  OS1-A2 Acheter deux maisons (2027) {period=2026-2026 responsible=Marc}
  OS1-A3 Peindre toutes les façades de la rue {period=2028-2028 responsible=Anne}
OS2 Mieux accueillir
  OS2-A1 Élargir les heures {period=2026-2026 responsible=Luc}
  OS2-A2 Former les guichetiers {period=2027-2027 responsible=Luc}
)";

std::string rows(std::initializer_list<const char*> names) {
  std::string out;
  auto name = names.begin();
  for (const char* values : {"Anne | 2026", "Marc | 2026", "Anne | 2028", "Luc | 2026", "Luc | 2027"})
    out += std::string("| ") + *name++ + " | " + values + " |\n";
  return out;
}

TEST(RecalledValues, of_actions_named_by_their_numbers) {
  EXPECT_EQ(outline(std::string(kDated) + "\n| Code | Pilote | Échéance |\n" +
                    rows({"A1.1", "A1.2", "A1.3", "A2.1", "A2.2"})),
            kDatedOutline);
  EXPECT_EQ(outline(std::string(kDated) + "\n| N° | Pilote | Échéance |\n" +
                    rows({"1.1", "1.2", "1.3", "2.1", "2.2"})),
            kDatedOutline);
}

TEST(RecalledValues, of_actions_named_by_their_titles) {
  EXPECT_EQ(
      outline(std::string(kDated) + "\nQui fait quoi\n\n| Action | Pilote | Échéance |\n" +
              rows({"Isoler les toits", "Acheter deux maisons (2027)", "Peindre toutes les façades de la rue",
                    "Élargir les heures", "Former les guichetiers"})),
      kDatedOutline);
}

TEST(RecalledValues, of_actions_with_the_first_of_their_words_below_their_objective) {
  EXPECT_EQ(outline(std::string(kDated) + "\n| Objectif | Action | Pilote | Échéance |\n" +
                    rows({"OS1 | A1.1 Isoler les", "OS1 | A1.2 Acheter deux", "OS1 | A1.3 Peindre toutes",
                          "OS2 | A2.1 Élargir les", "OS2 | A2.2 Former les"})),
            kDatedOutline);
}

TEST(RecalledValues, leave_what_a_node_says_of_itself) {
  EXPECT_EQ(outline("A1 Isoler les toits\nÉchéance : 2025\nA2 Louer deux maisons\nA3 Peindre les murs\n"
                    "A4 Planter des haies\n\n| N° | Échéance | Budget |\n| A1 | 2026 | 500 € |\n"
                    "| A2 | 2027 | 600 € |\n| A3 | 2028 | 700 € |\n| A4 | 2029 | 800 € |\n"),
            R"(
A1 Isoler les toits {period=2025-2025 budget=500 EUR}
A2 Louer deux maisons {period=2027-2027 budget=600 EUR}
A3 Peindre les murs {period=2028-2028 budget=700 EUR}
A4 Planter des haies {period=2029-2029 budget=800 EUR}
)");
}

TEST(RecalledValues, are_none_where_figures_add_up_what_stands_below) {
  EXPECT_EQ(outline(std::string(kDated) + "\n| Objectif | Actions | Budget |\n| OS 1 | 3 | 900 € |\n"
                                          "| OS 2 | 2 | 400 € |\n"),
            outline(kDated));
}

TEST(Recapitulation, not_of_an_objective_filled_down_its_column) {
  EXPECT_EQ(
      outline("| Objectif opérationnel | Action | Pilote |\n| O.O.1 Louer à prix doux | Bâtir | Anne |\n"
              "| O.O.1 Louer à prix doux | Vendre | Luc |\n| O.O.1 Louer à prix doux | Peindre | Luc |\n"
              "| O.O.1 Louer à prix doux | Planter | Anne |\n| O.O.1 Louer à prix doux | Isoler | Luc |\n"),
      R"(
OO1 Louer à prix doux
  OO1-A1 Bâtir {responsible=Anne}
  OO1-A2 Vendre {responsible=Luc}
  OO1-A3 Peindre {responsible=Luc}
  OO1-A4 Planter {responsible=Anne}
  OO1-A5 Isoler {responsible=Luc}
)");
}

TEST(Announcement, in_a_list_before_a_table_that_says_more) {
  EXPECT_EQ(outline("A1 Isoler les toits\nA2 Acheter deux maisons\nA3 Élargir les heures\n\nPilotes\n\n"
                    "N°\tAction\tPilote\nA1\tIsoler les toits\tAnne\nA2\tAcheter deux maisons\tMarc\n"
                    "A3\tÉlargir les heures\tAnne\n"),
            R"(
A1 Isoler les toits {responsible=Anne}
A2 Acheter deux maisons {responsible=Marc}
A3 Élargir les heures {responsible=Anne}
)");
}

TEST(Recapitulation, of_sums) {
  EXPECT_EQ(outline(std::string(kPlan) + "\nBudget\n\nO.S.1   12.000 €\nO.S.2   500 €\n"), kOutline);
}

TEST(Announcement, in_a_list_before_the_body) {
  EXPECT_EQ(outline("Le Conseil retient cinq objectifs :\n"
                    "- O.S.1 - Mieux loger chacun ;\n- O.O.1.1 - Rénover les maisons ;\n"
                    "- O.S.2 - Mieux accueillir.\n\nIls sont détaillés ci-dessous.\n" +
                    std::string(kPlan)),
            kOutline);
}

TEST(Announcement, in_a_chapter_before_a_body_that_says_its_labels_twice) {
  EXPECT_EQ(outline("A) Aperçu\n\nO.S.1 Mieux loger chacun\n  O.O.1.1 Rénover les maisons\n"
                    "O.S.2 Mieux accueillir\n  O.O.2.1 Ouvrir les portes\n\nB) Lexique\n\nPST : programme\n\n"
                    "C) Le plan\n\nOBJECTIF STRATÉGIQUE 1 (O.S.1)\n\nMieux loger chacun.\n\n"
                    "O.O.1.1 Rénover les maisons.\n\nAction 1 Isoler les toits.\n\n"
                    "OBJECTIF STRATÉGIQUE 2 (O.S.2)\n\nMieux accueillir.\n\n"
                    "O.O.2.1 Ouvrir les portes.\n\nAction 1 Élargir les heures.\n"),
            R"(
OS1 Mieux loger chacun
  OS1-OO1 Rénover les maisons
    OS1-OO1-A1 Isoler les toits
OS2 Mieux accueillir
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)");
}

TEST(Announcement, in_a_table_before_the_body) {
  EXPECT_EQ(
      outline("| Objectif stratégique | Objectif opérationnel |\n|---|---|\n"
              "| O.S.1 Mieux loger chacun | O.O.1.1 Rénover les maisons |\n"
              "| | O.O.1.2 Louer à prix doux |\n| O.S.2 Mieux accueillir | O.O.2.1 Ouvrir les portes |\n" +
              std::string(kPlan)),
      kOutline);
}

TEST(Announcement, is_none_where_one_of_its_labels_does_not_come_again) {
  EXPECT_EQ(outline("O.S.1 - Mieux loger chacun\nO.O.1.1 - Rénover les maisons\nO.O.1.2 - Louer à prix doux\n"
                    "O.O.1.3 - Acheter des terrains\n\nO.O.1.1 - Rénover les maisons\n- Isoler les toits\n"
                    "O.O.1.2 - Louer à prix doux\n- Bâtir\nO.O.1.3 - Acheter des terrains\n- Chercher\n"),
            R"(
OS1 Mieux loger chacun
  OS1-OO1 Rénover les maisons
    OS1-OO1-A1 Isoler les toits
  OS1-OO2 Louer à prix doux
    OS1-OO2-A1 Bâtir
  OS1-OO3 Acheter des terrains
    OS1-OO3-A1 Chercher
)");
}

TEST(OtherPlan, in_an_annex) {
  const std::string text = std::string(kPlan) + "\nAnnexe 1 : le plan de la Ville\n" + std::string(kOther);
  EXPECT_EQ(outline(text), kOutline);
  EXPECT_NE(test::diagnostics(text).find("other-plan"), std::string::npos);
}

TEST(OtherPlan, looked_back_at_before_the_plan) {
  EXPECT_EQ(outline("Bilan du programme précédent\n" + std::string(kOther) + "\nNotre programme\n" +
                    std::string(kPlan)),
            kOutline);
}

TEST(OtherPlan, is_none_where_an_annex_goes_on) {
  EXPECT_EQ(outline(R"(
O.S.1 - Mieux loger chacun
A.1.1 - Isoler les toits

Annexe 1 : objectifs ajoutés

O.S.2 - Mieux accueillir
A.2.1 - Élargir les heures
)"),
            R"(
OS1 Mieux loger chacun
  OS1-A1 Isoler les toits
OS2 Mieux accueillir
  OS2-A1 Élargir les heures
)");
}

TEST(Chapters, numbered_around_the_plan_go_on_behind_it) {
  EXPECT_EQ(outline(R"(
1. Introduction

Le plan est court.

2. Nos objectifs

Ils sont peu nombreux.

Objectif stratégique 1 : Mieux loger
Objectif opérationnel 1.1 : Rénover
1. Isoler les toits
2. Peindre
3. Louer
Objectif opérationnel 1.2 : Bâtir

3. Organisation

- un comité de pilotage
- deux réunions par an

4. Communication

Le plan est publié.
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Rénover
    OS1-OO1-A1 Isoler les toits
    OS1-OO1-A2 Peindre
    OS1-OO1-A3 Louer
  OS1-OO2 Bâtir
)");
}

TEST(Foreign, a_summary_in_another_language_is_no_part) {
  const std::string summary = R"(
Samenvatting

Dit programma telt twee doelstellingen voor het hele dorp.

Strategische doelstelling 1: wonen
Strategische doelstelling 2: werken
- goed leven
)";
  EXPECT_EQ(outline(std::string(kPlan) + summary), kOutline);
  EXPECT_EQ(outline(summary + std::string(kPlan)), kOutline);
}

}  // namespace
}  // namespace pst::plan
