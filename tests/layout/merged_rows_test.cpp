// Cells over several rows that nothing draws.
#include <gtest/gtest.h>

#include "layout/merged_rows.hpp"
#include "support/merged_table.hpp"
#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using Rows = std::vector<std::size_t>;

/// Rows 10 high, 10 apart, from 0 on.
std::vector<Reach> rows(int count) {
  std::vector<Reach> out;
  for (int r = 0; r < count; ++r) out.push_back({20.0 * r, 20.0 * r + 10});
  return out;
}

std::optional<Rows> places(int count, const std::vector<Reach>& cells, Stands stands, Open open = {}) {
  return first_rows(rows(count), std::vector<bool>(static_cast<std::size_t>(count), true), cells, 10, stands,
                    open);
}

TEST(MergedRows, cells_at_the_top_begin_in_the_row_beside_them) {
  EXPECT_EQ(places(5, {{0, 22}, {40, 50}, {80, 90}}, Stands::top), (Rows{0, 2, 4}));
  EXPECT_EQ(places(5, {{0, 22}, {50, 60}}, Stands::top), std::nullopt);
}

TEST(MergedRows, cells_that_begin_near_the_top_of_a_row_do_not_begin_exactly_there) {
  EXPECT_EQ(places(3, {{23, 27}}, Stands::top), (Rows{1}));
  EXPECT_EQ(places(3, {{23, 27}}, Stands::exactly_top), std::nullopt);
  EXPECT_EQ(places(3, {{20.4, 27}}, Stands::exactly_top), (Rows{1}));
}

TEST(MergedRows, cells_in_the_middle_share_the_rows_out) {
  // Three rows, then two.
  EXPECT_EQ(places(5, {{14, 36}, {70, 80}}, Stands::middle), (Rows{0, 3}));
  // A head, which is one row by itself.
  EXPECT_EQ(places(6, {{0, 10}, {40, 50}, {90, 100}}, Stands::middle), (Rows{0, 1, 4}));
}

TEST(MergedRows, the_first_rows_may_go_on_from_the_page_before) {
  EXPECT_EQ(places(5, {{40, 50}, {80, 90}}, Stands::middle), (Rows{1, 4}));
}

TEST(MergedRows, the_first_rows_of_a_table_are_the_first_cells) {
  // Below other text, and beside rows that go on to the next page.
  EXPECT_EQ(places(6, {{40, 50}, {96, 112}}, Stands::middle, {false, true}), (Rows{0, 5}));
}

TEST(MergedRows, the_outermost_rows_are_as_high_as_their_cells_need) {
  EXPECT_EQ(places(3, {{0, 10}, {20, 30}, {37, 73}}, Stands::exactly_middle), (Rows{0, 1, 2}));
}

TEST(MergedRows, a_cell_that_the_page_ends_may_stand_at_its_top) {
  EXPECT_EQ(places(7, {{20, 30}, {60, 70}}, Stands::middle, {false, true}), (Rows{0, 3}));
}

TEST(MergedRows, cells_in_the_middle_of_one_row_each_share_none_out) {
  EXPECT_EQ(places(5, {{20, 30}, {60, 70}}, Stands::alone), (Rows{1, 3}));
  EXPECT_EQ(places(5, {{30, 40}, {60, 70}}, Stands::alone), std::nullopt);
}

TEST(MergedRows, only_rows_where_cells_on_the_right_begin_are_first_ones) {
  EXPECT_EQ(first_rows(rows(4), {true, false, true, false}, {{20, 30}}, 10, Stands::top), std::nullopt);
  EXPECT_EQ(first_rows(rows(4), {true, false, true, false}, {{14, 36}, {50, 60}}, 10, Stands::middle),
            (Rows{0, 2}));
}

TEST(MergedRows, of_a_table_without_rules_stand_in_the_first_of_their_rows) {
  PlacedDocument d;
  test::set_merged_table(d, 100, {124, 156, 176, 196, 216}, {142, 200});
  d.text(165, 136, "de tous les services");
  std::string expected = test::merged_table_read;
  const std::string wraps = "les agents\n";
  expected.insert(expected.find(wraps) + wraps.size(), "1[1/4]: …de tous les services\n");
  EXPECT_EQ(d.fragments(), expected);
}

TEST(MergedRows, cells_in_the_middle_may_begin_near_the_top_of_their_second_row) {
  PlacedDocument d;
  d.text(55, 100, "Objectif").text(165, 100, "Action").text(400, 100, "Pilote");
  for (const double y : {124.0, 200.0}) {
    d.text(165, y, "Informer").text(400, y, "Anne");
    d.lines(165, y + 20,
            "Former les agents du guichet et de l'accueil|aux nouveaux outils dont ils se servent|ici");
    d.text(400, y + 20, "Marc");
  }
  d.text(55, 146, "Loger").text(55, 222, "Aider");
  const std::string got = d.fragments();
  EXPECT_NE(got.find("1[0/3]: Loger\n1[1/3]: Informer\n"), std::string::npos) << got;
  EXPECT_NE(got.find("1[0/3]: Aider\n1[1/3]: Informer\n"), std::string::npos) << got;
}

