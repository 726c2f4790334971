#include "source/ocr_runs.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "source/ocr_sizes.hpp"
#include "text/unicode.hpp"

namespace pst::source {
namespace {

// The share of a typeface's size above and below the baseline.
constexpr double kAbove = 0.9, kBelow = 0.22;

double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Sizes of lines, estimated each for itself, vary by some hundredths around the size that was set: those
/// that are close to one another all get their median.
class Sizes {
 public:
  explicit Sizes(std::vector<double> sizes) : sorted_(std::move(sizes)) { std::ranges::sort(sorted_); }

  double steady(double size) const {
    constexpr double kClose = 0.06;
    const auto from = std::ranges::lower_bound(sorted_, size * (1 - kClose));
    const auto to = std::ranges::upper_bound(sorted_, size * (1 + kClose));
    if (from >= to) return size;
    const double median = *(from + (to - from) / 2);
    constexpr double kStep = 4;  // quarters of a point
    return std::round(median * kStep) / kStep;
  }

 private:
  std::vector<double> sorted_;
};

/// Bold is told line by line: a word's strokes alone say too little.
std::vector<bool> bold_words(const std::vector<Word>& words, const std::vector<double>& sizes,
                             double usual_weight) {
  constexpr double kBold = 1.2;
  std::vector<bool> out(words.size(), false);
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].first) ++end;
    std::vector<double> weights;
    for (std::size_t i = begin; i < end; ++i) {
      if (words[i].stroke > 0 && sizes[i] > 0) weights.push_back(words[i].stroke / sizes[i]);
    }
    const bool bold = usual_weight > 0 && middle_of(weights) > kBold * usual_weight;
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(begin),
              out.begin() + static_cast<std::ptrdiff_t>(end), bold);
    begin = end;
  }
  return out;
}

}  // namespace

bool is_speck(const Word& word) {
  constexpr float kSure = 0.5F, kHopeless = 0.1F;
  constexpr std::string_view kSigns[] = {"§", "€", "%", "&"};
  constexpr double kTall = 0.4;  // of the row's height
  const bool tall = word.ink.y1 - word.ink.y0 >= kTall * word.row_height;
  const std::size_t letters = text::fold(word.text).size();
  const bool figures = letters > 0 && word.text.find_first_not_of("0123456789.") == std::string::npos;
  if (tall && (figures || std::ranges::find(kSigns, word.text) != std::end(kSigns))) return false;
  if (word.text.find_first_not_of("|_") == std::string::npos) return true;
  if (word.mark || word.settled || word.text.find("...") != std::string::npos ||
      word.text.find("…") != std::string::npos)
    return false;
  return (letters == 0 && word.confidence < kSure) || (letters <= 2 && word.confidence < kHopeless);
}

void drop_stains(std::vector<Word>& words) {
  constexpr float kSure = 0.6F;
  constexpr double kMuchHigher = 2.5;  // than the rows beside it
  constexpr std::size_t kFewLetters = 2;
  const auto is_stain = [&](const Word& word) {
    if (word.confidence >= kSure || word.turn != 0 || text::length(word.text) > kFewLetters) return false;
    if (word.text.find_first_of("0123456789") != std::string::npos) return false;
    double row = 0;
    for (const Word& other : words) {
      const bool beside = other.ink.y0 < word.ink.y1 && other.ink.y1 > word.ink.y0;
      if (&other != &word && beside) row = std::max(row, other.row_height);
    }
    return row > 0 && word.ink.y1 - word.ink.y0 > kMuchHigher * row;
  };
  std::vector<Word> kept;
  std::ranges::copy_if(words, std::back_inserter(kept), [&](const Word& word) { return !is_stain(word); });
  words = std::move(kept);
}

void put_words(const PageReading& reading, Page& page, std::deque<std::string>& storage) {
  const double scale = std::sqrt(reading.to_page.area());
  std::vector<double> sizes = type_sizes(reading.words), weights;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] > 0 && reading.words[i].stroke > 0) weights.push_back(reading.words[i].stroke / sizes[i]);
  }
  const std::vector<bool> bold = bold_words(reading.words, sizes, middle_of(weights));
  for (double& size : sizes) size *= scale;
  const Sizes known(sizes);
  std::string texts;
  for (const Word& word : reading.words) texts += word.text;
  const std::string& kept = storage.emplace_back(std::move(texts));

  page.runs.clear();
  page.read_by_ocr = true;
  std::size_t at = 0;
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    const Word& word = reading.words[i];
    Run run;
    run.text = std::string_view(kept).substr(at, word.text.size());
    at += word.text.size();
    run.style.size = known.steady(sizes[i]);
    const double size = scale > 0 ? run.style.size / scale : 0;  // in pixels
    Box box = word.ink;
    if (word.turn == 0)
      box.unite({word.ink.x0, word.baseline - kAbove * size, word.ink.x1, word.baseline + kBelow * size});
    run.box = reading.to_page.map(box);
    run.style.bold = bold[i];
    run.space_before = !word.first;
    run.turn = static_cast<std::int16_t>((reading.turn + word.turn) % 360);
    run.confidence = std::clamp(word.confidence, 0.0F, 1.0F);
    page.runs.push_back(run);
  }
  if (page.rules.empty()) {
    for (const Box& rule : reading.rules) page.rules.push_back(reading.to_page.map(rule));
  }
}

}  // namespace pst::source
