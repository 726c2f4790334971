#include <algorithm>
#include <cmath>
#include <map>

#include "layout/layout.hpp"
#include "layout/placed.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kSameLine = 0.5;   ///< share of its height that a word has in common with its line
constexpr double kSameSize = 0.75;  ///< a word so much smaller than the line does not move the line's band
constexpr double kSpace = 0.14;     ///< of the size: a gap that is a space though none is shown

/// A line while it grows: the band that words must share is that of its largest words.
struct Growing {
  std::vector<Word> words;
  Box band;
};

bool has_letter_or_digit(const std::string& text) {
  return !text::fold(text).empty();
}

void finish(TextLine& line) {
  std::sort(line.words.begin(), line.words.end(),
            [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
  std::string shown;
  line.box = line.words.front().box;
  line.bold = true;
  line.confidence = 1;
  bool any = false;
  const Word *before = nullptr, *doubtful = nullptr;
  for (Word& word : line.words) {
    if (before != nullptr) {
      word.glued = word.glued && word.box.x0 - before->box.x1 < kSpace * std::max(word.size, before->size);
      if (!word.glued && !word.call) shown += ' ';
    }
    if (!word.call) shown += word.text;
    line.box.unite(word.box);
    if (!word.call && has_letter_or_digit(word.text)) {
      line.bold = line.bold && word.bold;
      line.confidence = std::min(line.confidence, word.confidence);
      if (word.confidence < kDoubtfulWord) doubtful = &word;
      any = true;
    }
    before = &word;
  }
  line.bold = line.bold && any;
  line.size = usual_size(line.words);
  line.text = text::collapse(text::clean_line(shown));
  // A hyphen of its own sign at the line's end (U+2010) is the typesetter's.
  if (line.text.size() > 3 && line.text.compare(line.text.size() - 3, 3, "\u2010") == 0)
    line.text.replace(line.text.size() - 3, 3, "-");
  if (doubtful != nullptr) {
    const std::size_t at = line.text.rfind(doubtful->text);  // unless cleaning changed it
    line.doubtful_to = at == std::string::npos ? line.text.size() : at + doubtful->text.size();
  }
}

}  // namespace

std::vector<TextLine> find_lines(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.box.y0 + a.box.y1 < b.box.y0 + b.box.y1; });
  std::vector<Growing> growing;
  constexpr std::size_t kOpen = 4;  // lines above that a word may still belong to
  for (Word& word : words) {
    Growing* best = nullptr;
    double most = kSameLine;
    const std::size_t first = growing.size() > kOpen ? growing.size() - kOpen : 0;
    for (std::size_t i = first; i < growing.size(); ++i) {
      const double shared = shared_height(growing[i].band, word.box);
      if (shared >= most) {
        most = shared;
        best = &growing[i];
      }
    }
    if (best == nullptr) {
      growing.push_back({{}, word.box});
      best = &growing.back();
    } else {
      const double ratio = height(word.box) / std::max(height(best->band), 0.01);
      // The band is the largest word's: a superscript that came first gives way to the words it belongs to.
      if (ratio > 1 / kSameSize) best->band = word.box;
    }
    best->words.push_back(std::move(word));
  }
  std::vector<TextLine> lines;
  lines.reserve(growing.size());
  for (Growing& one : growing) {
    TextLine& line = lines.emplace_back();
    line.words = std::move(one.words);
    finish(line);
    if (text::is_blank(line.text)) lines.pop_back();
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextLine& a, const TextLine& b) { return middle(a.box) < middle(b.box); });
  return lines;
}

}  // namespace pst::layout
