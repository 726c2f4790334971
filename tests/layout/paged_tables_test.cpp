// Tables of placed pages, with rules and without, and rows that cross a page.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

TEST(RuledTable, the_words_of_a_cell_stay_together) {
  PlacedDocument d;
  d.grid({50, 120, 350, 450}, {100, 120, 150});
  d.text(55, 105, "N°").text(125, 105, "Action").text(355, 105, "Pilote");
  // The label stands between the two lines of its title.
  d.text(55, 130, "A.1")
      .lines(125, 124, "Réaménager tout l'espace d'accueil du centre|et le guichet")
      .text(355, 130, "Anne");
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
1[0/3]: A.1
1[1/3]: Réaménager tout l'espace d'accueil du centre
1[1/3]: …et le guichet
1[2/3]: Anne
)");
}

TEST(RuledTable, a_cell_across_the_columns_is_a_line_of_its_own) {
  PlacedDocument d;
  d.rule(50, 100, 50, 160).rule(450, 100, 450, 160).rule(200, 120, 200, 160);
  for (const double y : {100.0, 120.0, 140.0, 160.0}) d.rule(50, y, 450, y);
  d.text(55, 105, "Thème 1")
      .text(55, 125, "Action")
      .text(205, 125, "Pilote")
      .text(55, 145, "Former")
      .text(205, 145, "Anne");
  EXPECT_EQ(d.fragments(), R"(
1: Thème 1
1[0/2]: Action
1[1/2]: Pilote
1[0/2]: Former
1[1/2]: Anne
)");
}

TEST(RuledTable, items_of_a_cell_are_parts) {
  PlacedDocument d;
  d.grid({50, 150, 450}, {100, 170}).grid({50, 150, 450}, {170, 190});
  d.text(55, 105, "Loger").lines(155, 105, "• acheter une maison|• rénover la gare|• louer");
  d.text(55, 175, "Aider").text(155, 175, "• écouter");
  const Layout layout = arrange(d.document());
  ASSERT_GE(layout.fragments.size(), 4U);
  EXPECT_EQ(layout.fragments[1].part, 0);
  EXPECT_EQ(layout.fragments[2].part, 1);
  EXPECT_EQ(layout.fragments[3].part, 2);
  EXPECT_EQ(layout.fragments[1].line_index, layout.fragments[3].line_index);
}

TEST(Table, with_level_rules_only_finds_its_columns_by_its_words) {
  PlacedDocument d;
  for (const double y : {116.0, 136.0, 156.0, 176.0}) d.rule(50, y, 500, y);
  d.text(50, 104, "Action").text(300, 104, "Pilote").text(420, 104, "Année");
  d.text(50, 120, "Former les agents").text(300, 120, "Anne").text(420, 120, "2020");
  d.text(50, 140, "Informer").text(300, 140, "Marc").text(420, 140, "2021");
  d.text(50, 160, "Visiter").text(300, 160, "Luc").text(420, 160, "2022");
  EXPECT_EQ(d.fragments().substr(0, 49), "\n1[0/3]: Action\n1[1/3]: Pilote\n1[2/3]: Année\n1[0");
}

TEST(Table, without_rules_tells_rows_by_the_white_between_them) {
  PlacedDocument d;
  d.text(60, 100, "N°")
      .text(110, 100, "Objectifs et actions")
      .text(380, 100, "Agent")
      .text(460, 100, "Année");
  d.text(60, 126, "1.1")
      .lines(110, 120, "Permettre aux agents de suivre des formations|à l'accueil")
      .text(380, 126, "Anne");
  d.text(60, 152, "1.2")
      .text(110, 152, "Informer les habitants")
      .text(380, 152, "Marc")
      .text(460, 152, "2021");
  d.text(60, 172, "1.3").text(110, 172, "Visiter les familles").text(460, 172, "2022");
  EXPECT_EQ(d.fragments(), R"(
1[0/4]: N°
1[1/4]: Objectifs et actions
1[2/4]: Agent
1[3/4]: Année
1[0/4]: 1.1
1[1/4]: Permettre aux agents de suivre des formations
1[1/4]: …à l'accueil
1[2/4]: Anne
1[0/4]: 1.2
1[1/4]: Informer les habitants
1[2/4]: Marc
1[3/4]: 2021
1[0/4]: 1.3
1[1/4]: Visiter les familles
1[3/4]: 2022
)");
}

