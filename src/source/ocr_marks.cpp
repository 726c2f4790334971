#include "source/ocr_marks.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::source {
namespace {

/// Whether the mark stands as high as a list's does on the word's line.
bool level(const Box& mark, const Word& word) {
  const double y = (mark.y0 + mark.y1) / 2;
  return y < word.baseline && y > word.baseline - 0.75 * word.row_height;
}

/// Whether the mark stands among the letters of a word: it is a part of one of them.
bool within_word(const Box& mark, const std::vector<Word>& words) {
  const double x = (mark.x0 + mark.x1) / 2, y = (mark.y0 + mark.y1) / 2;
  return std::ranges::any_of(words, [&](const Word& word) {
    return x > word.ink.x0 && x < word.ink.x1 && y > word.ink.y0 && y < word.ink.y1;
  });
}

/// What a mark is taken for: a sign, or a lone letter.
bool is_mark(const Word& word) {
  return text::length(word.text) <= 2 && text::fold(word.text).size() <= 1;
}

/// Whether the word is a quotation mark, whole or read as `<`, and the quotation ends in its line.
bool opens_quotation(const std::vector<Word>& words, std::size_t at) {
  if (words[at].text != "«" && words[at].text != "<") return false;
  for (std::size_t i = at + 1; i < words.size() && !words[i].first; ++i) {
    if (words[i].text.find("«") != std::string::npos) return false;
    if (words[i].text.find("»") != std::string::npos) return true;
  }
  return false;
}

/// A figure, or text that begins with one.
bool begins_with_digit(const Word& word) {
  return text::is_digit(word.text[0]);
}

}  // namespace

void set_bullets(const std::vector<Mark>& marks, std::vector<Word>& words) {
  constexpr double kFarthest = 5, kSlack = 0.2;  // of the row's height
  for (const Mark& mark : marks) {
    if (within_word(mark.box, words)) continue;
    std::size_t next = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const double gap = words[i].ink.x0 - mark.box.x1;
      if (gap < -kSlack * words[i].row_height || gap > kFarthest * words[i].row_height) continue;
      if (!level(mark.box, words[i])) continue;
      if (next == words.size() || words[i].ink.x0 < words[next].ink.x0) next = i;
    }
    if (next == words.size()) continue;
    Word bullet = words[next];
    bullet.text = mark.sign;
    bullet.ink = mark.box;
    bullet.stroke = 0;
    bullet.mark = true;
    bullet.first = true;  // what stands before it belongs to another column
    words[next].first = false;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(next), std::move(bullet));
  }
  // A sign below others of a list is one of it, however misshapen.
  bool quoted = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    if (opens_quotation(words, i)) word.text = "«";
    const std::size_t opened = word.text.rfind("«"), closed = word.text.rfind("»");
    const bool ends = quoted && closed != std::string::npos;
    if (opened != std::string::npos || ends) {
      quoted = opened != std::string::npos && (closed == std::string::npos || closed < opened);
      if (quoted ? opens_quotation(words, i) : ends) continue;
    }
    if (!word.first || !is_mark(word)) continue;
    const auto above = std::ranges::find_if(marks, [&](const Mark& mark) {
      return std::abs(mark.box.x0 - word.ink.x0) < kSlack * word.row_height;
    });
    if (above == marks.end()) continue;
    word.text = above->sign;
    word.mark = true;
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

void set_signs(std::vector<Word>& words) {
  constexpr double kDeeper = 0.05, kLevel = 0.1;  // of its height
  const auto is_number = [](const Word& word) {
    return begins_with_digit(word) && word.text.find_first_not_of("0123456789.,)") == std::string::npos;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    std::ranges::replace(word.text, '{', '(');
    std::ranges::replace(word.text, '}', ')');
    if (word.text == "|" && !word.first && i > 0 && i + 1 < words.size() && !words[i + 1].first) {
      const Box &before = words[i - 1].ink, &bar = word.ink;
      const double slack = kLevel * (bar.y1 - bar.y0);
      if (std::abs(bar.y0 - before.y0) <= slack && std::abs(bar.y1 - before.y1) <= slack) word.text = "1";
    }
    if (word.text != "8" || word.first || i == 0 || i + 1 == words.size()) continue;
    const Word &before = words[i - 1], &next = words[i + 1];
    if (next.first || !is_number(before) || !is_number(next)) continue;
    const double deeper = kDeeper * (word.ink.y1 - word.ink.y0);
    if (word.ink.y1 > before.ink.y1 + deeper && word.ink.y1 > next.ink.y1 + deeper) word.text = "§";
  }
}

bool is_surer(const Word& fresh, const Word& word) {
  constexpr float kMuchSurer = 0.3F, kAgainstDictionary = 0.6F;
  const float gain = fresh.confidence - word.confidence;
  if (text::fold(fresh.text) == text::fold(word.text) || (fresh.known && !word.known)) return gain > 0;
  return gain >= (word.known ? kAgainstDictionary : kMuchSurer);
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

std::string with_ellipsis(std::string text) {
  constexpr std::string_view kSign = "…";
  constexpr std::size_t kLeaders = 5;  // so many dots lead to a page number
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at, units = 0;
    while (end < text.size()) {
      const bool sign = text.compare(end, kSign.size(), kSign) == 0;
      if (!sign && text[end] != '.') break;
      end += sign ? kSign.size() : 1;
      ++units;
    }
    const bool ends =
        end == text.size() || std::string_view(")],;").find(text[end]) != std::string_view::npos;
    if (units == 0) {
      out += text[at++];
    } else {
      out += units > 1 && units < kLeaders && ends ? "..." : text.substr(at, end - at);
      at = end;
    }
  }
  return out;
}

}  // namespace pst::source
