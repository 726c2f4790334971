// Tables that a page's end breaks, and what stands below or between their drawn rows.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

/// Whether the fragments hold these lines, one below the other.
testing::AssertionResult holds(const PlacedDocument& d, std::string_view lines) {
  const std::string all = d.fragments();
  if (all.find(lines) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << all;
}

TEST(BrokenTable, a_caption_and_the_head_below_it_come_again) {
  PlacedDocument d;
  d.rule(50, 700, 50, 760).rule(450, 700, 450, 760).rule(300, 720, 300, 760);
  for (const double y : {700.0, 720.0, 740.0, 760.0}) d.rule(50, y, 450, y);
  d.text(55, 705, "OO 1 Loger").text(55, 725, "Action").text(305, 725, "Pilote");
  d.text(55, 745, "Former").text(305, 745, "Anne");
  d.page().rule(50, 60, 50, 120).rule(450, 60, 450, 120).rule(300, 80, 300, 120);
  for (const double y : {60.0, 80.0, 100.0, 120.0}) d.rule(50, y, 450, y);
  d.text(55, 65, "OO 1 Loger").text(55, 85, "Action").text(305, 85, "Pilote");
  d.text(55, 105, "Visiter").text(305, 105, "Marc");
  EXPECT_EQ(d.set_aside(), "\n2 repeated-head: OO 1 Loger\n2 repeated-head: Action   Pilote\n");
}

TEST(BrokenTable, of_several_captions_above_the_same_head_the_last_comes_again) {
  PlacedDocument d;
  d.rule(50, 640, 50, 760).rule(450, 640, 450, 760).rule(300, 660, 300, 700).rule(300, 720, 300, 760);
  for (int r = 0; r < 7; ++r) d.rule(50, 640 + 20 * r, 450, 640 + 20 * r);
  d.text(55, 645, "OO 1 Loger").text(55, 665, "Action").text(305, 665, "Pilote");
  d.text(55, 685, "Former").text(305, 685, "Anne");
  d.text(55, 705, "OO 2 Aider").text(55, 725, "Action").text(305, 725, "Pilote");
  d.text(55, 745, "Informer").text(305, 745, "Luc");
  d.page().rule(50, 60, 50, 120).rule(450, 60, 450, 120).rule(300, 80, 300, 120);
  for (const double y : {60.0, 80.0, 100.0, 120.0}) d.rule(50, y, 450, y);
  d.text(55, 65, "OO 2 Aider").text(55, 85, "Action").text(305, 85, "Pilote");
  d.text(55, 105, "Visiter").text(305, 105, "Marc");
  EXPECT_EQ(d.set_aside(), "\n2 repeated-head: OO 2 Aider\n2 repeated-head: Action   Pilote\n");
}

TEST(BrokenTable, a_merged_cell_but_the_first_goes_on_above_a_new_row) {
  PlacedDocument d;
  d.grid({50, 120, 200, 450}, {680, 700, 740});
  d.text(55, 685, "OS").text(125, 685, "OO").text(205, 685, "Action");
  d.lines(55, 705, "OS 1 Être|solidaire").lines(125, 705, "OO 1 Mieux|organiser le");
  d.text(205, 705, "Former les agents");
  d.page().grid({50, 120, 200, 450}, {60, 80, 100});
  d.text(125, 65, "jardin partagé").text(205, 65, "Visiter").text(205, 85, "Informer");
  EXPECT_TRUE(
      holds(d, "1[1/3]: …organiser le\n2[1/3]: …jardin partagé\n1[2/3]: Former les agents\n2[2/3]: "));
}

/// Two rows with all cells, and the first lines of a third.
PlacedDocument three_rows(std::string_view third_objective) {
  PlacedDocument d;
  d.grid({50, 150, 400, 500}, {660, 680, 700, 720, 760});
  d.text(55, 665, "Objectif").text(155, 665, "Actions").text(405, 665, "Public");
  d.text(55, 685, "OO 1 Loger").text(155, 685, "Louer").text(405, 685, "Aînés");
  d.text(55, 705, "OO 2 Aider").text(155, 705, "Écouter").text(405, 705, "Jeunes");
  d.lines(55, 725, third_objective).text(155, 725, "Former les agents").text(405, 725, "Familles");
  d.page();
  return d;
}

TEST(BrokenTable, paragraphs_alone_are_of_the_row_before_where_each_row_has_a_first_cell) {
  PlacedDocument d = three_rows("OO 3 Ouvrir");
  d.grid({50, 150, 400, 500}, {60, 80, 100});
  d.text(155, 65, "Visiter les familles").text(55, 85, "OO 4 Fêter").text(155, 85, "Chanter");
  EXPECT_TRUE(holds(d, "1[1/3]: Former les agents\n2[1/3]: Visiter les familles\n1[2/3]: Familles\n"));
}

TEST(BrokenTable, paragraphs_beside_the_end_of_the_first_cell_are_of_its_row) {
  PlacedDocument d = three_rows("OO 3 Ouvrir le|guichet des");
  d.grid({50, 150, 400, 500}, {60, 80, 100});
  d.text(55, 65, "aînés").text(155, 65, "Visiter les familles");
  d.text(55, 85, "OO 4 Fêter").text(155, 85, "Chanter");
  EXPECT_TRUE(holds(d, "2[0/3]: …aînés\n1[1/3]: Former les agents\n2[1/3]: Visiter les familles\n"));
}

TEST(BrokenTable, a_first_cell_in_the_middle_of_a_broken_row_stands_on_the_next_page) {
  PlacedDocument d = three_rows("");
  d.grid({50, 150, 400, 500}, {60, 80, 100});
  d.text(55, 65, "OO 3 Ouvrir").text(155, 65, "Visiter les familles");
  d.text(55, 85, "OO 4 Fêter").text(155, 85, "Chanter");
  EXPECT_TRUE(holds(d, "2[0/3]: OO 3 Ouvrir\n1[1/3]: Former les agents\n2[1/3]: Visiter les familles\n"));
}

TEST(BrokenTable, the_last_words_of_its_last_cell_stand_alone_on_the_next_page) {
  PlacedDocument d;
  d.text(60, 720, "Action").text(350, 720, "Pilote").text(450, 720, "Année");
  d.text(60, 740, "Informer les habitants").text(350, 740, "Marc").text(450, 740, "2021");
  d.text(60, 760, "Former les agents").text(350, 760, "Service petite").text(450, 760, "2022");
  d.page().text(350, 60, "enfance");
  EXPECT_TRUE(holds(d, "1[1/3]: Service petite\n2[1/3]: …enfance\n1[2/3]: 2022\n"));
}

TEST(BrokenTable, a_cell_that_stands_alone_below_the_last_rule_is_one_of_the_next_row) {
  PlacedDocument d;
  for (const double y : {716.0, 736.0, 756.0}) d.rule(50, y, 500, y);
  d.text(55, 704, "Action").text(300, 704, "Pilote").text(420, 704, "Année");
  d.text(55, 720, "Former les agents").text(300, 720, "Anne").text(420, 720, "2020");
  d.text(55, 740, "Informer").text(300, 740, "Marc").text(420, 740, "2021");
  d.text(300, 762, "Luc");
  d.page();
  for (const double y : {72.0, 92.0, 112.0}) d.rule(50, y, 500, y);
  d.text(55, 60, "Action").text(300, 60, "Pilote").text(420, 60, "Année");
  d.lines(55, 75, "Ouvrir un guichet").text(55, 96, "Visiter").text(300, 96, "Anne").text(420, 96, "2022");
  EXPECT_TRUE(holds(d, "2[0/3]: …Ouvrir un guichet\n1[1/3]: Luc\n2[0/3]: Visiter"));
}

TEST(BrokenTable, the_second_line_of_its_head_is_no_running_head) {
  PlacedDocument d;
  for (int p = 0; p < 3; ++p) {
    if (p > 0) d.page();
    d.shade({50, 150, 350, 450}, 55, 85);
    d.lines(55, 60, "Objectif|opérationnel").text(155, 60, "Action").text(355, 60, "Pilote");
    for (int r = 1; r < 4; ++r) {
      d.text(155, 70 + 20 * r, std::string(static_cast<std::size_t>(3 * p + r), 'a'));
      d.text(355, 70 + 20 * r, "Anne");
    }
  }
  EXPECT_EQ(d.set_aside().find("running-head"), std::string::npos) << d.set_aside();
}

TEST(StackedTable, a_white_row_of_one_cell_or_a_heading_parts_no_tables) {
  PlacedDocument d;
  d.shade({50, 300, 400, 500}, 100, 120);
  d.text(55, 105, "Action").text(305, 105, "Pilote").text(405, 105, "Année");
  d.text(55, 125, "OS 1 Être une maison où chacun se sent toujours le bienvenu", {.bold = true});
  d.shade({50, 300, 400, 500}, 140, 160);
  d.text(55, 145, "Former les agents").text(305, 145, "Anne").text(405, 145, "2020");
  d.text(55, 165, "Informer");
  d.shade({50, 300, 400, 500}, 180, 200);
  d.text(55, 185, "Visiter").text(305, 185, "Luc").text(405, 185, "2021");
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: Action
1[1/3]: Pilote
1[2/3]: Année
1: OS 1 Être une maison où chacun se sent toujours le bienvenu
1[0/3]: Former les agents
1[1/3]: Anne
1[2/3]: 2020
1[0/3]: Informer
1[0/3]: Visiter
1[1/3]: Luc
1[2/3]: 2021
)");
  EXPECT_EQ(arrange(d.document()).areas.front().kind, Area::Kind::table);
}