TEST(Table, a_head_ends_where_its_first_row_begins) {
  PlacedDocument d;
  d.text(50, 100, "N°").text(90, 100, "Action").text(250, 100, "Pilote").text(350, 100, "Budget");
  d.text(50, 112, "1.1").text(90, 112, "Rénover le hall").text(250, 112, "Anne").text(350, 112, "200 €");
  d.text(50, 136, "1.2").text(90, 136, "Former les agents").text(250, 136, "Marc").text(350, 136, "300 €");
  d.text(50, 160, "1.3").text(90, 160, "Louer une salle").text(250, 160, "Anne").text(350, 160, "400 €");
  EXPECT_EQ(d.fragments(), R"(
1[0/4]: N°
1[1/4]: Action
1[2/4]: Pilote
1[3/4]: Budget
1[0/4]: 1.1
1[1/4]: Rénover le hall
1[2/4]: Anne
1[3/4]: 200 €
1[0/4]: 1.2
1[1/4]: Former les agents
1[2/4]: Marc
1[3/4]: 300 €
1[0/4]: 1.3
1[1/4]: Louer une salle
1[2/4]: Anne
1[3/4]: 400 €
)");
}

TEST(Table, labels_that_hang_before_their_text_make_none) {
  PlacedDocument d;
  d.text(60, 100, "1.1")
      .text(110, 100, "Former les agents du centre")
      .text(60, 112, "1.2")
      .text(110, 112, "Informer");
  d.text(60, 124, "1.3").text(110, 124, "Visiter").text(60, 136, "1.4").text(110, 136, "Loger les familles");
  EXPECT_EQ(d.fragments(), R"(
1: 1.1 Former les agents du centre
1: …1.2 Informer
1: 1.3 Visiter
1: 1.4 Loger les familles
)");
}

TEST(Table, over_two_pages_repeats_its_head_and_breaks_a_row) {
  PlacedDocument d;
  d.grid({50, 120, 350, 450}, {700, 720, 760});
  d.text(55, 705, "N°").text(125, 705, "Action").text(355, 705, "Pilote");
  d.text(55, 725, "A.1")
      .text(125, 725, "Réaménager tout l'espace d'accueil du centre")
      .text(355, 725, "Anne");
  d.page().grid({50, 120, 350, 450}, {60, 80, 100, 120});
  d.text(55, 65, "N°").text(125, 65, "Action").text(355, 65, "Pilote");
  d.text(125, 85, "et le guichet").text(55, 105, "A.2").text(125, 105, "Former").text(355, 105, "Marc");
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
1[0/3]: A.1
1[1/3]: Réaménager tout l'espace d'accueil du centre
2[1/3]: …et le guichet
1[2/3]: Anne
2[0/3]: A.2
2[1/3]: Former
2[2/3]: Marc
)");
  EXPECT_EQ(d.set_aside(), "\n2 repeated-head: N°   Action   Pilote\n");
}

TEST(Table, beside_a_merged_cell_a_lone_one_on_the_next_page_is_a_row) {
  PlacedDocument d;
  d.grid({50, 120, 350}, {680, 700}).text(55, 685, "Projet").text(125, 685, "Action");
  d.grid({50, 120}, {700, 780}).text(55, 705, "Projet 1");
  d.grid({120, 350}, {700, 720, 740, 760, 780});
  d.text(125, 705, "Former les agents").text(125, 725, "Ouvrir un guichet").text(125, 745, "Informer");
  d.text(125, 765, "Réaménager tout l'espace d'accueil du centre");
  d.page().grid({50, 120}, {60, 100}).grid({120, 350}, {60, 80, 100});
  d.text(125, 65, "Aménager un jardin").text(125, 85, "Visiter les familles");
  EXPECT_NE(d.fragments().find("\n2[1/2]: Aménager un jardin\n"), std::string::npos) << d.fragments();
}

TEST(Table, a_lone_cell_below_closed_brackets_begins_a_row_on_the_next_page) {
  PlacedDocument d;
  d.grid({50, 120, 350, 450}, {700, 720, 760});
  d.text(55, 705, "N°").text(125, 705, "Action").text(355, 705, "Pilote");
  d.text(125, 725, "Réaménager tout l'espace d'accueil (en 2021)").text(355, 725, "Anne");
  d.page().grid({50, 120, 350, 450}, {60, 80, 100});
  d.text(125, 65, "Former les agents").text(125, 85, "Visiter").text(355, 85, "Marc");
  EXPECT_NE(d.fragments().find("\n2[1/3]: Former les agents\n"), std::string::npos) << d.fragments();
}

