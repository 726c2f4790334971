// Table rows.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;
using test::outline;
using test::read;

TEST(Row, columns_give_attributes) {
  EXPECT_EQ(outline(R"(
| N° | Action | Pilote | Échéance | Priorité | État | Budget |
|----|--------|--------|----------|----------|------|--------|
| 1 | Former les agents | Anne | 2021 | P1 | en cours | 1.500 € |
| 2 | Informer les habitants | – | à déterminer | P2 | réalisé | – |

P1 = priorité élevée ; P2 = priorité moyenne
)"),
            R"(
A1 Former les agents {priority=high status=in_progress period=2021-2021 responsible=Anne budget=1500 EUR}
A2 Informer les habitants {priority=medium status=completed}
)");
}

TEST(Row, values_of_one_attribute_tell_a_column_whose_head_does_not) {
  EXPECT_EQ(outline(R"(
| N° | Action | Résultat | Moyens |
|----|--------|----------|--------|
| 1 | Former les agents | Réalisé | 1.500 € |
| 2 | Informer les habitants | En cours | |
| 3 | Visiter les familles | À démarrer | 200 € (RW) |
)"),
            R"(
A1 Former les agents {status=completed budget=1500 EUR}
A2 Informer les habitants {status=in_progress}
A3 Visiter les familles {status=not_started budget=200 EUR RW}
)");
}

TEST(Row, number_column_labels_the_node) {
  EXPECT_EQ(read("| N° | Action | Pilote |\n|---|---|---|\n| A1.2 | Former les agents | Anne |\n| A1.3 | "
                 "Informer | Marc |\n"),
            R"(
A2 | A1.2 | 1.2 | Former les agents | {responsible=Anne} | 3-3
A3 | A1.3 | 1.3 | Informer | {responsible=Marc} | 4-4
)");
}

TEST(Row, columns_may_be_rungs_and_empty_cells_stand_for_the_row_above) {
  EXPECT_EQ(read("Objectif stratégique\tObjectif opérationnel\tAction\tPilote\n"
                 "Accueillir chacun\tOuvrir les portes\tFormer les agents\tAnne\n"
                 "\t\tInformer les habitants\tMarc\n"
                 "\tAller vers les gens\tVisiter les familles\tLuc\n"
                 "Loger les familles\tAcheter des maisons\tRénover la gare\tAnne\n"),
            R"(
OS1 | - | - | Accueillir chacun | 2-2
  OS1-OO1 | - | - | Ouvrir les portes | 2-2
    OS1-OO1-A1 | - | - | Former les agents | {responsible=Anne} | 2-2
    OS1-OO1-A2 | - | - | Informer les habitants | {responsible=Marc} | 3-3
  OS1-OO2 | - | - | Aller vers les gens | 4-4
    OS1-OO2-A1 | - | - | Visiter les familles | {responsible=Luc} | 4-4
OS2 | - | - | Loger les familles | 5-5
  OS2-OO1 | - | - | Acheter des maisons | 5-5
    OS2-OO1-A1 | - | - | Rénover la gare | {responsible=Anne} | 5-5
)");
}

TEST(Row, a_cell_repeated_down_its_column_is_one_node) {
  EXPECT_EQ(outline("Objectif stratégique\tAction\tPilote\n"
                    "Accueillir chacun\tFormer les agents\tAnne\n"
                    "Accueillir chacun\tInformer les habitants\tMarc\n"
                    "Loger les familles\tRénover la gare\tAnne\n"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {responsible=Anne}
  OS1-A2 Informer les habitants {responsible=Marc}
OS2 Loger les familles
  OS2-A1 Rénover la gare {responsible=Anne}
)");
}

TEST(Row, filled_down_in_several_columns_is_below_what_they_say) {
  EXPECT_EQ(outline(R"(
| Objectif stratégique | Objectif opérationnel | Action |
|---|---|---|
| O.S. 1 Accueillir chacun | O.O. 1.1 Ouvrir les portes | Former les agents |
| O.S. 1 Accueillir chacun | O.O. 1.1 Ouvrir les portes | Informer les habitants |
| O.S. 1 Accueillir chacun | O.O. 1.2 Aller vers les gens | Visiter les familles |
)"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Former les agents
    OS1-OO1-A2 Informer les habitants
  OS1-OO2 Aller vers les gens
    OS1-OO2-A1 Visiter les familles
)");
}

TEST(Cell, with_line_breaks_or_signs_in_one_line_holds_several_actions) {
  for (const std::string cell :
       {"Former les agents<br>Informer les habitants", "• Former les agents • Informer les habitants",
        "- Former les agents - Informer les habitants"}) {
    EXPECT_EQ(outline("| O.S. | O.O. | Actions |\n|---|---|---|\n| 1. Accueillir chacun | 1.1 Ouvrir | " +
                      cell + " |\n| | 1.2 Aller vers les gens | Visiter les familles |\n"),
              R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir
    OS1-OO1-A1 Former les agents
    OS1-OO1-A2 Informer les habitants
  OS1-OO2 Aller vers les gens
    OS1-OO2-A1 Visiter les familles
)") << cell;
  }
}

TEST(Row, markers_in_cells_are_markers) {
  EXPECT_EQ(outline("O.S. 1 Accueillir chacun\nActions\tAgent\tAnnées\n"
                    "Action 1 : Former les agents\tAnne\t2020\n"
                    "Action 2 : Informer les habitants\tMarc\t2021\n"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {period=2020-2020 responsible=Anne}
  OS1-A2 Informer les habitants {period=2021-2021 responsible=Marc}
)");
}

TEST(Row, columns_held_apart_by_spaces) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
Action            Pilote      Année
Former les gui-   Anne        2021
chetiers
Informer          Marc        2022
Visiter           Luc         2023
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les guichetiers {period=2021-2021 responsible=Anne}
  OS1-A2 Informer {period=2022-2022 responsible=Marc}
  OS1-A3 Visiter {period=2023-2023 responsible=Luc}
)");
}

