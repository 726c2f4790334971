#include "grammar/number.hpp"

#include <gtest/gtest.h>

namespace pst::grammar {
namespace {

/// Canonical form, `?` behind it where a digit was misread; `none` where the token is no number.
std::string canonical(std::string_view token, bool as_letters = false) {
  const auto number = parse_number(token, as_letters);
  return number ? number->canonical() + (number->misread ? "?" : "") : "none";
}

int ordinal(std::string_view token) {
  return parse_number(token)->last();
}

TEST(Canonical, digits_are_joined_by_dots) {
  EXPECT_EQ(canonical("3"), "3");
  EXPECT_EQ(canonical("1.1"), "1.1");
  EXPECT_EQ(canonical("12.3.10"), "12.3.10");
  EXPECT_EQ(canonical("1 . 2. 3"), "1.2.3");
  EXPECT_EQ(canonical("1-2-3"), "1.2.3");
}

TEST(Canonical, leading_zeros_say_nothing) {
  EXPECT_EQ(canonical("01"), "1");
  EXPECT_EQ(canonical("2.03"), "2.3");
}

TEST(Canonical, roman_numerals_become_arabic) {
  EXPECT_EQ(canonical("II"), "2");
  EXPECT_EQ(canonical("XIV"), "14");
  EXPECT_EQ(canonical("iv"), "4");
  EXPECT_EQ(canonical("II.2.d"), "2.2.d");
}

TEST(Canonical, letters_stay_letters_in_their_case) {
  EXPECT_EQ(canonical("A"), "A");
  EXPECT_EQ(canonical("b"), "b");
  EXPECT_EQ(canonical("2.2.3.A"), "2.2.3.A");
}

TEST(Canonical, a_lone_i_v_or_x_is_roman_unless_letters_are_asked_for) {
  EXPECT_EQ(canonical("I"), "1");
  EXPECT_EQ(canonical("V"), "5");
  EXPECT_EQ(canonical("x"), "10");
  EXPECT_EQ(canonical("I", true), "I");
  EXPECT_EQ(canonical("V", true), "V");
}

TEST(Canonical, c_d_l_and_m_alone_are_letters) {
  EXPECT_EQ(canonical("C"), "C");
  EXPECT_EQ(canonical("D"), "D");
  EXPECT_EQ(canonical("L"), "L");
  EXPECT_EQ(canonical("M"), "M");
}

TEST(Canonical, letters_that_are_no_numeral_in_order_are_none) {
  EXPECT_EQ(canonical("IIX"), "none");
  EXPECT_EQ(canonical("VV"), "none");
  EXPECT_EQ(canonical("IIII"), "none");
}

TEST(Canonical, digits_misread_as_letters_are_digits) {
  EXPECT_EQ(canonical("l"), "1?");
  EXPECT_EQ(canonical("1O"), "10?");
  EXPECT_EQ(canonical("l2"), "12?");
  EXPECT_EQ(canonical("2.l"), "2.1?");
  EXPECT_EQ(canonical("2.I"), "2.1");
  EXPECT_EQ(canonical("S1.1B"), "51.18?");
}

TEST(Canonical, bis_and_ter_stay) {
  EXPECT_EQ(canonical("3bis"), "3bis");
  EXPECT_EQ(canonical("1.2ter"), "1.2ter");
}

TEST(Canonical, a_letter_may_touch_the_number_below_it) {
  EXPECT_EQ(canonical("A1"), "A.1");
  EXPECT_EQ(canonical("B2.3"), "B.2.3");
}

TEST(Canonical, what_is_no_number_is_none) {
  for (const char* token : {"", "1..2", ".1", "bis", "abc", "1234", "K1", "1.2.3.4.5.6.7"}) {
    EXPECT_EQ(canonical(token), "none") << token;
  }
}

TEST(Ordinal, is_the_last_component) {
  EXPECT_EQ(ordinal("1.1.3"), 3);
  EXPECT_EQ(ordinal("12"), 12);
}

TEST(Ordinal, of_a_letter_is_its_place_in_the_alphabet) {
  EXPECT_EQ(ordinal("2.2.3.A"), 1);
  EXPECT_EQ(ordinal("II.2.d"), 4);
  EXPECT_EQ(ordinal("2.2.z"), 26);
}

TEST(RomanValue, of_the_numerals_that_plans_need) {
  EXPECT_EQ(roman_value("I"), 1);
  EXPECT_EQ(roman_value("IX"), 9);
  EXPECT_EQ(roman_value("XXXIX"), 39);
  EXPECT_EQ(roman_value("XLIV"), 44);
  EXPECT_EQ(roman_value(""), 0);
  EXPECT_EQ(roman_value("ABC"), 0);
}

TEST(Extends, the_number_that_its_first_components_are) {
  const auto extends = [](const char* a, const char* b) {
    return parse_number(a)->extends(*parse_number(b));
  };
  EXPECT_TRUE(extends("1.2", "1"));
  EXPECT_TRUE(extends("4.2.1", "4.2"));
  EXPECT_TRUE(extends("II.3", "2"));
  EXPECT_FALSE(extends("1.2", "2"));
  EXPECT_FALSE(extends("1.2", "1.2"));
  EXPECT_FALSE(extends("1", "1.2"));
}

TEST(Equal, means_the_same_components_however_written) {
  EXPECT_EQ(*parse_number("II.1"), *parse_number("2.1"));
  EXPECT_FALSE(*parse_number("1") == *parse_number("1.1"));
  EXPECT_FALSE(*parse_number("3") == *parse_number("3bis"));
}

}  // namespace
}  // namespace pst::grammar