TEST(Table, a_drawing_of_a_hundred_thousand_rules_is_none) {
  PlacedDocument d;
  for (int i = 0; i < 100'000; ++i) d.rule(i % 500, i % 800, i % 500 + 40, i % 800);
  d.text(60, 100, "Du texte");
  EXPECT_EQ(d.fragments(), "\n1: Du texte\n");
}

TEST(AlignedTable, a_cell_that_leaves_hardly_any_room_ends_where_the_next_column_begins) {
  PlacedDocument d;
  d.text(60, 100, "Action").text(200, 100, "Pilote").text(300, 100, "Année");
  d.text(60, 124, "Former les agents").text(200, 124, "Marc").text(300, 124, "2021");
  d.text(60, 148, "Ouvrir des guichets uniques.").text(200, 148, "Anne").text(300, 148, "2022");
  d.text(60, 172, "Rénover la façade").text(200, 172, "Luc").text(300, 172, "2023");
  EXPECT_NE(d.fragments().find("1[0/3]: Ouvrir des guichets uniques.\n1[1/3]: Anne\n1[2/3]: 2022"),
            std::string::npos)
      << d.fragments();
}

TEST(AlignedTable, a_head_over_columns_that_look_like_prose_makes_them_a_table) {
  PlacedDocument d;
  d.text(60, 100, "Objectif visé", {10, true})
      .text(280, 100, "Actions", {10, true})
      .text(480, 100, "Public", {10, true});
  for (int row = 0; row < 3; ++row) {
    const double y = 124 + 70 * row;
    d.lines(60, y + 7, "Ouvrir les portes de la maison à|tous les habitants du village et|des environs");
    d.lines(280, y, "Former les agents du guichet aux|nouveaux outils et à l'écoute").text(480, y, "Aînés");
    d.lines(280, y + 30, "Informer les habitants par lettre|et par affiche dans le village");
  }
  EXPECT_NE(d.fragments().find("1[2/3]: Public\n1[0/3]: Ouvrir"), std::string::npos) << d.fragments();
}

TEST(AlignedTable, cells_of_one_line_beside_those_of_several_are_no_column_of_prose) {
  PlacedDocument d;
  for (int row = 0; row < 6; ++row) {
    const double y = 100 + 32 * row;
    d.lines(60, y, "Ouvrir les portes de la maison à|tous les habitants du village");
    d.text(280, y, "Service du personnel");
    if (row % 2 == 0) d.text(480, y, "2021");
  }
  EXPECT_NE(d.fragments().find("1[0/3]: …tous les habitants du village\n1[1/3]: Service"), std::string::npos)
      << d.fragments();
}

TEST(AlignedTable, cells_in_the_middle_of_their_rows_are_no_column_of_prose) {
  PlacedDocument d;
  d.text(60, 76, "Action").text(280, 76, "Pilote").text(480, 76, "Année");
  for (int row = 0; row < 4; ++row) {
    const double y = 100 + 56 * row;
    d.lines(60, y, "Ouvrir les portes de la maison à|tous les habitants du village et|des environs");
    d.text(280, y + 12, "Service du personnel de la maison");
    if (row == 1) d.text(480, y + 12, "2021");
  }
  EXPECT_NE(d.fragments().find("…des environs\n1[1/3]: Service"), std::string::npos) << d.fragments();
}

TEST(RuledTable, a_heading_that_wraps_between_two_tables_is_one) {
  PlacedDocument d;
  for (const double y : {100., 120., 140., 220., 240., 260.}) d.rule(50, y, 490, y + 0.5);
  for (const double y : {104., 224.}) d.text(55, y, "Action").text(300, y, "Pilote").text(420, y, "Année");
  d.text(55, 124, "Former les agents").text(300, 124, "Marc").text(420, 124, "2021");
  d.lines(55, 160,
          "Objectif opérationnel 1.2 : Ouvrir les portes de la maison communale à tous|les habitants", 16,
          {12, true});
  d.text(55, 244, "Rénover la façade").text(300, 244, "Luc").text(420, 244, "2023");
  EXPECT_NE(d.fragments().find("1: …les habitants"), std::string::npos) << d.fragments();
}

TEST(SpacedColumns, may_stand_as_close_as_words) {
  PlacedDocument d;
  double y = 100;
  for (const std::string_view row : {"Ouvrir une halte|Anne Petit|2021", "Former deux gens|Marc Grand|2022",
                                     "Visiter les prés|Anne Grand|2023"}) {
    const std::size_t first = row.find('|'), last = row.rfind('|');
    d.text(55, y, row.substr(0, first)).text(138, y, row.substr(first + 1, last - first - 1));
    d.text(193, y, row.substr(last + 1));
    y += 20;
  }
  EXPECT_NE(d.fragments().find("1[0/3]: Former deux gens\n1[1/3]: Marc Grand\n1[2/3]: 2022\n"),
            std::string::npos)
      << d.fragments();
}

TEST(SpacedColumns, of_dense_cells_are_no_columns_of_prose) {
  PlacedDocument d;
  double y = 100;
  for (const std::string_view who : {"Anne Petit et Marc", "Luc Grand et Anne", "Marc Petit et Luc",
                                     "Anne Petit et Luc", "Luc Petit et Marc"}) {
    d.lines(55, y, "Ouvrir une halte dans tous les hameaux du haut|et de la vallée").text(330, y, who);
    y += 25;
  }
  EXPECT_NE(d.fragments().find("1[0/2]: …et de la vallée\n1[1/2]: Luc Grand et Anne\n"), std::string::npos)
      << d.fragments();
}

}  // namespace
}  // namespace pst::layout