TEST(Row, of_a_label_and_its_value_is_a_field) {
  EXPECT_EQ(outline("O.S. 1 Loger\nAction 1 : Rénover la gare\n| Pilote | Anne |\n| Échéance | 2022 |\n"), R"(
OS1 Loger
  OS1-A1 Rénover la gare {period=2022-2022 responsible=Anne}
)");
}

TEST(Cell, several_actions_in_one_are_several_nodes) {
  EXPECT_EQ(outline("O.S. 1 Accueillir chacun\nActions\tAnnées\n"
                    "<p>Action 1 : Former les agents</p><p>Action 2 : Informer les "
                    "habitants</p>\t<p>2020</p><p>2021</p>\n"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {period=2020-2020}
  OS1-A2 Informer les habitants {period=2021-2021}
)");
}

TEST(Cell, values_that_do_not_match_the_actions_of_the_row_are_nobodys) {
  const char* plan =
      "O.S. 1 Accueillir chacun\nActions\tAnnées\n"
      "<p>Action 1 : Former</p><p>Action 2 : Informer</p><p>Action 3 : Visiter</p>\t<p>2020</p><p>2021</p>\n";
  EXPECT_EQ(outline(plan), R"(
OS1 Accueillir chacun
  OS1-A1 Former
  OS1-A2 Informer
  OS1-A3 Visiter
)");
  EXPECT_EQ(diagnostics(plan), R"(
reading cell-without-row OS1-A1 3-3
)");
}

TEST(Cell, of_two_names_without_a_sign_between_them_holds_two_that_others_hold_alone) {
  EXPECT_EQ(outline("O.S. 1 Accueillir\n"
                    "Action\tPilote\n"
                    "Action 1 Former\tAnne\n"
                    "Action 2 Informer\tMarc\n"
                    "Action 3 Loger\tMarc Anne\n"
                    "Action 4 Nourrir\tAnne\n"
                    "Action 5 Soigner\tMarc\n"
                    "Action 6 Verdir\tMarc Dubois\n"),
            R"(
OS1 Accueillir
  OS1-A1 Former {responsible=Anne}
  OS1-A2 Informer {responsible=Marc}
  OS1-A3 Loger {responsible=Marc+Anne}
  OS1-A4 Nourrir {responsible=Anne}
  OS1-A5 Soigner {responsible=Marc}
  OS1-A6 Verdir {responsible=Marc Dubois}
)");
}

TEST(Cell, of_a_remark_is_no_wording) {
  const Node node = test::last_node(
      "O.S. 1 Accueillir\nAction\tPilote\tRemarques\nFormer les agents\tAnne\tvu le 3 mars\n");
  EXPECT_EQ(node.title, "Former les agents");
  EXPECT_EQ(test::brief(node.attributes, {}), "{responsible=Anne}");
}

TEST(Head, is_furniture_wherever_it_comes_again) {
  EXPECT_EQ(
      test::places("Action\tPilote\nFormer les agents\tAnne\nAction\tPilote\nInformer les habitants\tMarc\n"),
      R"(
1 furniture
2 node A1
3 furniture
4 node A2
)");
}

TEST(Head, a_date_in_it_is_no_adoption) {
  const Plan plan = test::plan_of(
      "CPAS de Valmont\nPST 2019-2024\n\nO.S. 1 Accueillir\nActions\tAgent\t13/10/2022\nAction 1 : "
      "Former\tAnne\t2021\n");
  EXPECT_EQ(plan.document.adopted_on, std::nullopt);
}

TEST(Row, tabs_that_only_indent_leave_the_wording_open) {
  EXPECT_EQ(
      outline(
          "O.S. 1 Aider\n1.1 Agir\n\t\t1.1.1.\tPlacer des panneaux (indicateur : 12 kWh\n\t\t\tproduits par "
          "an)\n\t\t1.1.2.\tLoger\n"),
      R"(
OS1 Aider
  OS1-OO1 Agir
    OS1-OO1-A1 Placer des panneaux {indicators=12 kWh produits par an}
    OS1-OO1-A2 Loger
)");
}

TEST(Row, of_a_spaced_table_goes_on_past_the_line_below_its_heads) {
  EXPECT_EQ(outline(R"(
N°       Objectifs et actions                    Service            Échéance
----------------------------------------------------------------------------

OS 1     Améliorer l'accueil et
         l'information

1.1      Ouvrir un soir par semaine jusqu'à 18   Service social     2019
         h 30
1.2      Publier une page dans le bulletin       Communication      2020
)"),
            R"(
OS1 Améliorer l'accueil et l'information
  OS1-A1 Ouvrir un soir par semaine jusqu'à 18 h 30 {period=2019-2019 responsible=Service social}
  OS1-A2 Publier une page dans le bulletin {period=2020-2020 responsible=Communication}
)");
}

TEST(Row, of_figures_for_a_node_that_was_there_is_none) {
  EXPECT_EQ(outline(R"(
OS 1 Loger dignement
OS 2 Accueillir chacun

| Objectif | Actions | Budget |
|---|---|---|
| OS 1 | 3 | 24.000 € |
| OS 2 | 5 | 1.500 € |
)"),
            R"(
OS1 Loger dignement
OS2 Accueillir chacun
)");
}

TEST(Row, that_sums_up_its_table_is_no_objective) {
  EXPECT_EQ(outline("Objectif stratégique\tAction\tBudget\n"
                    "OS 1 Loger\tA1 Acheter un terrain\t4.000 €\n"
                    "OS 2 Aider\tA1 Écouter\t2.000 €\n"
                    "Total prévu\t\t6.000 €\n"),
            R"(
OS1 Loger
  OS1-A1 Acheter un terrain {budget=4000 EUR}
OS2 Aider
  OS2-A1 Écouter {budget=2000 EUR}
)");
}

TEST(Row, a_lone_figure_below_a_rung_is_no_node) {
  EXPECT_EQ(outline("Volet\tObjectif stratégique\tAction\n"
                    "VOLET INTERNE\t\t\n"
                    "\t1. Loger\tAcheter un terrain\n"
                    "\t2. Aider\tÉcouter\n"
                    "Nombre d'actions\t31\t\n"),
            R"(
VI
  OS1 Loger
    OS1-A1 Acheter un terrain
  OS2 Aider
    OS2-A1 Écouter
)");
}

TEST(Row, a_capital_with_a_space_before_its_number_is_a_label) {
  EXPECT_EQ(outline(R"(
N°        Objectifs et actions             Pilote
OS 1      Loger dignement
A 1.1     Acheter un terrain               Anne
A 1.2     Rénover la gare                  Marc
)"),
            R"(
OS1 Loger dignement
  OS1-A1 Acheter un terrain {responsible=Anne}
  OS1-A2 Rénover la gare {responsible=Marc}
)");
}

TEST(Cell, of_a_rung_that_is_a_list_holds_a_node_an_item) {
  EXPECT_EQ(outline(R"(
OBJECTIFS STRATÉGIQUES    OBJECTIFS OPÉRATIONNELS    ACTIONS

OS 1 : Loger dignement    OO 1.1 Bâtir               • Acheter un terrain
ceux qui n'ont plus                                  • Construire deux maisons
de toit                                                derrière la gare

                          OO 1.2 Entretenir          • Isoler les toits
                                                     • Changer les châssis
)"),
            R"(
OS1 Loger dignement ceux qui n'ont plus de toit
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
    OS1-OO1-A2 Construire deux maisons derrière la gare
  OS1-OO2 Entretenir
    OS1-OO2-A1 Isoler les toits
    OS1-OO2-A2 Changer les châssis
)");
}

TEST(Row, columns_of_years_give_the_period_or_the_budget) {
  EXPECT_EQ(outline(R"(
| N° | Action | Pilote | 2020 | 2021 | 2022 |
|----|--------|--------|------|------|------|
| 1 | Former les agents | Anne | X | X | |
| 2 | Informer les habitants | Marc | | 1.500 € | 2.000 € |
| N° | Action | Pilote | Échéance | | |
| | | | 2020 | 2021 | 2022 |
| 3 | Loger | Luc | ✓ | | ✓ |
)"),
            R"(
A1 Former les agents {period=2020-2021 responsible=Anne}
A2 Informer les habitants {responsible=Marc budget=1500 EUR 2021+2000 EUR 2022}
A3 Loger {period=2020-2022 responsible=Luc}
)");
}

TEST(Cell, alone_in_the_column_of_actions_is_a_row) {
  EXPECT_EQ(outline("Objectif stratégique\tObjectif opérationnel\tAction\tPilote\n"
                    "1. Accueillir chacun\t1.1. Ouvrir les portes\tPeindre le hall\tAnne\n"
                    "\t\tRefaire le parking\t\n"
                    "\t\tInstaller deux bancs\n"
                    "\t1.2. Informer\tDistribuer un guide\tMarc\n"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Peindre le hall {responsible=Anne}
    OS1-OO1-A2 Refaire le parking
    OS1-OO1-A3 Installer deux bancs
  OS1-OO2 Informer
    OS1-OO2-A1 Distribuer un guide {responsible=Marc}
)");
}

TEST(Table, ends_where_the_plan_does) {
  EXPECT_EQ(test::codes("O.S. 1 Accueillir chacun\nN°\tAction\tPilote\n1\tPeindre le hall\tAnne\n"
                        "2\tRefaire le parking\tMarc\n\nListe des abréviations\n\n"
                        "AMO\tAide en milieu ouvert\tNamur\nONE\tOffice de la naissance\tBruxelles\n"),
            "OS1 OS1-A1 OS1-A2");
}

TEST(Headings, between_the_rows_of_a_typed_table_are_axes) {
  EXPECT_EQ(test::codes(
                "VOLET EXTERNE\n\nN°\tIntitulé\tAgent\nLOGEMENT\nO.S. 1\tLoger les familles\tAnne\n"
                "Action 1\tAcheter\tMarc\nSANTE ET AINES\nO.S. 2\tSoigner\tAnne\nAction 1\tVisiter\tMarc\n"),
            "VE AX1 OS1 OS1-A1 AX2 OS2 OS2-A1");
}

TEST(Addresses, in_the_number_column_say_the_rungs_together) {
  EXPECT_EQ(test::codes("Réf.\tIntitulé\tAgent\nS1\tAccueillir chacun\t\nS1 - O1\tOuvrir les portes\t\n"
                        "S1 - O1 - A1\tFormer\tAnne\nS1 - O1 - A2\tInformer\tMarc\nS2\tLoger\t\n"
                        "S2 - O1\tAcheter\t\nS2 - O1 - A1\tVisiter\tAnne\n"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Wrapped, cells_have_all_their_lines) {
  const std::string places = test::places(
      "| N° | Intitulé | Pilote |\n|---|---|---|\n| OS 1 | Accueillir | |\n"
      "| 1.1 | Ouvrir un guichet | Anne |\n| | dans la salle | |\n");
  EXPECT_NE(places.find("5 node OS1-A1"), std::string::npos) << places;
}

TEST(ShortRow, whose_last_cells_are_missing_keeps_its_columns) {
  EXPECT_EQ(outline("N°\tIntitulé\tAgent\tAnnée\tÉtat\tPriorité\nO.S. 1\tAccueillir chacun\n"
                    "O.O. 1\tOuvrir les portes\tAnne\t2020-2021\nAction "
                    "1\tFormer\tMarc\t2020\tréalisé\tPriorité élevée\n"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes {period=2020-2021 responsible=Anne}
    OS1-OO1-A1 Former {priority=high status=completed period=2020-2020 responsible=Marc}
)");
}

TEST(Row, with_a_line_break_within_a_cell_of_tabs) {
  EXPECT_EQ(
      outline("OO 1.1 Accueillir\nN°\tAction\t2021\t2022\tAgent\nA1\tOuvrir le samedi\tX\t\tAnne\n"
              "A2\tPublier un guide des\nservices de quartier\t\tX\tMarc\nA3\tÉlargir le parc\tX\t\tAnne\n"),
      R"(
OO1 Accueillir
  OO1-A1 Ouvrir le samedi {period=2021-2021 responsible=Anne}
  OO1-A2 Publier un guide des services de quartier {period=2022-2022 responsible=Marc}
  OO1-A3 Élargir le parc {period=2021-2021 responsible=Anne}
)");
}

TEST(Wrapped, cell_that_ends_in_a_row_of_its_own) {
  EXPECT_EQ(
      outline("| N° | Intitulé | Pilote |\n|---|---|---|\n| OS 1 | Accueillir chacun | |\n"
              "| 1.1 | Ouvrir un guichet | Anne |\n| | dans la salle du conseil | |\n| | le samedi | |\n"
              "| 1.2 | Former les agents | Marc |\n"),
      R"(
OS1 Accueillir chacun
  OS1-A1 Ouvrir un guichet dans la salle du conseil le samedi {responsible=Anne}
  OS1-A2 Former les agents {responsible=Marc}
)");
}

}  // namespace
}  // namespace pst::plan
