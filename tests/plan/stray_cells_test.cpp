// Cells that fell out of their rows, and tables flattened to one cell a line.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;
using test::outline;
using test::read;

constexpr const char* kHead = "O.S. 1 Accueillir chacun\nActions\tAgent\tAnnées\n";

TEST(Stray, years_as_many_as_actions_go_to_them_in_order) {
  EXPECT_EQ(read(std::string(kHead) +
                 "Action 1 : Former les agents\nAction 2 : Informer les habitants\n2020\n2021\n"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1
  OS1-A1 | Action 1 | 1 | Former les agents | {period=2020-2020} | 3-3
  OS1-A2 | Action 2 | 2 | Informer les habitants | {period=2021-2021} | 4-4
)");
}

TEST(Stray, years_fewer_than_actions_are_a_diagnostic_and_no_attribute) {
  const std::string plan =
      std::string(kHead) +
      "Action 1 : Former les agents\nAction 2 : Informer les habitants\nAction 3 : Visiter\n2020\n2021\n";
  EXPECT_EQ(outline(plan).find("period"), std::string::npos);
  EXPECT_NE(diagnostics(plan).find("reading cell-without-row OS1 6-7"), std::string::npos);
}

TEST(Stray, name_and_year_behind_their_action_are_its_own) {
  EXPECT_EQ(
      outline(std::string(kHead) +
              "Action 1 : Former les agents\nAnne\n2020\nAction 2 : Informer les habitants\nMarc\n2021\n"),
      R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {period=2020-2020 responsible=Anne}
  OS1-A2 Informer les habitants {period=2021-2021 responsible=Marc}
)");
}

TEST(Stray, count_as_the_nodes_lines_without_widening_its_span) {
  const std::string plan =
      std::string(kHead) + "Action 1 : Former les agents\n2020\nAction 2 : Informer les habitants\n2021\n";
  EXPECT_EQ(test::places(plan), R"(
1 node OS1
2 furniture
3 node OS1-A1
4 node OS1-A1
5 node OS1-A2
6 node OS1-A2
)");
  EXPECT_EQ(test::last_node(plan).source.last_line, 5);
}

TEST(Stray, a_column_with_its_head_below_the_group_goes_to_it_one_by_one) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
• Action 1 : Former les agents
• Action 2 : Informer les habitants

Année
2022
2023-2024

O.O. 1.2 Chauffer les salles
)"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Former les agents {period=2022-2022}
    OS1-OO1-A2 Informer les habitants {period=2023-2024}
  OS1-OO2 Chauffer les salles
)");
}

TEST(Stray, a_year_within_the_wording_is_none) {
  EXPECT_EQ(outline("O.S. 1 Accueillir\nAction 1 : Préparer 2024\nAction 2 : Former\n"), R"(
OS1 Accueillir
  OS1-A1 Préparer 2024
  OS1-A2 Former
)");
}

// --- one cell a line ---------------------------------------------------------------------------------

TEST(FlatRow, cells_go_to_their_columns_by_order_and_look) {
  EXPECT_EQ(outline(R"(
P1 : priorité élevée – P2 : priorité moyenne – P3 : priorité
faible

N°
Intitulé
Pilote
Échéance
Priorité
État
OS 1
Loger dignement tous ceux qui cherchent un toit dans la
vallée
1.1
Acheter un terrain derrière la gare et y construire deux
maisons
Service travaux
2025-2026
P1
En cours
1.2
Isoler les toits
ADL
Chaque année
P3
À démarrer
)"),
            R"(
OS1 Loger dignement tous ceux qui cherchent un toit dans la vallée
  OS1-A1 Acheter un terrain derrière la gare et y construire deux maisons {priority=high status=in_progress period=2025-2026 responsible=Service travaux}
  OS1-A2 Isoler les toits {priority=low status=not_started recurrence=yearly responsible=ADL}
)");
}

TEST(FlatRow, behind_heads_that_name_a_rung) {
  EXPECT_EQ(
      outline("OS 1 – Accueillir chacun\n\nOO 1.1 – Ouvrir les portes\n\nN°\nAction\nPilote\nÉchéance\nÉtat\n"
              "1.1.1\nOuvrir un guichet dans chaque village de la\ncommune\nAnne\n2025-2026\nen cours\n"
              "1.1.2\nFormer les agents aux nouveaux outils\nMarc\n2026\nà démarrer\n"
              "1.1.3\nImprimer un guide\nAnne\n2027\nà démarrer\n"),
      R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet dans chaque village de la commune {status=in_progress period=2025-2026 responsible=Anne}
    OS1-OO1-A2 Former les agents aux nouveaux outils {status=not_started period=2026-2026 responsible=Marc}
    OS1-OO1-A3 Imprimer un guide {status=not_started period=2027-2027 responsible=Anne}
)");
}

TEST(FlatRow, a_line_that_may_end_the_title_stays_there_with_a_doubt) {
  const std::string text = R"(
N°
Intitulé
Pilote
Échéance
OS 1
Loger
1.1
Acheter un terrain derrière la gare de Bas
Oha
2025
1.2
Isoler les toits
Anne
2026
)";
  EXPECT_EQ(outline(text), R"(
OS1 Loger
  OS1-A1 Acheter un terrain derrière la gare de Bas Oha {period=2025-2025}
  OS1-A2 Isoler les toits {period=2026-2026 responsible=Anne}
)");
}

TEST(FlatRow, with_a_number_within_its_title_may_be_two) {
  const std::string all = diagnostics(R"(
N°
Intitulé
Pilote
Échéance
OS 1
Loger
1.1
Acheter un terrain
Anne
2025
2
Isoler les toits
Marc
2026
1.3
Chauffer les salles
Anne
2027
)");
  EXPECT_NE(all.find("reading rows-joined 7-14"), std::string::npos) << all;
}

TEST(CellsOfLines, as_many_as_the_heads_are_told_by_their_place_blank_ones_too) {
  EXPECT_EQ(test::outline(R"(
Objectif stratégique n° 1 : Loger chacun
Objectif opérationnel n° 1.1 : Bâtir
N°
Action
Service porteur
Échéance
Budget
État
1.1.1
Acheter un terrain
Direction générale
2026
à déterminer
En cours
1.1.2
Choisir un architecte
Service social
2025-2027

Réalisé
Objectif opérationnel n° 1.2 : Louer
N°
Action
Service porteur
Échéance
Budget
État
1.2.1
Signer une convention
Service social
fin 2028

À démarrer
1.2.2
Meubler
Direction générale
2026
2.500 €
Réalisé
Objectif stratégique n° 2 : Accueillir
)"),
            R"(
OS1 Loger chacun
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain {status=in_progress period=2026-2026 responsible=Direction générale}
    OS1-OO1-A2 Choisir un architecte {status=completed period=2025-2027 responsible=Service social}
  OS1-OO2 Louer
    OS1-OO2-A1 Signer une convention {status=not_started period=2028-2028 responsible=Service social}
    OS1-OO2-A2 Meubler {status=completed period=2026-2026 responsible=Direction générale budget=2500 EUR}
OS2 Accueillir
)");
}

}  // namespace
}  // namespace pst::plan
