#include "grammar/number.hpp"

#include <algorithm>
#include <cctype>

namespace pst::grammar {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// The digit that an OCR may have read as this letter, or 0.
char digit_behind(char c) {
  switch (c) {
    case 'l':
    case 'I':
    case '|': return '1';
    case 'O':
    case 'o': return '0';
    case 'S':
    case 's': return '5';
    case 'Z':
    case 'z': return '2';
    case 'B': return '8';
    default: return 0;
  }
}

std::optional<Number::Component> component(std::string_view token, bool as_letter, bool& misread) {
  if (token.empty() || token.size() > 7) return std::nullopt;
  if (std::all_of(token.begin(), token.end(), is_digit)) {
    if (token.size() > 3) return std::nullopt;
    return Number::Component{std::stoi(std::string(token)), NumberStyle::arabic};
  }
  const bool upper = std::all_of(token.begin(), token.end(), is_upper);
  const bool lower = std::all_of(token.begin(), token.end(), is_lower);
  if (token.size() == 1 && (upper || lower)) {
    const char letter = token[0];
    if (as_letter) {
      return Number::Component{letter - (upper ? 'A' : 'a') + 1,
                               upper ? NumberStyle::upper_letter : NumberStyle::lower_letter};
    }
    if (letter == 'I' || letter == 'V' || letter == 'X') {
      return Number::Component{letter == 'I' ? 1 : letter == 'V' ? 5 : 10, NumberStyle::roman};
    }
    if (letter == 'i' || letter == 'v' || letter == 'x') {
      return Number::Component{letter == 'i' ? 1 : letter == 'v' ? 5 : 10, NumberStyle::roman};
    }
    if (letter == 'l') {
      misread = true;
      return Number::Component{1, NumberStyle::arabic};
    }
    return Number::Component{letter - (upper ? 'A' : 'a') + 1,
                             upper ? NumberStyle::upper_letter : NumberStyle::lower_letter};
  }
  if (upper || lower) {
    std::string caps(token);
    for (char& c : caps) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (const int value = roman_value(caps); value > 0) return Number::Component{value, NumberStyle::roman};
  }
  // Digits among which an OCR put letters: `1O`, `l2`, `ll`.
  if (token.size() > 3) return std::nullopt;
  std::string digits;
  for (const char c : token) {
    const char digit = is_digit(c) ? c : digit_behind(c);
    if (digit == 0) return std::nullopt;
    digits += digit;
  }
  misread = true;
  return Number::Component{std::stoi(digits), NumberStyle::arabic};
}

}  // namespace

int roman_value(std::string_view upper) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kSigns{
      {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}};
  int value = 0;
  std::string_view rest = upper;
  for (const auto& [sign, worth] : kSigns) {
    int times = 0;
    while (rest.substr(0, sign.size()) == sign && times < 3) {
      value += worth;
      rest.remove_prefix(sign.size());
      ++times;
      if (worth == 90 || worth == 50 || worth == 40 || worth == 9 || worth == 5 || worth == 4) break;
    }
  }
  return rest.empty() ? value : 0;
}

std::optional<Number> parse_number(std::string_view token, bool as_letters) {
  Number number;
  for (const std::string_view suffix : {std::string_view("bis"), std::string_view("ter")}) {
    if (token.size() > 3 && token.substr(token.size() - 3) == suffix && is_digit(token[token.size() - 4])) {
      number.bis = true;
      number.bis_text = suffix;
      token.remove_suffix(3);
    }
  }
  std::size_t begin = 0;
  while (begin <= token.size()) {
    std::size_t end = token.find('.', begin);
    if (end == std::string_view::npos) end = token.size();
    std::string_view part = token.substr(begin, end - begin);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (number.depth == Number::kDepth) return std::nullopt;
    const auto next = component(part, as_letters && number.depth == 0, number.misread);
    if (!next) return std::nullopt;
    number.parts[number.depth++] = *next;
    begin = end + 1;
  }
  return number;
}

std::string Number::canonical() const {
  std::string out;
  for (int i = 0; i < depth; ++i) {
    if (i > 0) out += '.';
    const Component& c = part(i);
    switch (c.style) {
      case NumberStyle::upper_letter: out += static_cast<char>('A' + c.value - 1); break;
      case NumberStyle::lower_letter: out += static_cast<char>('a' + c.value - 1); break;
      default: out += std::to_string(c.value);
    }
  }
  return out + bis_text;
}

bool Number::extends(const Number& prefix) const {
  if (prefix.depth == 0 || depth <= prefix.depth) return false;
  for (int i = 0; i < prefix.depth; ++i) {
    if (part(i).value != prefix.part(i).value) return false;
  }
  return true;
}

bool Number::operator==(const Number& other) const {
  return depth == other.depth && bis_text == other.bis_text &&
         std::equal(parts.begin(), parts.begin() + depth, other.parts.begin());
}

}  // namespace pst::grammar
