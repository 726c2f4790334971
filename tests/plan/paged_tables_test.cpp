// Tables of placed pages: actions without a marker, lists within cells.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;
using test::Set;

std::string outline_of(PlacedDocument& d) {
  return test::outline(extract(d.document(), test::library(), {}).plan);
}

TEST(BareActions, a_row_with_nothing_but_its_action) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.text(60, 84, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 400, 500}, {110, 130, 150, 170, 190});
  d.text(65, 115, "Action").text(305, 115, "Pilote").text(405, 115, "Échéance");
  d.text(65, 135, "Ouvrir un guichet").text(305, 135, "Anne").text(405, 135, "2021");
  d.text(65, 155, "Former les agents");
  d.text(65, 175, "Rénover la façade").text(405, 175, "2022");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet {period=2021-2021 responsible=Anne}
    OS1-OO1-A2 Former les agents
    OS1-OO1-A3 Rénover la façade {period=2022-2022}
)");
}

TEST(Card, fields_in_two_lists_out_of_step_are_the_cards) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.text(60, 84, "Fiche n° 1 : Ouvrir un guichet", {12, true});
  for (const double y : {96.0, 150.0}) d.rule(50, y, 500, y);
  d.rule(50, 96, 50, 150).rule(500, 96, 500, 150);
  d.lines(55, 100, "Responsable|Échéance|Budget", 15).lines(150, 100, "Anne|2021|200 €", 15);
  d.lines(300, 100, "Priorité|Avancement|Suivi", 11).lines(400, 100, "élevée|en cours|annuel", 11);
  EXPECT_NE(outline_of(d).find("Ouvrir un guichet {priority=high status=in_progress period=2021-2021 "
                               "responsible=Anne budget=200 EUR"),
            std::string::npos)
      << outline_of(d);
}

TEST(BareActions, below_labelled_objectives_of_the_same_table) {
  PlacedDocument d;
  d.grid({60, 120, 400, 500}, {100, 120, 140, 160, 180, 200});
  d.text(65, 105, "N°").text(125, 105, "Objectifs et actions").text(405, 105, "Agent");
  d.text(65, 125, "O.S. 1").text(125, 125, "Mieux accueillir");
  d.text(65, 145, "O.O. 1.1").text(125, 145, "Ouvrir les portes");
  d.text(125, 165, "Ouvrir un guichet").text(405, 165, "Anne");
  d.text(125, 185, "Former les agents");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet {responsible=Anne}
    OS1-OO1-A2 Former les agents
)");
}

TEST(BareActions, several_in_the_cell_of_each_objective) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.grid({60, 250, 500}, {100, 120, 170, 220});
  d.text(65, 105, "Objectif opérationnel").text(255, 105, "Actions");
  d.text(65, 125, "OO 1.1 Ouvrir les portes").lines(255, 125, "Ouvrir un guichet|Former les agents", 20);
  d.text(65, 175, "OO 1.2 Mieux informer").lines(255, 175, "• Rédiger un guide|• Éditer une brochure", 14);
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet
    OS1-OO1-A2 Former les agents
  OS1-OO2 Mieux informer
    OS1-OO2-A1 Rédiger un guide
    OS1-OO2-A2 Éditer une brochure
)");
}

TEST(WrappedCell, a_number_that_closes_a_bracket_of_the_line_above_opens_nothing) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.grid({60, 130, 370}, {100, 120, 140, 180, 200});
  d.text(65, 105, "N°").text(135, 105, "Objectifs et actions");
  d.text(65, 125, "O.O. 1.1").text(135, 125, "Ouvrir les portes");
  d.text(65, 145, "Action 1")
      .lines(135, 145, "Réunir tous les agents des services (cf agent référent|0.0.1.1) deux fois");
  d.text(65, 185, "O.O. 1.2").text(135, 185, "Aller vers les gens");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Réunir tous les agents des services (cf agent référent 0.0.1.1) deux fois {references=[cf agent référent 0.0.1.1]→OS1-OO1}
  OS1-OO2 Aller vers les gens
)");
}

