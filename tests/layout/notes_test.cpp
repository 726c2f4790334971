// Footnotes of placed pages, and the raised signs that call them.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

std::string footnotes(PlacedDocument& d) {
  const Layout layout = arrange(d.document());
  std::string out;
  for (const Fragment& f : layout.fragments) {
    if (f.footnote) out += f.text + "|";
  }
  return out;
}

TEST(Footnote, a_call_leaves_the_text_and_its_note_stands_apart) {
  PlacedDocument d;
  d.text(60, 100, "Améliorer l'accueil", {12}).text(172, 99, "1", {6}).text(184, 100, "du public", {12});
  d.text(60, 140, "Un texte qui tient la page", {12});
  d.rule(60, 690, 200, 690.5).text(60, 700, "1 Adopté en séance du conseil", {8});
  EXPECT_EQ(footnotes(d), "1 Adopté en séance du conseil|");
  EXPECT_NE(d.fragments().find("1: Améliorer l'accueil du public\n"), std::string::npos) << d.fragments();
}

TEST(Footnote, a_raised_figure_without_a_note_is_wording) {
  PlacedDocument d;
  d.text(60, 100, "Rénover 300 m", {12}).text(133.5, 99, "2", {6}).text(143, 100, "de bureaux", {12});
  EXPECT_NE(d.fragments().find("m2 de bureaux"), std::string::npos) << d.fragments();
}

TEST(Footnote, a_call_that_only_its_glyph_raises_is_the_figure_behind_a_word) {
  PlacedDocument d;
  d.text(60, 100, "Améliorer l'accueil1 du public", {12}).text(60, 120, "Ouvrir le guichet2.", {12});
  d.text(60, 140, "Un texte qui tient la page de P1", {12});
  d.text(60, 700, "1. Adopté en séance du conseil", {8}).text(60, 710, "2. Voir le rapport", {8});
  EXPECT_EQ(footnotes(d), "1. Adopté en séance du conseil|2. Voir le rapport|");
  const std::string read = d.fragments();
  EXPECT_NE(read.find("1: Améliorer l'accueil du public\n"), std::string::npos) << read;
  EXPECT_NE(read.find("Ouvrir le guichet.\n"), std::string::npos) << read;
}

TEST(Footnote, small_numbered_lines_that_nothing_calls_are_none) {
  PlacedDocument d;
  d.text(60, 100, "Un texte qui tient la page de P1", {12}).text(60, 120, "Isoler 300 m2", {12});
  d.text(60, 700, "1. Former les agents", {8}).text(60, 710, "2. Ouvrir un guichet", {8});
  EXPECT_EQ(footnotes(d), "");
}

TEST(Footnote, a_text_goes_on_behind_it_over_the_page) {
  PlacedDocument d;
  d.lines(60, 60,
          "Le centre ouvre ses portes chaque matin pour tous les|habitants de la commune qui le demandent et "
          "pour les");
  d.rule(60, 690, 200, 690.5).text(60, 700, "(1) Voir le rapport annuel", {8});
  d.page().text(60, 60, "voisins de passage.");
  const std::string read = d.fragments();
  EXPECT_NE(read.find("2: …voisins de passage."), std::string::npos) << read;
  EXPECT_EQ(footnotes(d), "(1) Voir le rapport annuel|");
}

TEST(Footnote, small_rows_of_a_table_are_none) {
  PlacedDocument d;
  d.text(60, 60, "Un texte de la taille ordinaire du document", {12});
  d.grid({60, 100, 400}, {600, 620, 640});
  d.text(65, 606, "1", {8}).text(105, 606, "Ouvrir un guichet", {8});
  d.text(65, 626, "2", {8}).text(105, 626, "Former les agents", {8});
  EXPECT_EQ(footnotes(d), "");
}

}  // namespace
}  // namespace pst::layout
