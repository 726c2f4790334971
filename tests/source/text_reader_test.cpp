#include "source/text_reader.hpp"

#include <gtest/gtest.h>

#include <string>

#include "source/error.hpp"

namespace pst::source {
namespace {

/// The lines as read, ended by `/`, a new page marked `|`: `un/deux/|trois/`.
std::string lines_of(std::string_view bytes) {
  const Document document = read_text(bytes, "plan.txt");
  std::string out;
  for (const Page& page : document.pages) {
    if (page.number > 1) out += "|";
    for (const Run& run : page.runs) out += std::string(run.text) + "/";
  }
  return out;
}

/// The error that the bytes end in: `file: problem; advice`.
std::string error_of(std::string_view bytes) {
  try {
    read_text(bytes, "plan.txt");
  } catch (const Error& error) {
    EXPECT_EQ(error.where().file, "plan.txt");
    EXPECT_NE(error.advice(), "");
    return error.problem();
  }
  return "";
}

TEST(Lines, end_with_line_feed_or_carriage_return_or_both) {
  EXPECT_EQ(lines_of("un\ndeux\n"), "un/deux/");
  EXPECT_EQ(lines_of("un\r\ndeux\r\n"), "un/deux/");
  EXPECT_EQ(lines_of("un\rdeux\r"), "un/deux/");
}

TEST(Lines, may_end_in_different_ways_in_one_file) {
  EXPECT_EQ(lines_of("un\r\ndeux\ntrois\rquatre"), "un/deux/trois/quatre/");
  EXPECT_EQ(lines_of("un\n\rtrois"), "un//trois/");
}

TEST(Lines, the_last_needs_no_end) {
  EXPECT_EQ(lines_of("un\ndeux"), "un/deux/");
}

TEST(Lines, blank_ones_count) {
  EXPECT_EQ(lines_of("un\n\n \ntrois\n\n"), "un// /trois//");
}

TEST(Lines, are_numbered_from_one_through_all_pages) {
  const Document document = read_text("un\ndeux\n\ftrois\n", "plan.txt");
  ASSERT_EQ(document.pages.size(), 2u);
  EXPECT_EQ(document.pages[0].runs[0].line, 1);
  EXPECT_EQ(document.pages[1].runs[0].line, 3);
}

TEST(Lines, their_text_is_left_as_it_is) {
  EXPECT_EQ(lines_of("  Action 1 :\taccueillir  \n"), "  Action 1 :\taccueillir  /");
}

TEST(FormFeed, begins_a_page_but_ends_no_line) {
  EXPECT_EQ(lines_of("un\n\fdeux\n"), "un/|deux/");
  EXPECT_EQ(lines_of("un\n\f\ndeux\n"), "un/|/deux/");
}

TEST(FormFeed, within_a_line_opens_the_page_behind_the_line) {
  EXPECT_EQ(lines_of("un\f\ndeux\n"), "un\f/|deux/");
}

TEST(FormFeed, at_the_very_end_opens_no_empty_page) {
  const Document document = read_text("un\ndeux\n\f", "plan.txt");
  EXPECT_TRUE(document.paged);
  EXPECT_EQ(document.pages.back().runs.empty(), false);
}

TEST(FormFeed, without_one_the_source_marks_no_pages) {
  EXPECT_FALSE(read_text("un\n", "plan.txt").paged);
}

TEST(ByteOrderMark, is_no_part_of_the_text) {
  EXPECT_EQ(lines_of("\xEF\xBB\xBF"
                     "été\n"),
            "été/");
}

TEST(ByteOrderMark, tells_utf16_apart) {
  EXPECT_EQ(lines_of(std::string_view("\xFF\xFE"
                                      "u\0n\0\n\0\xE9\0",
                                      10)),
            "un/é/");
  EXPECT_EQ(lines_of(std::string_view("\xFE\xFF"
                                      "\0u\0n\0\n\0\xE9",
                                      10)),
            "un/é/");
}

TEST(Encoding, old_windows_files_are_read_and_named) {
  const Document document = read_text(
      "Objectif strat\xE9gique 1 : cr\xE9"
      "er un guichet d\x92"
      "accueil\n",
      "plan.txt");
  EXPECT_EQ(document.pages[0].runs[0].text, "Objectif stratégique 1 : créer un guichet d’accueil");
  EXPECT_EQ(document.encoding, "windows-1252");
}

TEST(Encoding, a_broken_byte_is_a_diagnostic_of_the_reading) {
  const Document document =
      read_text("Objectif stratégique, déjà prêt : \xC3( et la suite à compléter\n", "plan.txt");
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].rule, "encoding");
  EXPECT_EQ(document.diagnostics[0].about, About::reading);
}

TEST(Facts, size_and_digest_are_those_of_the_bytes) {
  const Document document = read_text(
      "\xEF\xBB\xBF"
      "abc",
      "plan.txt");
  EXPECT_EQ(document.file, "plan.txt");
  EXPECT_EQ(document.media_type, "text/plain");
  EXPECT_EQ(document.bytes, 6u);
  EXPECT_EQ(document.sha256, "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c");
}

TEST(Refused, an_empty_file) {
  EXPECT_EQ(error_of(""), "le fichier est vide");
}

TEST(Refused, a_blank_file) {
  EXPECT_EQ(error_of(" \n\t\r\n \n"), "le fichier ne contient que des blancs");
  EXPECT_EQ(error_of("\xEF\xBB\xBF\n"), "le fichier ne contient que des blancs");
}

TEST(Refused, bytes_that_are_no_text) {
  EXPECT_EQ(error_of(std::string_view("%PDF-1.4\n\x00\x01\x02", 12)), "ce n'est pas un fichier de texte");
  EXPECT_EQ(error_of(std::string_view("PK\x03\x04\x14\x00\x00\x00\x08\x00", 10)),
            "ce n'est pas un fichier de texte");
}

TEST(Refused, the_sentence_names_the_file_and_says_what_to_do) {
  try {
    read_text("", "valmont.txt");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "valmont.txt : le fichier est vide ; vérifiez l'export ou retirez-le du lot");
  }
}

}  // namespace
}  // namespace pst::source
