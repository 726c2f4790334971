// Tables of which only parts are drawn: a shaded head, every other row, the headings within.
#include <gtest/gtest.h>

#include "support/merged_table.hpp"
#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

TEST(StackedTable, white_rows_between_shaded_ones_are_cut_at_their_columns) {
  PlacedDocument d;
  d.shade({50, 100, 350, 450, 500}, 100, 120);
  d.text(55, 105, "N°").text(105, 105, "Action").text(355, 105, "Pilote").text(455, 105, "2021");
  d.text(55, 125, "A1").text(105, 125, "Planter").text(355, 125, "Anne").text(455, 125, "X");
  d.shade({50, 100, 350, 450, 500}, 140, 172);
  d.text(55, 145, "A2").lines(105, 145, "Entretenir les haies du parc|communal").text(455, 145, "X");
  // Hardly a space is left between the wording and the name beside it.
  d.text(55, 177, "A3").text(105, 177, "Semer une prairie fleurie au bord de la route").text(355, 177, "Luc");
  d.text(105, 189, "de la gare");
  EXPECT_EQ(d.fragments(), R"(
1[0/4]: N°
1[1/4]: Action
1[2/4]: Pilote
1[3/4]: 2021
1[0/4]: A1
1[1/4]: Planter
1[2/4]: Anne
1[3/4]: X
1[0/4]: A2
1[1/4]: Entretenir les haies du parc
1[1/4]: …communal
1[3/4]: X
1[0/4]: A3
1[1/4]: Semer une prairie fleurie au bord de la route
1[1/4]: …de la gare
1[2/4]: Luc
)");
}

TEST(StackedTable, rows_go_on_below_a_shaded_head_up_to_what_leaves_the_columns) {
  PlacedDocument d;
  d.shade({50, 120, 300, 420, 520}, 100, 120);
  d.text(55, 105, "Réf.").text(125, 105, "Action").text(305, 105, "Agent").text(425, 105, "Année");
  // An objective reaches over several columns.
  d.text(55, 125, "O.S. I.").text(125, 125, "Être une maison où chacun se sent le bienvenu");
  d.text(75, 145, "a)").text(125, 145, "Repeindre l'entrée").text(305, 145, "Zoé").text(425, 145, "2022");
  d.text(75, 165, "b)").text(125, 165, "Élargir la porte").text(305, 165, "Hugo").text(425, 165, "2023");
  d.text(50, 195, "Le suivi de ces actions est assuré par le comité de direction, deux fois l'an.");
  EXPECT_EQ(d.fragments(), R"(
1[0/4]: Réf.
1[1/4]: Action
1[2/4]: Agent
1[3/4]: Année
1[0/4]: O.S. I.
1[1/4]: Être une maison où chacun se sent le bienvenu
1[0/4]: a)
1[1/4]: Repeindre l'entrée
1[2/4]: Zoé
1[3/4]: 2022
1[0/4]: b)
1[1/4]: Élargir la porte
1[2/4]: Hugo
1[3/4]: 2023
1: Le suivi de ces actions est assuré par le comité de direction, deux fois l'an.
)");
}

TEST(StackedTable, several_white_rows_below_a_shaded_heading_stay_rows) {
  PlacedDocument d;
  d.shade({50, 150, 350, 500}, 100, 118);
  d.text(55, 104, "OO 1").text(155, 104, "Bouger");
  d.text(55, 122, "Action 1").text(155, 122, "Ouvrir un sentier").text(355, 122, "Anne");
  d.text(55, 142, "Action 2").lines(155, 142, "Prêter des vélos aux|stagiaires", 12).text(355, 142, "Luc");
  d.shade({50, 150, 350, 500}, 172, 190);
  d.text(55, 176, "OO 2").text(155, 176, "Chanter");
  const std::string all = d.fragments();
  EXPECT_NE(all.find("1[0/3]: Action 1\n1[1/3]: Ouvrir un sentier\n1[2/3]: Anne\n1[0/3]: Action 2\n"),
            all.npos)
      << all;
}

TEST(StackedTable, a_heading_between_two_tables_parts_them) {
  PlacedDocument d;
  for (const double y : {100.0, 200.0}) {
    d.shade({50, 200, 350, 500}, y, y + 18);
    d.text(55, y + 4, "Action").text(205, y + 4, "Pilote").text(355, y + 4, "Délai");
    d.text(55, y + 24, "Former").text(205, y + 24, "Anne").text(355, y + 24, "2024");
  }
  d.text(50, 170, "Objectif 2 : donner à chacun les moyens d'apprendre", {12, true});
  const std::string all = d.fragments();
  EXPECT_NE(all.find("2024\n1: Objectif 2 : donner"), all.npos) << all;
}

