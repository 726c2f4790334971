#include "grammar/number.hpp"

#include <algorithm>
#include <cctype>

#include "text/ascii.hpp"

namespace pst::grammar {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// The digit that an OCR may have read as this letter, or 0.
char digit_behind(char c) {
  switch (c) {
    case 'l':
    case 'I':
    case '|':
      return '1';
    case 'O':
    case 'o':
      return '0';
    case 'S':
    case 's':
      return '5';
    case 'Z':
    case 'z':
      return '2';
    case 'B':
      return '8';
    default:
      return 0;
  }
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

std::optional<Number::Component> component(std::string_view token, bool as_letter, bool& misread) {
  if (token.empty() || token.size() > 7) return std::nullopt;
  if (std::all_of(token.begin(), token.end(), is_digit)) {
    if (token.size() > 3) return std::nullopt;
    return Number::Component{value_of(token), NumberStyle::arabic};
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
  int value = 0;
  for (const char c : token) {
    const char digit = is_digit(c) ? c : digit_behind(c);
    if (digit == 0) return std::nullopt;
    value = 10 * value + (digit - '0');
  }
  misread = true;
  return Number::Component{value, NumberStyle::arabic};
}

/// Behind the word at `from`; a word longer than any number only as far as that tells.
std::size_t word_end(std::string_view ascii, std::size_t from) {
  constexpr std::size_t kLongest = 12;
  const std::size_t limit = std::min(ascii.size(), from + kLongest);
  while (from < limit && text::is_alnum(ascii[from])) ++from;
  return from;
}

bool is_component(std::string_view token) {
  bool misread = false;
  if (token.size() > 3 && is_digit(token.front()) &&
      (token.substr(token.size() - 3) == "bis" || token.substr(token.size() - 3) == "ter")) {
    token.remove_suffix(3);
  }
  return component(token, false, misread).has_value();
}

/// `A1`, of `A1.2`: two components that touch.
bool is_touching(std::string_view token) {
  return token.size() > 1 && token.front() >= 'A' && token.front() <= 'H' &&
         token.find_first_not_of("0123456789", 1) == token.npos;
}

std::size_t skip_spaces(std::string_view ascii, std::size_t from) {
  while (from < ascii.size() && ascii[from] == ' ') ++from;
  return from;
}

/// Behind `n°`, `no.`, `nos`, `nr.` or `#`, if one stands there with a number behind it; else `from`.
std::size_t skip_sign(std::string_view ascii, std::size_t from) {
  std::size_t at = from;
  const auto is = [&](char lower) { return at < ascii.size() && (ascii[at] | 0x20) == lower; };
  if (at < ascii.size() && ascii[at] == '#') {
    ++at;
  } else if (is('n')) {
    at = skip_spaces(ascii, at + 1);
    if (is('o') || is('r')) {
      ++at;
    } else {
      return from;
    }
    if (is('s')) ++at;
    at = skip_spaces(ascii, at);
    if (at < ascii.size() && (ascii[at] == '.' || ascii[at] == ':')) ++at;
  } else {
    return from;
  }
  at = skip_spaces(ascii, at);
  return is_component(ascii.substr(at, word_end(ascii, at) - at)) ? at : from;
}

}  // namespace

NumberToken find_number(std::string_view ascii, std::size_t from) {
  const std::size_t begin = skip_sign(ascii, skip_spaces(ascii, from));
  std::size_t end = word_end(ascii, begin);
  // `Projet 4Sécuriser`: the space is missing.
  if (const std::size_t digits = std::min(ascii.find_first_not_of("0123456789", begin), ascii.size());
      digits > begin && digits + 1 < end && is_upper(ascii[digits]) && is_lower(ascii[digits + 1])) {
    end = digits;
  }
  const std::string_view first = ascii.substr(begin, end - begin);
  if (!is_component(first) && !is_touching(first)) return {begin, begin};
  for (int parts = 1; parts <= Number::kDepth && end < ascii.size(); ++parts) {
    std::size_t dot = end;
    if (ascii[dot] == ' ' && dot + 2 < ascii.size() && ascii[dot + 1] == '.' && is_digit(ascii[dot + 2]))
      ++dot;
    // `1-2`: a hyphen parts figures only.
    const bool hyphen =
        ascii[dot] == '-' && is_digit(ascii[dot - 1]) && dot + 1 < ascii.size() && is_digit(ascii[dot + 1]);
    if (ascii[dot] != '.' && !hyphen) break;
    const std::size_t next = word_end(ascii, dot + 1);
    if (!is_component(ascii.substr(dot + 1, next - dot - 1))) break;
    end = next;
  }
  return {begin, end};
}

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
  for (const char* suffix : {"bis", "ter"}) {
    if (token.size() > 3 && token.substr(token.size() - 3) == suffix && is_digit(token[token.size() - 4])) {
      number.suffix = suffix;
      token.remove_suffix(3);
    }
  }
  std::size_t begin = 0;
  while (begin <= token.size()) {
    const std::size_t end = std::min(token.find_first_of(".-", begin), token.size());
    std::string_view part = token.substr(begin, end - begin);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (number.depth == Number::kDepth) return std::nullopt;
    // `A1.2`: the first two components touch.
    if (begin == 0 && is_touching(part)) {
      number.parts[number.depth++] = *component(part.substr(0, 1), true, number.misread);
      part.remove_prefix(1);
    }
    const auto next = component(part, as_letters && number.depth == 0, number.misread);
    if (!next) return std::nullopt;
    number.parts[number.depth++] = *next;
    begin = end + 1;
  }
  return number;
}

std::optional<Number> parse_address(std::string_view token) {
  std::string plain;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (is_digit(c)) {
      plain += c;
    } else if (is_lower(c)) {
      plain += '.';
      plain += c;
    } else if (is_upper(c) && !plain.empty() && plain.back() != '.') {
      plain += '.';
    }
  }
  return parse_number(plain);
}

