// Lines, columns and reading order of placed pages.
#include <gtest/gtest.h>

#include "layout/placed.hpp"
#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

TEST(PlacedLine, takes_a_superscript_along) {
  PlacedDocument d;
  d.text(60, 100, "le 1").text(78, 98, "er", {6}).text(87, 100, "janvier 2020");
  d.document().pages[0].runs[2].space_before = false;
  EXPECT_EQ(d.fragments(), R"(
1: le 1er janvier 2020
)");
}

TEST(PlacedLine, words_shown_twice_are_read_once) {
  PlacedDocument d;
  d.text(60, 100, "Volet interne").text(60.3, 100.2, "Volet interne");
  EXPECT_EQ(d.fragments(), R"(
1: Volet interne
)");
}

TEST(PlacedLine, a_full_one_goes_on_a_short_one_ends) {
  PlacedDocument d;
  d.lines(60, 100,
          "Organiser des entretiens avec les personnes dans un local de|l'administration communale|"
          "Acheter un ordinateur portable qui sera connecté au réseau de|la commune");
  EXPECT_EQ(d.fragments(), R"(
1: Organiser des entretiens avec les personnes dans un local de
1: …l'administration communale
1: Acheter un ordinateur portable qui sera connecté au réseau de
1: …la commune
)");
}

TEST(PlacedLine, a_wider_gap_begins_a_paragraph) {
  PlacedDocument d;
  d.lines(60, 100,
          "Une ligne qui est bien pleine jusqu'au bord droit|et qui va plus loin encore jusqu'à ce bord|"
          "puis encore une ligne pleine jusqu'au bord droit");
  d.text(60, 142, "Un autre alinéa");
  const Layout layout = arrange(d.document());
  ASSERT_EQ(layout.fragments.size(), 4U);
  EXPECT_EQ(layout.fragments[2].blank_before, 0);
  EXPECT_EQ(layout.fragments[3].blank_before, 1);
  EXPECT_EQ(layout.fragments[3].flow, Flow::starts);
}

TEST(PlacedLine, in_larger_type_is_a_heading) {
  PlacedDocument d;
  d.text(60, 80, "Objectif stratégique 1", {16, true})
      .lines(60, 110, "Du texte courant de la page|encore du texte");
  const Layout layout = arrange(d.document());
  EXPECT_EQ(layout.fragments[0].heading, 1);
  EXPECT_TRUE(layout.fragments[0].bold);
  EXPECT_EQ(layout.fragments[1].heading, 0);
}

TEST(PlacedLine, headings_of_nearly_one_size_on_a_scan_are_of_one_level) {
  PlacedDocument d;
  d.text(60, 80, "Objectif stratégique 1", {16, true})
      .text(60, 110, "VOLET INTERNE", {15, true})
      .text(60, 140, "Objectif opérationnel 1.1", {13.5, true})
      .lines(60, 170, "Du texte courant de la page|encore du texte");
  for (const bool seen : {false, true}) {
    d.last().read_by_ocr = seen;
    const Layout layout = arrange(d.document());
    EXPECT_EQ(layout.fragments[1].heading, seen ? 1 : 2);
    EXPECT_EQ(layout.fragments[2].heading, seen ? 2 : 3);
  }
}

TEST(PlacedLine, a_drawn_disc_before_it_is_a_bullet) {
  PlacedDocument d;
  d.text(60, 80, "Les actions").text(90, 100, "Ouvrir un guichet").text(90, 112, "Former les agents");
  for (const double y : {103.5, 115.5}) d.last().dots.push_back({80, y, 83, y + 3});
  EXPECT_EQ(d.fragments(), R"(
1: Les actions
1: • Ouvrir un guichet
1: • Former les agents
)");
}

PlacedDocument two_columns() {
  PlacedDocument d;
  d.lines(60, 100,
          "La première colonne parle de|l'accueil des habitants dans|les locaux du centre qui sont|"
          "adaptés aux personnes âgées");
  d.lines(320, 106,
          "La seconde colonne parle du|logement et des moyens que le|centre consacre aux maisons de|"
          "la vallée et des communes");
  return d;
}

TEST(ListSign, drawn_behind_the_edge_of_a_cell_is_one_however_near_the_words_before_it) {
  PlacedDocument d;
  d.grid({50, 112, 300}, {90, 110, 130});
  d.text(60, 95, "Un guichet").text(128, 95, "Former les agents");
  d.text(60, 115, "Une cour").text(128, 115, "Planter des arbres");
  for (const double y : {98.5, 118.5}) d.last().dots.push_back({118, y, 121, y + 3});
  EXPECT_EQ(d.fragments(), R"(
1[0/2]: Un guichet
1[1/2]: • Former les agents
1[0/2]: Une cour
1[1/2]: • Planter des arbres
)");
}

TEST(PlacedColumns, are_read_one_after_the_other) {
  EXPECT_EQ(two_columns().fragments(), R"(
1: La première colonne parle de
1: …l'accueil des habitants dans
1: …les locaux du centre qui sont
1: …adaptés aux personnes âgées
1: La seconde colonne parle du
1: …logement et des moyens que le
1: …centre consacre aux maisons de
1: …la vallée et des communes
)");
}