TEST(StackedTable, a_last_white_row_of_one_cell_wraps_within_its_column) {
  PlacedDocument d;
  d.shade({50, 200, 350, 450, 500}, 100, 120);
  d.text(55, 105, "N°").text(205, 105, "Action").text(355, 105, "Pilote").text(455, 105, "An");
  d.lines(205, 126, "Organiser des visites à|domicile pour les aînés");
  d.text(50, 200, "Du texte qui suit le tableau et qui va d'un bord à l'autre de la page");
  EXPECT_TRUE(holds(d, "1[1/4]: Organiser des visites à\n1[1/4]: …domicile pour les aînés\n1: Du texte"));
}

TEST(StackedTable, the_shade_of_a_merged_cell_joins_no_rows) {
  PlacedDocument d;
  d.shade({50, 160, 350, 440, 520}, 60, 80);
  d.text(55, 65, "Objectif").text(165, 65, "Action").text(355, 65, "Pilote").text(445, 65, "Année");
  d.shade({50, 160}, 80, 125);
  d.lines(165, 86, "Former les agents du guichet|à l'accueil|des familles").lines(355, 86, "Anne|Lise");
  EXPECT_TRUE(holds(d, "1[1/4]: …des familles\n1[2/4]: Anne\n1[2/4]: Lise\n"));
}

TEST(StackedTable, shaded_labels_of_a_card_are_no_merged_cells) {
  PlacedDocument d;
  for (const double y : {100.0, 118.0}) {
    d.shade({50, 130}, y, y + 18).shade({300, 380}, y, y + 18);
    d.text(55, y + 4, y > 100 ? "Priorité" : "Pilote").text(135, y + 4, y > 100 ? "élevée" : "Anne");
    d.text(305, y + 4, y > 100 ? "État" : "Année").text(385, y + 4, y > 100 ? "en cours" : "2021");
  }
  d.shade({50, 130}, 136, 154).text(55, 140, "Budget").text(135, 140, "200 €");
  const std::string got = d.fragments();
  EXPECT_LT(got.find("Priorité"), got.find("élevée")) << got;
  EXPECT_LT(got.find("2021"), got.find("Priorité")) << got;
}

}  // namespace
}  // namespace pst::layout
