#include "plan/opening.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr text::ByteSet kBreaks(".,;:()'\"«");  ///< signs that no label has before its number

/// `12.3` from `at` on as `0.0`; empty where no number of small components stands there.
std::string number_shape(std::string_view text, std::size_t& at) {
  constexpr std::size_t kMostDigits = 2;
  std::string shape;
  while (at < text.size() && text::is_digit(text[at])) {
    const std::size_t begin = at;
    while (at < text.size() && text::is_digit(text[at])) ++at;
    if (at - begin > kMostDigits) return {};
    shape += '0';
    if (at + 1 >= text.size() || text[at] != '.' || !text::is_digit(text[at + 1])) break;
    shape += '.';
    ++at;
  }
  return shape;
}

/// Words and a number, set off from what follows: `Grande cause n° 3 : …` gives `grande cause n 0`.
std::string worded_shape(std::string_view text) {
  constexpr std::size_t kLongest = 40, kMostWords = 3;
  const std::size_t digit = text::find_digit(text.substr(0, kLongest));
  if (digit == std::string_view::npos || digit < 2 || !text::starts_upper(text)) return {};
  const std::string_view words = text.substr(0, digit);
  if (text::find_any(words, kBreaks) != std::string_view::npos) return {};
  if (static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) > kMostWords) return {};
  std::size_t at = digit;
  const std::string number = number_shape(text, at);
  if (number.empty()) return {};
  std::string_view rest = text.substr(at);
  const bool spaced = !rest.empty() && rest.front() == ' ';
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  const bool set_off = rest.empty() ||
                       std::string_view(":.)-").find(rest.front()) != std::string_view::npos ||
                       rest.starts_with("–") || rest.starts_with("—") || (spaced && text::starts_upper(rest));
  return set_off ? text::fold(words) + " " + number : std::string();
}

}  // namespace

std::string opening_shape(std::string_view text, bool cell) {
  constexpr std::size_t kLongest = 10;
  std::string shape;
  bool digits = false;
  const std::size_t end = std::min(text.find(' '), text.size());
  if (end == 0) return {};
  if (end > kLongest) return worded_shape(text);
  for (const char c : text.substr(0, end)) {
    digits = digits || text::is_digit(c);
    if (text::is_digit(c) && !shape.empty() && shape.back() == '0') continue;
    shape += text::is_digit(c) ? '0' : c;
  }
  const bool letter = end == 2 &&
                      ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z')) &&
                      (text[1] == ')' || text[1] == '/' || text[1] == '.' || text[1] == '-');
  if (letter) return std::string("a") + text[1];
  if (!digits) return worded_shape(text);
  if (end < text.size()) return shape;
  // A label by itself: the first cell of a row, or a number of several parts.
  return cell || shape.starts_with("0.0") ? shape : std::string();
}

}  // namespace pst::plan
