#include "layout/markup.hpp"

#include <gtest/gtest.h>

#include "support/layout_dump.hpp"

namespace pst::layout {
namespace {

using test::fragments;

/// The paragraphs, parted by `/`.
std::string cut(std::string_view text) {
  std::string out;
  for (const Paragraph& paragraph : paragraphs(text)) out += (out.empty() ? "" : "/") + paragraph.text;
  return out;
}

TEST(Html, paragraphs_and_breaks_part_the_text) {
  EXPECT_EQ(cut("<p>Ouvrir</p><p>Fermer</p>"), "Ouvrir/Fermer");
  EXPECT_EQ(cut("Ouvrir<br>Fermer<br/>Nettoyer"), "Ouvrir/Fermer/Nettoyer");
  EXPECT_EQ(cut("<div class=\"a b\">Ouvrir</div>Fermer"), "Ouvrir/Fermer");
}

TEST(Html, items_become_list_items) {
  EXPECT_EQ(cut("<ul type=\"disc\"><li>Ouvrir</li><li>Fermer</li></ul>"), "- Ouvrir/- Fermer");
}

TEST(Html, other_tags_go_without_a_trace) {
  EXPECT_EQ(cut("<b>Ou</b>vrir <span style='x'>un</span> gui<em>chet</em>"), "Ouvrir un guichet");
}

TEST(Html, headings_tell_their_level) {
  const auto found = paragraphs("<h2>Logement</h2>Ouvrir");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].heading, 2);
  EXPECT_EQ(found[1].heading, 0);
}

TEST(Html, entities_are_characters) {
  EXPECT_EQ(cut("<p>L&rsquo;&eacute;cole &amp; la cr&#232;che</p>"), "L’école & la crèche");
  EXPECT_EQ(fragments("R&eacute;unir &amp; former\n"), "\n1: Réunir & former\n");
}

TEST(Html, a_smaller_sign_that_opens_no_tag_stays) {
  EXPECT_EQ(cut("revenus < 1.200 € et <bien> >"), "revenus < 1.200 € et <bien> >");
  EXPECT_FALSE(has_markup("a < b"));
}

TEST(Html, an_ampersand_alone_stays) {
  EXPECT_EQ(cut("Culture & sport"), "Culture & sport");
  EXPECT_FALSE(has_markup("Culture & sport"));
}

TEST(Html, a_tag_that_never_ends_is_text) {
  EXPECT_EQ(cut("<p ouvrir"), "<p ouvrir");
}

TEST(Markdown, hashes_are_headings) {
  EXPECT_EQ(fragments("# Valmont\n### Logement ###\n"), R"(
1 h1: Valmont
2 h3: Logement
)");
}

TEST(Markdown, a_hash_before_a_number_is_its_sign) {
  EXPECT_EQ(fragments("#12 logements\n"), "\n1: #12 logements\n");
}

TEST(Markdown, a_line_in_bold_says_so) {
  EXPECT_EQ(fragments("**Logement**\n__Emploi__\nouvrir **vite** et bien\n"), R"(
1 bold: Logement
2 bold: Emploi
3: ouvrir vite et bien
)");
}

TEST(Markdown, marks_without_a_partner_stay) {
  EXPECT_EQ(fragments("Priorité ** pour tous\n"), "\n1: Priorité ** pour tous\n");
}

TEST(Markdown, a_mark_within_a_cell_goes_too) {
  EXPECT_EQ(fragments("| **A1** | Ouvrir |\n"), R"(
1[0/2] bold: A1
1[1/2]: Ouvrir
)");
}

TEST(Markup, a_line_of_nothing_else_is_furniture) {
  EXPECT_EQ(test::classes("Ouvrir\n<p></p>\n</ul>\nFermer\n"), "tfft");
}

TEST(Markdown, stars_apart_from_words_are_signs) {
  EXPECT_EQ(test::fragments("Priorité : *** élevée   ** moyenne   * faible\nAcheter ***\n"), R"(
1: Priorité : *** élevée ** moyenne * faible
2: Acheter ***
)");
}

TEST(AsciiDoc, headings_and_emphasis) {
  const auto found = paragraphs("=== Loger chacun");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].heading, 3);
  EXPECT_EQ(found[0].text, "Loger chacun");
  EXPECT_EQ(cut("_Responsable : Anne_ +"), "Responsable : Anne");
  EXPECT_EQ(cut("= Loger"), "= Loger");
  EXPECT_EQ(cut("le fichier plan_de_travail_2"), "le fichier plan_de_travail_2");
}

}  // namespace
}  // namespace pst::layout
