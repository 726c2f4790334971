#include "source/ocr_sizes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace pst::source {
namespace {

// From the deepest descender to the highest ascender of a typeface for text, in its size.
constexpr double kRowHeight = 0.9;

/// What reaches highest in a word: letters like x, like l, capitals and figures; or something whose height
/// says nothing (an accent, a sign).
enum class Tall : std::uint8_t { low, ascender, capital, unknown };

Tall tallest(std::string_view word) {
  constexpr std::string_view kLow = "acemnorsuvwxzgpqy", kHigh = "bdfhkl", kQuiet = ".,:;-";
  Tall out = Tall::unknown;
  for (const char c : word) {
    if (kQuiet.find(c) != std::string_view::npos) continue;
    Tall tall = Tall::unknown;
    if (kLow.find(c) != std::string_view::npos) tall = Tall::low;
    if (kHigh.find(c) != std::string_view::npos) tall = Tall::ascender;
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) tall = Tall::capital;
    if (tall == Tall::unknown) {
      // An i or t is lower than the ascender or capital that stands beside it.
      if (c != 'i' && c != 't' && c != 'j') return Tall::unknown;
      continue;
    }
    out = out == Tall::unknown ? tall : std::max(out, tall);
  }
  // Without a taller letter, the dot of an i says how high the word is.
  const bool dotted = word.find_first_of("itj") != std::string_view::npos;
  return out == Tall::low && dotted ? Tall::unknown : out;
}

double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

struct Line {
  std::size_t begin = 0, end = 0;
  std::array<double, 3> height{};  ///< above the baseline, by Tall; 0 where no word says
};

std::vector<Line> lines_of(const std::vector<Word>& words) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < words.size();) {
    Line line{begin, begin + 1, {}};
    while (line.end < words.size() && !words[line.end].first) ++line.end;
    std::array<std::vector<double>, 3> heights;
    for (std::size_t i = begin; i < line.end; ++i) {
      const Word& word = words[i];
      const Tall tall = word.mark || word.turn != 0 ? Tall::unknown : tallest(word.text);
      if (tall != Tall::unknown)
        heights[static_cast<std::size_t>(tall)].push_back(word.baseline - word.ink.y0);
    }
    for (std::size_t k = 0; k < heights.size(); ++k) line.height[k] = middle_of(heights[k]);
    begin = line.end;
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

std::vector<double> type_sizes(const std::vector<Word>& words) {
  const std::vector<Line> lines = lines_of(words);
  // How much taller than an x the other letters are, in this page's type.
  std::array<double, 3> taller{1, 1.5, 1.42};
  for (std::size_t k = 1; k < taller.size(); ++k) {
    std::vector<double> ratios;
    for (const Line& line : lines) {
      if (line.height[0] > 0 && line.height[k] > 0) ratios.push_back(line.height[k] / line.height[0]);
    }
    constexpr std::size_t kEnough = 3;
    if (ratios.size() >= kEnough) taller[k] = std::clamp(middle_of(ratios), 1.2, 1.8);
  }
  std::vector<double> x_heights, per_x, sizes;
  for (const Line& line : lines) {
    double sum = 0;
    int count = 0;
    for (std::size_t k = 0; k < taller.size(); ++k) {
      if (line.height[k] <= 0) continue;
      sum += line.height[k] / taller[k];
      ++count;
    }
    x_heights.push_back(count > 0 ? sum / count : 0);
    if (count > 0) per_x.push_back(words[line.begin].row_height / kRowHeight / x_heights.back());
  }
  const double size_of_x = middle_of(per_x);
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const double size = x_heights[l] > 0 && size_of_x > 0 ? x_heights[l] * size_of_x
                                                          : words[lines[l].begin].row_height / kRowHeight;
    sizes.resize(lines[l].end, size);
  }
  return sizes;
}

}  // namespace pst::source
