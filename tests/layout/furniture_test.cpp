#include "layout/furniture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/layout_dump.hpp"

namespace pst::layout {
namespace {

using test::Arranged;
using test::classes;

// --- leaders
// -------------------------------------------------------------------------------------------------

TEST(Leaders, before_a_page_number_are_contents) {
  EXPECT_TRUE(is_contents_entry("O.S. 1 Accueillir ............ 12"));
  EXPECT_TRUE(is_contents_entry("Préambule . . . . . . . 3"));
  EXPECT_TRUE(is_contents_entry("Préambule ____________ 3"));
  EXPECT_TRUE(is_contents_entry("Préambule …………… 3"));
  EXPECT_TRUE(is_contents_entry("............................ 3"));
}

TEST(Leaders, up_to_the_end_are_contents_where_they_are_long) {
  EXPECT_TRUE(is_contents_entry("Préambule ......................"));
  EXPECT_FALSE(is_contents_entry("et ainsi de suite ..."));
}

TEST(Leaders, an_ellipsis_or_a_number_alone_are_text) {
  EXPECT_FALSE(is_contents_entry("Renforcer l'accueil… 24 heures sur 24"));
  EXPECT_FALSE(is_contents_entry("Action 12"));
  EXPECT_FALSE(is_contents_entry("..... 12"));
  EXPECT_FALSE(is_contents_entry("En 2021... 2024"));
}

TEST(Leaders, a_blank_to_fill_in_is_no_contents) {
  EXPECT_FALSE(is_contents_entry("Nom : ____"));
}

// --- debris
// --------------------------------------------------------------------------------------------------

TEST(Debris, rules_and_lone_signs) {
  for (const char* line : {"-----", "* * *", "_____", "=====", "•", "—", "K/", "®,", "°e", "«»"}) {
    EXPECT_TRUE(is_debris(line)) << line;
  }
}

TEST(Debris, a_word_or_a_number_is_none) {
  for (const char* line : {"Fin", "12", "A1", "I.1", "2021", "3.", "Ouvrir", "CPAS", "N°"})
    EXPECT_FALSE(is_debris(line)) << line;
}

TEST(Debris, a_digit_may_be_a_label_or_a_page) {
  EXPECT_FALSE(is_debris("1."));
  EXPECT_EQ(classes("Action\n7\nouvrir\n"), "ttt");
}

// --- running heads
// -------------------------------------------------------------------------------------------

/// Pages of `lines` lines of prose between a head and a foot; `#` stands for the page's number.
std::string pages(int count, const std::string& head, const std::string& foot, int lines = 6) {
  std::string out;
  for (int page = 1; page <= count; ++page) {
    const auto numbered = [&](std::string text) {
      if (const auto at = text.find('#'); at != std::string::npos) text.replace(at, 1, std::to_string(page));
      return text + "\n";
    };
    if (page > 1) out += '\f';
    if (!head.empty()) out += numbered(head);
    for (int line = 0; line < lines; ++line) {
      out += "Le conseil décide du point " +
             std::string(1, static_cast<char>('a' + page * lines % 20 + line)) + " ici.\n";
    }
    if (!foot.empty()) out += numbered(foot);
  }
  return out;
}

TEST(RunningHead, the_same_line_on_top_of_every_page) {
  EXPECT_EQ(classes(pages(4, "PST de Valmont", "", 3)), "ftttftttftttfttt");
}

TEST(RunningHead, a_foot_that_counts_the_pages) {
  EXPECT_EQ(classes(pages(4, "", "PST de Valmont - page #", 3)), "tttftttftttftttf");
}

TEST(RunningHead, the_title_page_may_lack_it) {
  EXPECT_EQ(classes("Valmont\n\f" + pages(4, "PST de Valmont", "", 3)), "tftttftttftttfttt");
}

TEST(RunningHead, of_two_pages_leaves_the_title_on_the_first) {
  EXPECT_EQ(classes(pages(2, "PST de Valmont", "", 3)), "ttttfttt");
}

TEST(RunningHead, the_numbered_head_of_a_card_is_none) {
  // Cards 7, 8, 10 and 12: their numbers are not those of the pages.
  std::string text;
  for (const char* card : {"7", "8", "10", "12"}) {
    text += (text.empty() ? "" : "\f") + std::string("Fiche action n° ") + card + "\nOuvrir le guichet de " +
            card + "\n";
  }
  EXPECT_EQ(classes(text), "tttttttt");
}

TEST(RunningHead, a_head_and_a_foot_are_both_found) {
  EXPECT_EQ(classes(pages(4, "PST de Valmont", "- # -", 3)), "ftttfftttfftttfftttf");
}

TEST(RunningHead, in_the_middle_of_pages_nothing_is_one) {
  std::string text;
  for (int page = 0; page < 4; ++page) {
    text += page > 0 ? "\f" : "";
    for (int line = 0; line < 9; ++line) {
      text += line == 4 ? "Avancement en cours\n"
                        : "Ligne " + std::string(static_cast<std::size_t>(9 * page + line + 1), 'x') + "\n";
    }
  }
  EXPECT_EQ(classes(text), std::string(36, 't'));
}

TEST(RunningHead, with_the_page_breaks_lost_it_only_counts) {
  std::string text;
  for (int page = 1; page <= 4; ++page) {
    for (int line = 0; line < 12; ++line)
      text += "Le conseil décide de la chose " + std::string(1, static_cast<char>('a' + line)) + ".\n";
    text += "PST de Valmont - page " + std::to_string(page) + "\n";
  }
  const Arranged arranged(text);
  EXPECT_EQ(arranged.layout.lines[12].klass, LineClass::text);
  EXPECT_TRUE(arranged.layout.lines[12].counts);
  EXPECT_FALSE(arranged.layout.lines[11].counts);
}

TEST(RunningHead, counts_at_any_place_in_the_line) {
  EXPECT_EQ(classes(pages(4, "", "PST 2019-2024 - page # / 4", 3)), "tttftttftttftttf");
}

TEST(RunningHead, the_head_of_a_table_is_none) {
  EXPECT_EQ(classes(pages(4,
                          "Action              Pilote      Année\n"
                          "Ouvrir              Anne        2021",
                          "", 3))
                .substr(0, 5),
            "ttttt");
}

TEST(RunningHead, a_list_that_counts_is_none) {
  const Arranged arranged("Action numéro 1\nAction numéro 2\nAction numéro 3\nAction numéro 4\n");
  for (const LineInfo& line : arranged.layout.lines) EXPECT_FALSE(line.counts);
}

TEST(RunningHead, of_two_pages_is_the_outermost_line_word_for_word) {
  EXPECT_EQ(classes("Valmont 1\nLoger\nFormer\n\fValmont 2\nInformer\nBâtir\n"), "tttttt");
  EXPECT_EQ(classes("Loger\nPST de Valmont\nFormer\n\fInformer\nPST de Valmont\nBâtir\n"), "tttttt");
}

TEST(RunningHead, of_two_or_three_pages_that_counts_them_in_words) {
  EXPECT_EQ(classes(pages(2, "", "PST de Valmont - page # sur 2", 3)), "tttftttf");
  EXPECT_EQ(classes("Valmont\n\f" + pages(2, "PST du CPAS de Valmont", "", 3)), "tftttfttt");
  EXPECT_EQ(classes(pages(2, "Objectif #", "", 3)), "tttttttt");
}

TEST(RunningHead, with_gaps_of_other_widths_is_the_same) {
  std::string text;
  for (int page = 1; page <= 4; ++page) {
    text += (page > 1 ? "\f" : "") + std::string("CPAS de Valmont") +
            std::string(static_cast<std::size_t>(20 + page), ' ') + "PST 2025-2030\nPoint " +
            std::string(static_cast<std::size_t>(page), 'x') + "\nFin " +
            std::string(static_cast<std::size_t>(page), 'y') + "\n";
  }
  EXPECT_EQ(classes(text), "fttfttfttftt");
}

TEST(RunningHead, of_lost_pages_counts_far_off_its_words_between_blank_lines) {
  std::string text;
  for (const char* page : {"3", "4"}) {
    for (int line = 0; line < 9; ++line)
      text += std::string("Le conseil décide du point ") + static_cast<char>('a' + line) + page + ".\n";
    text += std::string("\nPST 2019-2024 – CPAS de Valmont                    ") + page + "\n\n";
  }
  const std::string found = classes(text);
  EXPECT_EQ(std::count(found.begin(), found.end(), 'f'), 2);
  EXPECT_EQ(std::count(found.begin(), found.end(), 't'), 18);
}

TEST(Leaders, an_entry_that_wraps_carries_them_on_its_last_line) {
  EXPECT_EQ(
      classes("Sommaire\nO.S. 1 Loger ......... 2\nO.S. 2 Accueillir chacun et\n   chacune ......... 3\n"
              "O.S. 3 Former ........ 4\nO.S. 1 Loger\n"),
      "tcccct");
}

TEST(PageNumber, that_a_scan_read_as_letters_is_debris) {
  EXPECT_TRUE(is_debris("ll"));
  EXPECT_TRUE(is_debris("Il"));
  EXPECT_FALSE(is_debris("et"));
}

/// The lines that are footnotes, `.` for the others.
std::string footnotes(std::string_view text) {
  std::string out;
  for (const LineInfo& line : Arranged(text).layout.lines) out += line.footnote ? 'n' : '.';
  return out;
}

TEST(Footnote, stands_below_a_short_rule_at_the_end_of_its_page) {
  EXPECT_EQ(footnotes("Loger (1)\n\n_____\n(1) Selon\nl'enquête.\n\fFormer\n"), "...nn.");
  EXPECT_EQ(footnotes("Loger¹\n-----\n¹ Selon l'enquête.\n"), "..n");
}

TEST(Footnote, a_rule_of_any_length_is_no_entry_of_contents) {
  EXPECT_EQ(footnotes("Loger (1)\n\n_______________\n(1) Selon l'enquête.\n"), "...n");
}

TEST(Footnote, ends_at_a_foot_that_counts_pages_where_their_ends_are_lost) {
  std::string text;
  std::string expected;
  for (int page = 1; page <= 4; ++page) {
    for (int line = 0; line < 9; ++line)
      text += "Loger " + std::string(static_cast<std::size_t>(line + page), 'x') + "\n";
    text += "_____\n(1) Selon l'enquête.\nCPAS de Valmont - PST      " + std::to_string(page) + "\n";
    expected += "..........n.";
  }
  EXPECT_EQ(footnotes(text), expected);
}

TEST(Footnote, needs_its_sign_below_the_rule) {
  EXPECT_EQ(footnotes("Loger\n_____\nFormer\n"), "...");
}

TEST(RunningHead, below_bare_page_numbers_that_count) {
  std::string text, expected;
  for (int page = 1; page <= 3; ++page) {
    for (int line = 0; line < 8; ++line)
      text += "Texte " + std::string(1, static_cast<char>('a' + line + 8 * page)) + "\n";
    text += "\n      " + std::to_string(page) + "\n\nCPAS de Valmont - plan\n\n";
  }
  const layout::Layout arranged = Arranged(text).layout;
  int heads = 0;
  for (const LineInfo& line : arranged.lines) heads += line.counts;
  EXPECT_EQ(heads, 3);
}

TEST(Footnote, ends_at_a_blank_line_where_the_ends_of_pages_are_lost) {
  EXPECT_EQ(
      footnotes("Loger\n\n____\n1 Selon l'enquête\nde 2019.\n\n- 3 -\n\nObjectif stratégique 2 : Bâtir\n"),
      "...nn....");
}

}  // namespace
}  // namespace pst::layout
