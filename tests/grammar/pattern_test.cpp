#include "grammar/pattern.hpp"

#include <gtest/gtest.h>

#include "grammar/reader.hpp"

namespace pst::grammar {
namespace {

/// What a marker with that pattern takes from the beginning of the text: `label|number|rest`.
std::string taken(const std::string& pattern, std::string_view text, const std::string& more = "") {
  const Library library = load({{"mine.toml", "name = 'mine'\n[[marker]]\nkind = 'action'\npattern = '''" +
                                                  pattern + "'''\n" + more}});
  Reader reader(library);
  Reading reading;
  reader.read(text, reading);
  if (reading.markers.empty()) return "nothing";
  const MarkerMatch& match = reading.markers.front();
  return std::string(text.substr(match.begin, match.end - match.begin)) + "|" +
         (match.number ? match.number->canonical() : "-") + "|" + std::string(text.substr(match.rest));
}

TEST(Pattern, accents_do_not_count_on_either_side) {
  for (const char* pattern : {"étape{number}", "etape{number}"}) {
    EXPECT_EQ(taken(pattern, "Étape 1 : ouvrir"), "Étape 1|1|ouvrir");
    EXPECT_EQ(taken(pattern, "Etape 1 : ouvrir"), "Etape 1|1|ouvrir");
  }
}

TEST(Pattern, case_counts_only_where_the_rule_says_so) {
  EXPECT_EQ(taken("jalon{number}", "JALON 1 : ouvrir"), "JALON 1|1|ouvrir");
  EXPECT_EQ(taken("JAL{number}", "jal 1 : ouvrir", "case = true\n"), "nothing");
  EXPECT_EQ(taken("JAL{number}", "JAL 1 : ouvrir", "case = true\n"), "JAL 1|1|ouvrir");
}

TEST(Pattern, apostrophes_dashes_and_spaces_are_one_kind) {
  EXPECT_EQ(taken("fil d'or -{number}", "Fil\u00A0d’or –\u202F1 : ouvrir"),
            "Fil\u00A0d’or –\u202F1|1|ouvrir");
}

TEST(Pattern, signs_without_a_letter_of_their_own) {
  EXPECT_EQ(taken(R"(\x07{number})", "• 1 : ouvrir"), "• 1|1|ouvrir");
  EXPECT_EQ(taken("no{number}", "n° 1 : ouvrir"), "n° 1|1|ouvrir");
  EXPECT_EQ(taken(R"(\$ jalon{number})", "€ jalon 1 : ouvrir"), "€ jalon 1|1|ouvrir");
  EXPECT_EQ(taken(R"("a" jalon{number})", "« a » jalon 1 : x"), "nothing");  // the spaces within count
  EXPECT_EQ(taken(R"("a" jalon{number})", "“a” jalon 1 : x"), "“a” jalon 1|1|x");
}

TEST(Macro, number_is_any_number_with_or_without_its_sign) {
  EXPECT_EQ(taken("jalon{number}", "Jalon 1.2.3.A : ouvrir"), "Jalon 1.2.3.A|1.2.3.A|ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon n° 12 – ouvrir"), "Jalon n° 12|12|ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon N°12. Ouvrir"), "Jalon N°12.|12|Ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon II : ouvrir"), "Jalon II|2|ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon B : ouvrir"), "Jalon B|B|ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon l : ouvrir"), "Jalon l|1|ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon3bis : ouvrir"), "Jalon3bis|3bis|ouvrir");
}

TEST(Macro, number_is_no_word) {
  EXPECT_EQ(taken("jalon{number}", "Jalon ouvrir"), "nothing");
  EXPECT_EQ(taken("jalon{number}", "Jalons de l'année"), "nothing");
  EXPECT_EQ(taken("jalon{number}", "Jalon à mener"), "nothing");
  EXPECT_EQ(taken("jalon{number}", "Jalon d'été"), "nothing");
}

TEST(Macro, number_with_a_question_mark_may_be_missing) {
  EXPECT_EQ(taken("jalon{number?}", "Jalon : ouvrir"), "Jalon|-|ouvrir");
  EXPECT_EQ(taken("jalon{number?}", "Jalon 2 : ouvrir"), "Jalon 2|2|ouvrir");
}

TEST(Macro, one_style_each) {
  EXPECT_EQ(taken(R"({arabic}\))", "3) Ouvrir"), "3)|3|Ouvrir");
  EXPECT_EQ(taken(R"({roman}\.)", "IV. Ouvrir"), "IV.|4|Ouvrir");
  EXPECT_EQ(taken(R"({upper}\.)", "B. Ouvrir", "case = true\n"), "B.|B|Ouvrir");
  EXPECT_EQ(taken(R"({lower}\))", "b) Ouvrir", "case = true\n"), "b)|b|Ouvrir");
  EXPECT_EQ(taken("{dotted}", "1.2.3 Ouvrir"), "1.2.3|1.2.3|Ouvrir");
  EXPECT_EQ(taken("{compound}", "II.2.d Ouvrir", "case = true\n"), "II.2.d|2.2.d|Ouvrir");
}

TEST(Macro, a_word_of_the_file_stands_for_its_pattern) {
  EXPECT_EQ(expand("{mois} 2020", {{"mois", "mai|juin"}}), "(?:mai|juin) 2020");
  EXPECT_EQ(expand("{date}", {{"date", "{mois} 20"}, {"mois", "août"}}), "(?:(?:aout) 20)");
}

TEST(Expand, repetitions_in_braces_are_no_macros) {
  EXPECT_EQ(expand("[a-z]{2,3}x{4}", {}), "[a-z]{2,3}x{4}");
}

TEST(Loosen, matches_wherever_the_pattern_does) {
  const std::string loose = loosen(expand("(?P<label>jalon{number}) (?P<rest>.*)", {}));
  EXPECT_EQ(loose.find("?P<"), std::string::npos);
  EXPECT_EQ(pattern_error(loose, loose, {}), std::nullopt);
}

TEST(Label, the_closing_sign_belongs_to_it_and_the_separator_does_not) {
  EXPECT_EQ(taken("jalon{number}", "Jalon 4.1_ Ouvrir"), "Jalon 4.1_|4.1|Ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon 4) Ouvrir"), "Jalon 4)|4|Ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon 4 :- Ouvrir"), "Jalon 4|4|Ouvrir");
}

TEST(Label, said_again_in_brackets_counts_once) {
  EXPECT_EQ(taken("jalon{number}", "Jalon 3 :(Jalon 3) Ouvrir"), "Jalon 3|3|Ouvrir");
  EXPECT_EQ(taken("jalon{number}", "Jalon 3 (Jalon 4) Ouvrir"), "Jalon 3|3|(Jalon 4) Ouvrir");
}

TEST(Label, a_linking_article_belongs_to_neither_side) {
  EXPECT_EQ(taken("axe", "Axe de la Culture", "link = '(?:de la |du )'\n"), "Axe|-|Culture");
}

TEST(Label, debris_may_stand_in_front) {
  const char* decor = "[words]\ndecor = '[^A-Za-z0-9(]{1,4} ?|[a-z] '\n";
  EXPECT_EQ(taken("jalon{number}", "«» Jalon 1 : ouvrir", decor), "Jalon 1|1|ouvrir");
  EXPECT_EQ(taken("jalon{number}", "- Jalon 1 : ouvrir", decor), "Jalon 1|1|ouvrir");
}

}  // namespace
}  // namespace pst::grammar