TEST(StackedTable, an_item_with_a_letter_begins_a_row_on_the_next_page) {
  PlacedDocument d;
  for (int p = 0; p < 2; ++p) {
    if (p > 0) d.page();
    const double y = p == 0 ? 780 : 60;
    d.grid({50, 100, 350, 500}, {y, y + 20, y + 40});
    const char* const labels[] = {"a)", "b)", "c)", "d)"};
    for (int r = 0; r < 2; ++r) {
      d.text(55, y + 5 + 20 * r, labels[2 * p + r])
          .text(105, y + 5 + 20 * r, "Agir")
          .text(355, y + 5 + 20 * r, "Zoé");
    }
  }
  const std::string all = d.fragments();
  EXPECT_NE(all.find("2[0/3]: c)\n2[1/3]: Agir\n"), all.npos) << all;
}

TEST(WideGap, within_words_is_told_but_not_behind_a_label) {
  PlacedDocument d;
  d.text(50, 100, "Action 1").text(150, 100, "Planter des arbres dans le parc communal");
  d.text(50, 130, "Semer une prairie fleurie au bord").text(300, 130, "Anne X X");
  const Layout layout = arrange(d.document());
  ASSERT_EQ(layout.fragments.size(), 2U);
  EXPECT_FALSE(layout.fragments[0].wide_gap);
  EXPECT_TRUE(layout.fragments[1].wide_gap);
}

TEST(Heading, in_loose_leading_wraps_in_lower_case) {
  PlacedDocument d;
  d.text(50, 100, "Objectif 1 : garantir à chacun, sans le moindre détour, un accueil digne et humain,",
         {10, true});
  d.text(50, 120, "dans tous les services", {10, true});
  d.lines(50, 150,
          "Le texte de la page est serré et il occupe toute la largeur de la|page, ligne après ligne.");
  EXPECT_NE(d.fragments().find("1: …dans tous les services"), std::string::npos) << d.fragments();
}

TEST(StackedTable, shade_of_merged_cells_joins_no_rows) {
  PlacedDocument d;
  d.text(60, 60, "Un titre");
  d.shade({50, 160, 350, 440, 520}, 96, 116);
  // A white cell of three rows, then a shaded one of two.
  d.shade({160, 350, 440, 520}, 136, 156).shade({50, 160}, 176, 216).shade({160, 350, 440, 520}, 176, 196);
  test::set_merged_table(d, 100, {121, 141, 161, 181, 201}, {135, 186});
  EXPECT_EQ(d.fragments(), "\n1: Un titre" + test::merged_table_read);
}

TEST(StackedTable, paragraphs_of_a_white_row_between_shaded_ones_are_no_rows) {
  PlacedDocument d;
  const auto row = [&](double y, std::string_view label) {
    d.text(55, y + 23, label);
    d.lines(165, y, "Former les agents du guichet aux|nouveaux outils");
    d.lines(165, y + 29, "Informer les habitants du village|par lettre").text(450, y, "Aînés");
  };
  d.shade({50, 160, 440, 520}, 96, 116);
  d.text(55, 101, "Objectif").text(165, 101, "Actions").text(450, 101, "Public");
  d.shade({50, 160, 440, 520}, 177, 239);
  row(121, "OO 1.1");
  row(182, "OO 1.2");
  row(244, "OO 1.3");
  d.text(50, 330, "Du texte qui suit le tableau et qui va d'un bord à l'autre de la page");
  std::string expected = "\n1[0/3]: Objectif\n1[1/3]: Actions\n1[2/3]: Public\n";
  for (const char* label : {"OO 1.1", "OO 1.2", "OO 1.3"}) {
    expected += "1[0/3]: " + std::string(label) + R"(
1[1/3]: Former les agents du guichet aux
1[1/3]: …nouveaux outils
1[1/3]: Informer les habitants du village
1[1/3]: …par lettre
1[2/3]: Aînés
)";
  }
  EXPECT_EQ(d.fragments(),
            expected + "1: Du texte qui suit le tableau et qui va d'un bord à l'autre de la page\n");
}

}  // namespace
}  // namespace pst::layout