TEST(CellParagraphs, that_may_be_actions_are_doubted) {
  PlacedDocument d;
  d.text(60, 60, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 500}, {110, 130, 190, 210});
  d.text(65, 115, "Action").text(305, 115, "Pilote");
  d.lines(65, 135, "Ouvrir un guichet|Former les agents|Peindre le hall", 20).text(305, 135, "Anne");
  d.text(65, 195, "Rénover la façade").text(305, 195, "Marc");
  const Plan plan = extract(d.document(), test::library(), {}).plan;
  std::string doubts;
  for (const source::Diagnostic& found : plan.diagnostics)
    doubts += found.rule + " " + found.code.value_or("-") + "\n";
  EXPECT_EQ(doubts, R"(cell-paragraphs -
cell-paragraph OO1-A1
cell-paragraph OO1-A1
)");
}

TEST(ListInCell, leaves_the_values_of_the_row_to_its_action) {
  PlacedDocument d;
  d.text(60, 60, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 400, 500}, {110, 130, 180, 200});
  d.text(65, 115, "Action").text(305, 115, "Pilote").text(405, 115, "Échéance");
  d.text(65, 135, "Action 1.1.1 Ouvrir un guichet").text(305, 135, "Anne").text(405, 135, "2021");
  d.text(70, 149, "• Acheter un comptoir").text(70, 163, "• Former les agents");
  d.text(65, 185, "Action 1.1.2 Rénover").text(305, 185, "Marc").text(405, 185, "2022");
  EXPECT_EQ(outline_of(d), R"(
OO1 Ouvrir les portes
  OO1-A1 Ouvrir un guichet {period=2021-2021 responsible=Anne}
    OO1-A1-SA1 Acheter un comptoir
    OO1-A1-SA2 Former les agents
  OO1-A2 Rénover {period=2022-2022 responsible=Marc}
)");
}

TEST(ListInCell, leaves_the_values_of_the_row_to_the_project_that_heads_it) {
  PlacedDocument d;
  d.text(60, 60, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 200, 320, 420, 500}, {110, 130, 170, 210});
  d.text(65, 115, "Projet").text(205, 115, "Actions").text(325, 115, "Pilote").text(425, 115, "Échéance");
  d.text(65, 135, "Projet 1 : Un guichet").text(325, 135, "Anne").text(425, 135, "2021");
  d.text(205, 135, "• Acheter un comptoir").text(205, 149, "• Former les agents");
  d.text(65, 175, "Projet 2 : Un jardin").text(325, 175, "Marc").text(425, 175, "2022");
  d.text(205, 175, "• Dessiner un plan").text(205, 189, "• Planter des arbres");
  EXPECT_EQ(outline_of(d), R"(
OO1 Ouvrir les portes
  OO1-P1 Un guichet {period=2021-2021 responsible=Anne}
    OO1-P1-A1 Acheter un comptoir
    OO1-P1-A2 Former les agents
  OO1-P2 Un jardin {period=2022-2022 responsible=Marc}
    OO1-P2-A1 Dessiner un plan
    OO1-P2-A2 Planter des arbres
)");
}

TEST(ListInCell, is_in_doubt_beside_a_project_of_several_rows) {
  PlacedDocument d;
  d.text(60, 60, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 200}, {110, 130, 210}).grid({200, 320, 420}, {110, 130, 170, 210});
  d.text(65, 115, "Projet").text(205, 115, "Actions").text(325, 115, "Pilote");
  d.text(65, 135, "Projet 1 : Un guichet").text(325, 135, "Anne").text(325, 175, "Marc");
  d.text(205, 135, "• Acheter un comptoir").text(205, 149, "• Former les agents");
  d.text(205, 175, "• Dessiner un plan").text(205, 189, "• Planter des arbres");
  EXPECT_EQ(outline_of(d).find("Anne"), std::string::npos) << outline_of(d);
}

