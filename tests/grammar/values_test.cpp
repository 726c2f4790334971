// What the reader makes of a field's or a cell's text: names, items, sums, years, signs.
#include <gtest/gtest.h>

#include "grammar/reader.hpp"
#include "support/reading.hpp"

namespace pst::grammar {
namespace {

Reader reader() {
  return Reader(test::library());
}

std::string names(const char* text) {
  return test::joined(reader().names(text), "|");
}
std::string items(const char* text) {
  return test::joined(reader().items(text), "|");
}

std::string period(const char* text) {
  const auto found = reader().period(text);
  if (!found) return "none";
  return std::to_string(found->start.value_or(0)) + "-" + std::to_string(found->end.value_or(0)) +
         (found->whole ? "" : " within");
}

std::string sums(const char* text) {
  std::string out;
  for (const BudgetMatch& sum : reader().budgets(text))
    out += (out.empty() ? "" : " ") + std::to_string(static_cast<long>(sum.amount));
  return out;
}

TEST(Names, at_every_separator) {
  EXPECT_EQ(names("Danièle et Myriam"), "Danièle|Myriam");
  EXPECT_EQ(names("Ingrid+Sophie"), "Ingrid|Sophie");
  EXPECT_EQ(names("Service social / PCS"), "Service social|PCS");
  EXPECT_EQ(names("Anne, Marc ; Luc & Léa"), "Anne|Marc|Luc|Léa");
}

TEST(Names, hyphens_and_brackets_hold_together) {
  EXPECT_EQ(names("Jean-Marc Dupont"), "Jean-Marc Dupont");
  EXPECT_EQ(names("Travaux (Anne et Marc), Finances"), "Travaux (Anne et Marc)|Finances");
}

TEST(Items, at_semicolons_only) {
  EXPECT_EQ(items("12 visites, 3 lettres ; une réunion."), "12 visites, 3 lettres|une réunion");
  EXPECT_EQ(items(" ; "), "");
}

TEST(Years, alone_or_within_other_words) {
  EXPECT_EQ(period("2021"), "2021-2021");
  EXPECT_EQ(period("à terminer en 2021 si possible"), "2021-2021 within");
  EXPECT_EQ(period("de 2019 à 2022"), "2019-2022");
}

TEST(Years, that_cannot_be_are_none) {
  EXPECT_EQ(period("5000"), "none");
  EXPECT_EQ(period("page 12"), "none");
  EXPECT_EQ(period(""), "none");
}

TEST(Sums, thousands_by_dots_or_spaces_and_decimals_by_comma) {
  EXPECT_EQ(sums("15.000 €"), "15000");
  EXPECT_EQ(sums("1 250 000 €"), "1250000");
  EXPECT_EQ(sums("99,95 €"), "99");
  EXPECT_EQ(sums("5.000 € et 10.000 €"), "5000 10000");
}

TEST(Sums, a_number_without_a_currency_is_none) {
  EXPECT_EQ(sums("12 places"), "");
  EXPECT_EQ(sums("à déterminer"), "");
}

TEST(Legend, signs_and_what_they_stand_for) {
  std::string out;
  for (const auto& entry : reader().legend("P1 = priorité élevée ; P2 = priorité moyenne ; *** = haute")) {
    out += entry.sign + ":" + entry.attribute + "=" + entry.value + " ";
  }
  EXPECT_EQ(out, "P1:priority=high P2:priority=medium ***:priority=high ");
}

TEST(Legend, an_explanation_of_something_else_is_none) {
  EXPECT_TRUE(reader().legend("OS = objectif stratégique").empty());
}

TEST(WholeValue, is_the_whole_text) {
  EXPECT_TRUE(reader().whole_value("status", "En cours"));
  EXPECT_FALSE(reader().whole_value("status", "En cours de route, une halte"));
}

TEST(Fields, on_one_line_end_where_the_next_begins) {
  const std::string_view text = "Responsable : Anne ; Échéance : 2026";
  const auto fields = reader().fields(text);
  ASSERT_EQ(fields.size(), 2u);
  EXPECT_EQ(fields[0].rule->attribute, "responsible");
  EXPECT_EQ(text.substr(fields[0].value, fields[0].end - fields[0].value), "Anne ; ");
  EXPECT_EQ(fields[1].rule->attribute, "period");
  EXPECT_EQ(text.substr(fields[1].value, fields[1].end - fields[1].value), "2026");
}

TEST(Fields, the_longer_label_wins) {
  const auto fields = reader().fields("Objectif opérationnel : 1.2");
  ASSERT_EQ(fields.size(), 1u);
  EXPECT_EQ(fields[0].rule->attribute, "operational_objective");
}

TEST(Mentions, are_numbered_markers_anywhere) {
  const auto found = reader().mentions("voir l'action 3 du O.O.2.1");
  ASSERT_GE(found.size(), 2u);
}

TEST(Letters, are_numbers_only_where_punctuation_says_so) {
  Reader read(test::library());
  Reading reading;
  for (const char* text : {"Action à mener", "Projet d'école", "Actions A mener avec tous"}) {
    read.read(text, reading);
    for (const MarkerMatch& match : reading.markers) EXPECT_FALSE(match.number) << text;
  }
}

}  // namespace
}  // namespace pst::grammar
