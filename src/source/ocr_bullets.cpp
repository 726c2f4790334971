#include "source/ocr_bullets.hpp"

#include <algorithm>

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

}  // namespace pst::source
