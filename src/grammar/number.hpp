// The number of a marker: `O.S.1.1.`, `2.2.3.A`, `II.2.d`, `O.S. l`, `n° 12`.
// Source of the canonical form: the plan model, "Numbers and codes".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pst::grammar {

enum class NumberStyle : std::uint8_t { arabic, roman, upper_letter, lower_letter };

/// Components from left to right, at most kDepth.
struct Number {
  static constexpr int kDepth = 6;
  struct Component {
    int value = 0;  ///< the ordinal: A is 1, II is 2
    NumberStyle style = NumberStyle::arabic;
    bool operator==(const Component& other) const { return value == other.value; }
  };
  std::array<Component, kDepth> parts{};
  std::uint8_t depth = 0;
  bool misread = false;     ///< a digit was read as a letter (OCR)
  const char* suffix = "";  ///< "bis" or "ter" behind the last component

  int last() const { return depth == 0 ? 0 : parts[depth - 1U].value; }
  const Component& part(int i) const { return parts[static_cast<std::size_t>(i)]; }
  /// Canonical form: `1.1`, `2.2.d`, `3bis`.
  std::string canonical() const;
  /// Whether `prefix`'s components are this number's first ones, with at least one more here.
  bool extends(const Number& prefix) const;
  bool operator==(const Number& other) const;
};

/// Reads a number as written. Roman numerals (a whole component, in one case) become arabic; a lone letter is
/// a letter, but `I`, `V` and `X` are Roman and `l`, `O`, `|` beside digits or alone are misread digits.
/// `as_letters` reads a first component of one letter as a letter whatever it is (`I.` after `H.`).
/// None where the token is no number.
std::optional<Number> parse_number(std::string_view token, bool as_letters = false);

/// Where a number stands behind a marker's words.
struct NumberToken {
  std::size_t begin = 0, end = 0;  ///< of the number itself; equal where there is none
};

/// The number of an address (`S1.O2.A3.a` gives 1.2.3.a), and its letters (`S.O.A.a`); none where it is none.
std::optional<Number> parse_address(std::string_view token);
std::string letters_of(std::string_view address);

/// The number with each letter that an OCR may have read for a digit (`4.Z`) as that digit; none where one of
/// its letters is no such letter.
std::optional<Number> with_digits(const Number& number);

/// Finds the number that follows at `from` in an ASCII projection, behind spaces and a sign (`n°`, `nr`,
/// `#`). Components may be apart before the dot (`4 .4.2`). Empty where no number follows.
NumberToken find_number(std::string_view ascii, std::size_t from);

/// Value of a Roman numeral in upper case (1 to 399), or 0.
int roman_value(std::string_view upper);

}  // namespace pst::grammar
