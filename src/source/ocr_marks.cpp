#include "source/ocr_marks.hpp"

#include <algorithm>
#include <string_view>

#include "text/unicode.hpp"

namespace pst::source {
namespace {

double middle_x(const Box& box) {
  return (box.x0 + box.x1) / 2;
}

/// Whether the blob stands as high as a bullet of the word's line does.
bool level(const Box& blob, const Word& word) {
  const double y = (blob.y0 + blob.y1) / 2;
  return y < word.baseline && y > word.baseline - 0.75 * word.row_height;
}

bool is_over(const Box& blob, const Word& word) {
  return middle_x(blob) >= word.ink.x0 && middle_x(blob) <= word.ink.x1 && level(blob, word);
}

/// What a bullet is taken for: a sign, or a lone letter.
bool is_mark(const Word& word) {
  return text::length(word.text) <= 2 && text::fold(word.text).size() <= 1;
}

/// A figure, or text that begins with one.
bool begins_with_digit(const Word& word) {
  return word.text[0] >= '0' && word.text[0] <= '9';
}

}  // namespace

void set_bullets(const std::vector<Box>& blobs, std::vector<Word>& words) {
  constexpr double kNearest = 0.15, kFarthest = 2.5;  // of the row's height
  for (const Box& blob : blobs) {
    const auto over = std::ranges::find_if(words, [&](const Word& word) { return is_over(blob, word); });
    if (over != words.end()) {
      if (over->first && is_mark(*over)) over->text = kBullet;
      continue;
    }
    const auto next = std::ranges::find_if(words, [&](const Word& word) {
      const double gap = word.ink.x0 - blob.x1;
      return word.first && level(blob, word) && gap > kNearest * word.row_height &&
             gap < kFarthest * word.row_height;
    });
    if (next == words.end()) continue;
    Word bullet = *next;
    bullet.text = kBullet;
    bullet.ink = blob;
    bullet.stroke = 0;
    next->first = false;
    words.insert(next, std::move(bullet));
  }
}

void raise_capitals(std::vector<Word>& words) {
  constexpr double kAsTall = 0.88;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    Word& word = words[i];
    const Word& next = words[i + 1];
    if (next.first || !begins_with_digit(next)) continue;
    if (word.text.find_first_not_of("cosvwxz") != std::string::npos) continue;
    if (word.ink.y1 - word.ink.y0 < kAsTall * (next.ink.y1 - next.ink.y0)) continue;
    for (char& letter : word.text) letter = static_cast<char>(letter - 'a' + 'A');
  }
}

std::string with_dots(std::string number) {
  constexpr std::string_view kFigures = "0123456789OQo", kSeparators = ".:,";
  std::size_t separators = 0, dots = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool separator = kSeparators.find(number[i]) != std::string_view::npos;
    if (!separator && kFigures.find(number[i]) == std::string_view::npos) return number;
    const bool last = i + 1 == number.size();
    if (separator && (i == 0 || kSeparators.find(number[i - 1]) != std::string_view::npos)) return number;
    separators += separator && !last;
    dots += separator && !last && number[i] == '.';
  }
  if (separators < 2 || dots == 0 || dots == separators || 2 * dots < separators) return number;
  // Thousands and cents, 1.250.000,00: groups of three are no numbering.
  const std::size_t first = number.find('.'), second = number.find_first_of(kSeparators, first + 1);
  if (second != std::string::npos && second - first == 4) return number;
  for (std::size_t i = 0; i + 1 < number.size(); ++i) {
    if (number[i] == ':' || number[i] == ',') number[i] = '.';
  }
  return number;
}

}  // namespace pst::source