std::string letters_of(std::string_view address) {
  std::string out;
  bool fresh = true;  // the next letter begins a component
  for (const char c : address) {
    if (is_digit(c)) {
      fresh = true;
    } else if (is_upper(c) || is_lower(c)) {
      if (fresh && !out.empty()) out += '.';
      out += is_lower(c) ? 'a' : c;
      fresh = false;
    }
  }
  return out;
}

std::optional<Number> with_digits(const Number& number) {
  Number out = number;
  out.misread = true;
  for (int i = 0; i < out.depth; ++i) {
    Number::Component& part = out.parts[static_cast<std::size_t>(i)];
    const bool upper = part.style == NumberStyle::upper_letter;
    if (!upper && part.style != NumberStyle::lower_letter) continue;
    const char digit = digit_behind(static_cast<char>((upper ? 'A' : 'a') + part.value - 1));
    if (digit == 0 || digit == '0') return std::nullopt;
    part = {digit - '0', NumberStyle::arabic};
  }
  return out;
}

std::string Number::canonical() const {
  std::string out;
  for (int i = 0; i < depth; ++i) {
    if (i > 0) out += '.';
    const Component& c = part(i);
    switch (c.style) {
      case NumberStyle::upper_letter:
        out += static_cast<char>('A' + c.value - 1);
        break;
      case NumberStyle::lower_letter:
        out += static_cast<char>('a' + c.value - 1);
        break;
      default:
        if (c.value >= 0 && c.value < 10) {
          out += static_cast<char>('0' + c.value);
        } else {
          out += std::to_string(c.value);
        }
    }
  }
  return out += suffix;
}

bool Number::extends(const Number& prefix) const {
  if (prefix.depth == 0 || depth <= prefix.depth) return false;
  for (int i = 0; i < prefix.depth; ++i) {
    if (part(i).value != prefix.part(i).value) return false;
  }
  return true;
}

bool Number::operator==(const Number& other) const {
  return depth == other.depth && std::string_view(suffix) == other.suffix &&
         std::equal(parts.begin(), parts.begin() + depth, other.parts.begin());
}

}  // namespace pst::grammar