TEST(PlacedColumns, a_title_across_them_comes_first) {
  PlacedDocument d = two_columns();
  d.text(60, 60, "Programme stratégique transversal du centre public d'action sociale", {14});
  EXPECT_TRUE(d.fragments().starts_with(
      "\n1: Programme stratégique transversal du centre public d'action sociale\n"));
}

TEST(PlacedColumns, gaps_of_justified_text_are_none) {
  PlacedDocument d;
  d.justified(60, 260, 88, "Le centre veille à l'accueil de tous et")
      .justified(60, 260, 100, "à la qualité de ses services pour les");
  d.justified(60, 260, 112, "LUTTER CONTRE").justified(60, 260, 124, "L'EXCLUSION SOCIALE ET");
  d.justified(60, 260, 136, "CULTIVER ENSEMBLE")
      .justified(60, 260, 148, "les aînés de la commune et des villages");
  const std::string read = d.fragments();
  EXPECT_EQ(read.find('['), std::string::npos) << read;
  EXPECT_NE(read.find("LUTTER CONTRE\n"), std::string::npos) << read;
}

TEST(PlacedPage, turned_by_a_quarter_is_read_and_its_places_stay_on_it) {
  PlacedDocument d;
  d.lines(60, 100, "Une page couchée se lit|comme les autres");
  source::Page& page = d.last();
  for (source::Run& run : page.runs) {  // turned clockwise: lines run downwards, the first one on the right
    const source::Box b = *run.box;
    run.box = source::Box{595 - b.y1, b.x0, 595 - b.y0, b.x1};
    run.turn = 90;
  }
  const Layout layout = arrange(d.document());
  ASSERT_EQ(layout.fragments.size(), 2U);
  EXPECT_EQ(layout.fragments[0].text, "Une page couchée se lit");
  EXPECT_NEAR(layout.fragments[0].span.box->x1, 595 - 100, 0.01);
  EXPECT_NEAR(layout.fragments[0].span.box->y0, 60, 0.01);
}

TEST(PlacedPage, with_more_words_than_a_page_holds_says_so) {
  PlacedDocument d;
  for (std::size_t i = 0; i < kMostWords + 10; ++i)
    d.text(10 + 20.0 * static_cast<double>(i % 28), 10 + 0.3 * static_cast<double>(i / 28), "mot", {4});
  const Layout layout = arrange(d.document());
  ASSERT_EQ(layout.diagnostics.size(), 1U);
  EXPECT_EQ(layout.diagnostics[0].rule, "page-limit");
}

TEST(PlacedColumns, a_page_that_only_begins_the_left_one_has_lines_of_its_width) {
  PlacedDocument d;
  d.text(60, 60, "Un titre sur toute la largeur de la page, au-dessus des deux colonnes de cette page-ci");
  d.lines(60, 100,
          "La première colonne parle de|l'accueil des habitants dans|les locaux du centre qui sont|"
          "adaptés aux personnes âgées");
  d.lines(220, 106,
          "La seconde colonne parle du|logement et des moyens que le|centre consacre aux maisons de|"
          "la vallée et des communes");
  d.page().lines(60, 60, "Ouvrir les portes du centre à|toute la commune", 12, {10, true});
  d.text(60, 90, "Deux fois par an");
  const std::string got = d.fragments();
  EXPECT_NE(got.find("\n2: Ouvrir les portes du centre à\n2: …toute la commune\n"), std::string::npos) << got;
}

TEST(PlacedColumns, three_of_lists_are_read_one_after_the_other) {
  PlacedDocument d;
  const auto item = [&](double x, double& y, std::string_view first, std::string_view second) {
    d.text(x, y, "•").text(x + 16, y, first);
    if (!second.empty()) d.text(x + 16, y += 12, second);
    y += 12;
  };
  for (int column = 0; column < 3; ++column) {
    const double x = 50 + 170 * column;
    double y = 100;
    for (int i = 0; i < 6; ++i) {
      if ((i + column) % 3 == 0) {
        d.lines(x, y += 6, "Objectif 1 : Loger les|familles du village", 12, {10, true});
        y += 30;
      }
      item(x, y, "Ouvrir un bureau de poste", (i + column) % 2 == 0 ? "au sein du service" : "");
      item(x, y, "Aider les aînés", i % 2 == 0 ? "" : "deux fois par mois");
    }
  }
  const Layout layout = arrange(d.document());
  double x = 0;
  for (const Fragment& fragment : layout.fragments) {
    ASSERT_TRUE(fragment.span.box);
    EXPECT_EQ(fragment.columns, 0) << fragment.text;
    EXPECT_GE(fragment.span.box->x0, x - 30) << "back to a column on the left: " << fragment.text;
    x = std::max(x, fragment.span.box->x0);
  }
}

}  // namespace
}  // namespace pst::layout
