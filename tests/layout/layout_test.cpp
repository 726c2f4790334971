#include "layout/layout.hpp"

#include <gtest/gtest.h>

#include <set>

#include "layout/cells.hpp"
#include "support/layout_dump.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

using test::Arranged;
using test::classes;
using test::fragments;

// --- what holds afterwards: one case for every line of the list at the top of layout.hpp ------------------

/// A bit of everything that layout knows about.
constexpr const char* kMixed =
    "Commune de Valmont\n\nSommaire\nO.S. 1 ........ 3\n\fCommune de Valmont\n| Action | Pilote "
    "|\n|---|---|\n"
    "| <p>Ouvrir</p><p>Fermer</p> |  |\n\tdécalé\u00A0ici \u200B\n***\n\fCommune de Valmont\n  **Titre** "
    "&amp; fin\n";

TEST(Holds, every_line_that_is_not_blank_has_its_info) {
  const Arranged arranged(kMixed);
  ASSERT_EQ(arranged.layout.lines.size(), 12u);
  ASSERT_EQ(arranged.layout.raw.size(), 12u);
  for (std::size_t i = 0; i < arranged.layout.lines.size(); ++i) {
    EXPECT_EQ(arranged.layout.lines[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(arranged.layout.lines[i].klass == LineClass::blank, text::is_blank(arranged.layout.raw[i]));
  }
}

TEST(Holds, a_line_without_a_fragment_is_blank_or_set_aside_and_says_why) {
  const Arranged arranged(kMixed);
  std::set<int> read;
  for (const Fragment& fragment : arranged.layout.fragments) read.insert(fragment.span.first_line);
  for (const LineInfo& line : arranged.layout.lines) {
    EXPECT_EQ(line.klass == LineClass::text, read.count(line.number) == 1) << line.number;
    EXPECT_EQ(line.klass == LineClass::furniture || line.klass == LineClass::contents, line.rule[0] != '\0');
  }
}

TEST(Holds, the_text_of_a_fragment_is_clean_and_trimmed_and_not_empty) {
  for (const Fragment& fragment : Arranged(kMixed).layout.fragments) {
    EXPECT_EQ(fragment.text, text::clean_line(fragment.text));
    EXPECT_EQ(fragment.text, text::collapse(fragment.text));
    EXPECT_FALSE(text::is_blank(fragment.text));
    EXPECT_EQ(fragment.text.find_first_of("<>*"), std::string::npos) << fragment.text;
  }
}

TEST(Holds, a_row_is_one_fragment_per_paragraph_of_each_cell_that_is_not_empty) {
  EXPECT_EQ(fragments("| 1 | <p>Ouvrir</p><p>Fermer</p> |  | Anne |\n"), R"(
1[0/4]: 1
1[1/4]: Ouvrir
1[1/4]: Fermer
1[3/4]: Anne
)");
}

TEST(Holds, fragments_stand_in_reading_order_with_their_place) {
  int line = 0, column = -1;
  for (const Fragment& fragment : Arranged(kMixed).layout.fragments) {
    ASSERT_GE(fragment.span.first_line, line);
    if (fragment.span.first_line == line) {
      EXPECT_GE(fragment.column, column);
    }
    line = fragment.span.first_line;
    column = fragment.column;
    EXPECT_TRUE(fragment.span.page.has_value());
  }
}

TEST(Holds, nothing_is_joined) {
  EXPECT_EQ(fragments("Action 1 : ouvrir un gui-\nchet d'accueil\n"), R"(
1: Action 1 : ouvrir un gui-
2: chet d'accueil
)");
}

// --- shape of a fragment ----------------------------------------------------------------------------------

TEST(Shape, indentation_counts_a_tab_as_four) {
  const Arranged arranged("Ouvrir\n  Former\n\tFermer\n");
  EXPECT_EQ(arranged.layout.fragments[0].indent, 0);
  EXPECT_EQ(arranged.layout.fragments[1].indent, 2);
  EXPECT_EQ(arranged.layout.fragments[2].indent, 4);
}

TEST(Shape, width_counts_letters_not_bytes) {
  EXPECT_EQ(Arranged("  Été à\n").layout.fragments[0].width, 7);
}

TEST(Shape, blank_lines_before_are_counted) {
  const Arranged arranged("Ouvrir\nFormer\n\n \nFermer\n");
  EXPECT_GT(arranged.layout.fragments[0].blank_before, 2);
  EXPECT_EQ(arranged.layout.fragments[1].blank_before, 0);
  EXPECT_EQ(arranged.layout.fragments[2].blank_before, 2);
}

TEST(Shape, debris_between_two_lines_is_no_blank_line) {
  EXPECT_EQ(Arranged("Ouvrir\n°e\nFormer\n").layout.fragments[1].blank_before, 0);
}

TEST(Shape, pages_are_told_only_where_the_source_has_them) {
  EXPECT_EQ(Arranged("Ouvrir\n").layout.fragments[0].span.page, std::nullopt);
  EXPECT_EQ(Arranged("Ouvrir\n\fFermer\n").layout.fragments[1].span.page, 2);
}

// --- rows of tabs and pipes --------------------------------------------------------------------------------

TEST(Tabs, between_words_make_cells) {
  EXPECT_EQ(fragments("Action 1\tAnne\t2021\n"), R"(
1[0/3]: Action 1
1[1/3]: Anne
1[2/3]: 2021
)");
}

TEST(Tabs, empty_cells_keep_their_column) {
  EXPECT_EQ(fragments("\t\tAction 1\t\t2021\n"), R"(
1[2/5]: Action 1
1[4/5]: 2021
)");
}

TEST(Tabs, in_front_of_the_words_only_indent) {
  EXPECT_EQ(fragments("\t\t- ouvrir\n"), "\n1: - ouvrir\n");
}

TEST(Pipes, around_the_row_are_no_cells) {
  EXPECT_EQ(fragments("| A1 | Ouvrir le samedi |\n"), R"(
1[0/2]: A1
1[1/2]: Ouvrir le samedi
)");
}

TEST(Pipes, between_words_need_spaces_around_them) {
  EXPECT_EQ(fragments("Ouvrir | Anne | 2021\n"), R"(
1[0/3]: Ouvrir
1[1/3]: Anne
1[2/3]: 2021
)");
  EXPECT_EQ(fragments("le oui|non des habitants\n"), "\n1: le oui|non des habitants\n");
}

TEST(Pipes, one_alone_is_a_sign_of_the_text) {
  EXPECT_EQ(fragments("Logement | état des lieux\n"), "\n1: Logement | état des lieux\n");
}

TEST(Pipes, drawn_with_characters_are_pipes) {
  EXPECT_EQ(fragments("┌────────┬──────┐\n│ Action │ Anne │\n└────────┴──────┘\n"), R"(
2[0/2]: Action
2[1/2]: Anne
)");
}

TEST(Semicolons, without_spaces_make_cells) {
  EXPECT_EQ(fragments("1;Ouvrir;Anne\n2;Fermer;\n"), R"(
1[0/3]: 1
1[1/3]: Ouvrir
1[2/3]: Anne
2[0/3]: 2
2[1/3]: Fermer
)");
  for (const char* line : {"Ouvrir ; fermer ; nettoyer", "Qui : Anne;Marc;Luc", "l&rsquo;&eacute;t&eacute;"})
    EXPECT_TRUE(split_cells(line).empty()) << line;
}

TEST(Items, of_a_cell_begin_with_its_sign_and_a_capital) {
  EXPECT_EQ(split_items("• Ouvrir • Fermer").size(), 2u);
  EXPECT_EQ(split_items("- Ouvrir - Fermer - Nettoyer").back(), "- Nettoyer");
  EXPECT_EQ(split_items("- Ouvrir le lundi - et le mardi").size(), 1u);
  EXPECT_EQ(split_items("Ouvrir - Fermer").size(), 1u);
}

TEST(Pipes, the_rule_below_the_head_is_furniture) {
  EXPECT_EQ(classes("| Action | Pilote |\n|:---|---:|\n| Ouvrir | Anne |\n"), "tft");
}

TEST(Pipes, a_cell_of_debris_is_empty_and_a_number_is_not) {
  EXPECT_EQ(fragments("| Ouvrir | - | 3 |\n"), R"(
1[0/3]: Ouvrir
1[2/3]: 3
)");
}

// --- width of the writer's lines
// ----------------------------------------------------------------------------

std::string paragraph(int lines, std::size_t width) {
  std::string out;
  for (int i = 0; i < lines; ++i) {
    std::string line = "Le";
    while (line.size() + 8 < width) line += " conseil";
    out += line + std::string(width - line.size(), 'x') + "\n";
  }
  return out;
}

TEST(WrapWidth, is_where_most_full_lines_end) {
  EXPECT_EQ(Arranged(paragraph(12, 80) + "Fin.\n").layout.wrap_width, 80);
}

TEST(WrapWidth, whole_paragraphs_on_a_line_have_none) {
  std::string text;
  for (std::size_t i = 1; i < 12; ++i) text += paragraph(1, 60 + 37 * i);
  EXPECT_EQ(Arranged(text).layout.wrap_width, 0);
}

TEST(WrapWidth, headings_alone_have_none) {
  EXPECT_EQ(
      Arranged("O.S. 1 Accueillir\nO.O. 1 Ouvrir\nAction 1 Former\nAction 2 Fermer\n").layout.wrap_width, 0);
}

}  // namespace
}  // namespace pst::layout