TEST(MergedRows, paragraphs_of_one_cell_are_no_rows) {
  PlacedDocument d;
  d.text(55, 100, "Objectif").text(165, 100, "Actions").text(400, 100, "Public");
  d.lines(55, 124, "OO 1.1 Ouvrir|la maison|à tous les|habitants");
  d.text(165, 124, "Former les agents").text(165, 142, "Informer").text(165, 160, "Visiter");
  d.text(400, 124, "Aînés");
  d.lines(55, 184, "OO 1.2 Isoler|le toit|de la|crèche");
  d.text(165, 184, "Mesurer").text(165, 202, "Commander").text(165, 220, "Poser").text(400, 184, "Familles");
  const std::string got = d.fragments();
  EXPECT_NE(
      got.find("1[0/3]: …habitants\n1[1/3]: Former les agents\n1[1/3]: Informer\n1[1/3]: Visiter\n1[2/3]"),
      std::string::npos)
      << got;
}

TEST(MergedRows, paragraphs_are_none_where_a_cell_stands_in_their_middle) {
  PlacedDocument d;
  d.text(55, 100, "Objectif").text(165, 100, "Actions").text(400, 100, "Public");
  d.text(55, 160, "OO 1.1 Ouvrir");
  for (const double y : {124.0, 154.0, 184.0})
    d.lines(165, y, "Former les agents du guichet aux nouveaux|outils");
  d.text(400, 124, "Aînés");
  d.lines(55, 250, "OO 1.2 Isoler|le toit");
  for (const double y : {220.0, 250.0, 280.0})
    d.lines(165, y, "Mesurer la chaleur de tous les bâtiments|publics");
  d.text(400, 220, "Familles");
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: Objectif
1[1/3]: Actions
1[2/3]: Public
1[0/3]: OO 1.1 Ouvrir
1[1/3]: Former les agents du guichet aux nouveaux
1[1/3]: …outils
1[1/3]: Former les agents du guichet aux nouveaux
1[1/3]: …outils
1[1/3]: Former les agents du guichet aux nouveaux
1[1/3]: …outils
1[2/3]: Aînés
1[0/3]: OO 1.2 Isoler
1[0/3]: …le toit
1[1/3]: Mesurer la chaleur de tous les bâtiments
1[1/3]: …publics
1[1/3]: Mesurer la chaleur de tous les bâtiments
1[1/3]: …publics
1[1/3]: Mesurer la chaleur de tous les bâtiments
1[1/3]: …publics
1[2/3]: Familles
)");
}

TEST(MergedRows, a_label_beside_the_lines_of_its_title_shares_no_rows_out) {
  PlacedDocument d;
  d.text(55, 100, "N°").text(105, 100, "Objectifs et actions").text(440, 100, "Année");
  d.text(55, 130, "OO.1")
      .lines(105, 124, "Créer des ateliers de mobilité pour tous les habitants|des villages");
  d.text(440, 124, "2020").text(105, 158, "Action 1 Ouvrir un guichet").text(105, 180, "Action 2 Informer");
  d.text(55, 210, "OO.2").lines(105, 204, "Prévoir un plan destiné au public des maisons de repos|du centre");
  d.text(440, 204, "2021").text(105, 238, "Action 1 Visiter les familles");
  EXPECT_NE(d.fragments().find("1[2/3]: 2020\n1[1/3]: Action 1 Ouvrir un guichet\n"), std::string::npos)
      << d.fragments();
}

TEST(MergedRows, a_cell_between_the_lines_of_tall_dense_ones_belongs_to_their_row) {
  PlacedDocument d;
  d.text(55, 100, "N°").text(105, 100, "Action").text(300, 100, "Pilote");
  d.text(55, 142, "1.1")
      .lines(105, 124, "Former les agents de|tous les services du|centre et ceux des|communes", 12);
  d.text(300, 124, "Anne");
  d.text(55, 200, "1.2")
      .lines(105, 182, "Informer les habitants|de chaque village de|la commune et ceux|du centre", 12);
  d.text(300, 182, "Marc");
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
1[0/3]: 1.1
1[1/3]: Former les agents de
1[1/3]: …tous les services du
1[1/3]: …centre et ceux des
1[1/3]: …communes
1[2/3]: Anne
1[0/3]: 1.2
1[1/3]: Informer les habitants
1[1/3]: …de chaque village de
1[1/3]: …la commune et ceux
1[1/3]: …du centre
1[2/3]: Marc
)");
}

TEST(MergedRows, a_heading_that_wraps_is_none) {
  PlacedDocument d;
  for (const double y : {100.0, 200.0}) {
    d.shade({50, 160, 350, 440, 520}, y - 4, y + 14);
    d.text(55, y, "Objectif").text(165, y, "Action").text(360, y, "Pilote").text(450, y, "Année");
    d.text(55, y + 20, "OO 1.1 Ouvrir").text(165, y + 20, "Former").text(450, y + 20, "2020");
    d.text(165, y + 40, "Informer").text(360, y + 40, "Luc");
  }
  d.text(55, 164,
         "Objectif stratégique 2 : Garantir à tous les habitants un accueil chaleureux et attentif par la",
         {10, true});
  d.text(55, 177, "commune", {10, true});
  EXPECT_NE(d.fragments().find("1: Objectif stratégique 2 : Garantir à tous les habitants un accueil "
                               "chaleureux et attentif par la\n"
                               "1: …commune\n1[0/4]: Objectif"),
            std::string::npos)
      << d.fragments();
}

}  // namespace
}  // namespace pst::layout