TEST(PagedTables, a_column_that_its_head_gives_to_the_objective) {
  PlacedDocument d;
  d.text(60, 60, "OS1 : Mieux accueillir", {14, true});
  d.grid({60, 200, 420, 540}, {90, 110, 150, 170});
  d.text(65, 95, "Objectif opérationnel").text(205, 95, "Actions").text(425, 95, "Pilote de l'objectif");
  d.text(65, 115, "OO 1.1 Ouvrir les portes").text(205, 115, "– Tenir une permanence");
  d.text(205, 130, "– Publier un guide").text(425, 115, "Accueil");
  d.text(65, 155, "OO 1.2 Orienter").text(205, 155, "– Former les agents").text(425, 155, "Direction");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes {responsible=Accueil}
    OS1-OO1-A1 Tenir une permanence
    OS1-OO1-A2 Publier un guide
  OS1-OO2 Orienter {responsible=Direction}
    OS1-OO2-A1 Former les agents
)");
}

TEST(YearMarks, coloured_cells_below_years_are_read_like_signs) {
  PlacedDocument d;
  d.text(60, 60, "OS1 : Mieux accueillir", {14, true}).text(60, 84, "OO1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 400, 440, 480, 520}, {110, 130, 150, 170, 190}).shade({60, 520}, 110, 130);
  d.text(65, 115, "Actions").text(305, 115, "Service");
  d.text(410, 115, "2025").text(450, 115, "2026").text(490, 115, "2027");
  d.text(65, 135, "Action 1 – Tenir une permanence")
      .text(305, 135, "Accueil")
      .shade({400, 440, 480}, 130, 150);
  d.text(65, 155, "Action 2 – Publier un guide").text(305, 155, "Presse").shade({480, 520}, 150, 170);
  // A row shaded cell by cell is not running in all years.
  d.text(65, 175, "Action 3 – Former les agents").text(305, 175, "GRH");
  d.shade({60, 300, 400, 440, 480, 520}, 170, 190);
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Tenir une permanence {period=2025-2026 responsible=Accueil}
    OS1-OO1-A2 Publier un guide {period=2027-2027 responsible=Presse}
    OS1-OO1-A3 Former les agents {responsible=GRH}
)");
}

TEST(YearMarks, bars_below_the_halves_of_years) {
  PlacedDocument d;
  d.text(60, 40, "OS1 : Mieux accueillir", {14, true}).text(60, 64, "OO1.1 : Ouvrir les portes", {12, true});
  d.shade({60, 480}, 90, 120);
  d.text(65, 100, "Actions", {9})
      .text(310, 92, "2025", {9})
      .text(370, 92, "2026", {9})
      .text(430, 92, "2027", {9});
  for (const double x : {300.0, 360.0, 420.0}) d.text(x + 10, 106, "S1", {7}).text(x + 40, 106, "S2", {7});
  d.grid({60, 290, 322, 352, 382, 412, 442, 472}, {120, 140, 160, 180});
  d.text(65, 125, "Action 1 Tenir une permanence").text(65, 145, "Action 2 Publier un guide");
  d.text(65, 165, "Action 3 Former les agents");
  d.shade({322, 382}, 124, 136).shade({412, 472}, 144, 156).shade({290, 322}, 164, 176);
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Tenir une permanence {period=2025-2026}
    OS1-OO1-A2 Publier un guide {period=2027-2027}
    OS1-OO1-A3 Former les agents {period=2025-2025}
)");
}

TEST(YearMarks, shaded_columns_are_none) {
  PlacedDocument d;
  d.text(60, 60, "OS1 : Mieux accueillir", {14, true}).text(60, 84, "OO1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 400, 440, 480, 520}, {110, 130, 150, 170, 190, 210});
  d.text(65, 115, "Actions").text(410, 115, "2025").text(450, 115, "2026").text(490, 115, "2027");
  const char* const actions[] = {"Action 1 – Tenir une permanence", "Action 2 – Publier un guide",
                                 "Action 3 – Former les agents", "Action 4 – Revoir les horaires"};
  double y = 130;
  for (const char* action : actions) {
    d.text(65, y + 5, action).text(450, y + 5, "x").shade({400, 440}, y, y + 20).shade({480, 520}, y, y + 20);
    y += 20;
  }
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Tenir une permanence {period=2026-2026}
    OS1-OO1-A2 Publier un guide {period=2026-2026}
    OS1-OO1-A3 Former les agents {period=2026-2026}
    OS1-OO1-A4 Revoir les horaires {period=2026-2026}
)");
}

}  // namespace
}  // namespace pst::plan
