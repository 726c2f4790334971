#include "layout/row_labels.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr std::size_t kMostLetters = 3, kMostDigits = 3, kMostParts = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool LabelSeries::goes_on(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < kMostLetters && line[at] >= 'A' && line[at] <= 'Z') ++at;
  std::string letters(line.substr(0, at));
  std::vector<int> parts;
  while (at < line.size() && is_digit(line[at]) && parts.size() < kMostParts) {
    const std::size_t begin = at;
    int value = 0;
    for (; at < line.size() && is_digit(line[at]); ++at) {
      if (at - begin == kMostDigits) return false;
      value = 10 * value + (line[at] - '0');
    }
    parts.push_back(value);
    if (at + 1 >= line.size() || line[at] != '.' || !is_digit(line[at + 1])) break;
    ++at;
  }
  while (at < line.size() && (line[at] == '.' || line[at] == ')' || line[at] == ':')) ++at;
  const bool ends = at == line.size() || line[at] == ' ';
  if (!ends || parts.empty() || (letters.empty() && parts.size() < 2)) return false;
  const bool next = letters == letters_ && parts.size() == parts_.size() && parts_ < parts;
  letters_ = std::move(letters);
  parts_ = std::move(parts);
  return next;
}

bool is_short_figure(std::string_view text) {
  constexpr std::size_t kLongest = 14;
  return text::length(text) <= kLongest && text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace pst::layout
