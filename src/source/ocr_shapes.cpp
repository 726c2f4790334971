// Labels and abbreviations looked at again, letter by letter: recognition goes by words, and those are none.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "source/ocr_marks.hpp"

namespace pst::source {
namespace {

constexpr std::string_view kSeparators = ".,:;";

bool is_separator(char c) {
  return kSeparators.find(c) != std::string_view::npos;
}

/// Figures and letters of which none has a dot of its own: a number, capitals, or both between full stops.
bool may_be_label(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  std::size_t figures = 0, capitals = 0, letters = 0, inner = 0;
  if (text.size() > kLongest) return false;
  for (const char c : text) {
    const bool figure = c >= '0' && c <= '9', capital = c >= 'A' && c <= 'Z', small = c >= 'a' && c <= 'z';
    if (c == 'i' || c == 'j') return false;
    if (!figure && !capital && !small && !is_separator(c) &&
        std::string_view("-()[]|/").find(c) == std::string_view::npos)
      return false;
    figures += figure;
    capitals += capital;
    letters += capital || small || figure;
    inner += is_separator(c) && &c != &text.back();
  }
  return letters >= 2 && (figures > 0 || capitals == letters || (capitals > 0 && inner > 0));
}

/// Pieces of ink one above the other: a letter, with its accent, or the sign between two letters.
struct Piece {
  Box box;
  bool dot = false;   ///< a full stop by its size and place
  bool sign = false;  ///< another sign between letters: comma, colon
};

std::vector<Piece> pieces_of(const Image& ink, const Box& place) {
  BOX* part = boxCreate(static_cast<int>(place.x0), static_cast<int>(place.y0) - 1,
                        static_cast<int>(place.x1 - place.x0) + 1, static_cast<int>(place.y1 - place.y0) + 2);
  const Image word(pixClipRectangle(ink.get(), part, nullptr));
  boxDestroy(&part);
  BOXA* boxes = word ? pixConnCompBB(word.get(), 8) : nullptr;
  std::vector<Box> parts;
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (width * height > 2) {
      const double left = std::floor(place.x0) + x, top = std::floor(place.y0) - 1 + y;
      parts.push_back({left, top, left + width, top + height});
    }
  }
  boxaDestroy(&boxes);
  std::ranges::sort(parts, {}, &Box::x0);
  std::vector<Piece> pieces;
  double tallest = 0;
  for (const Box& box : parts) tallest = std::max(tallest, box.y1 - box.y0);
  constexpr double kDot = 0.32, kComma = 0.45, kFlat = 2.2;  // of the tallest; a dash is flatter
  const auto is_small = [&](const Box& box) {
    return box.x1 - box.x0 <= kDot * tallest && box.y1 - box.y0 <= kComma * tallest &&
           box.x1 - box.x0 <= kFlat * (box.y1 - box.y0);
  };
  for (const Box& box : parts) {
    if (!pieces.empty()) {
      Box& last = pieces.back().box;
      const double shared = std::min(last.x1, box.x1) - box.x0;
      if (shared > 0.5 * std::min(last.x1 - last.x0, box.x1 - box.x0)) {
        pieces.back().sign = pieces.back().dot && is_small(box);
        pieces.back().dot = false;
        last.unite(box);
        continue;
      }
    }
    pieces.push_back({box, is_small(box), false});
  }
  // Feet of the letters: a full stop stands on the same line, a comma reaches below it, an apostrophe hangs.
  std::vector<double> feet;
  for (const Piece& piece : pieces) {
    if (!piece.dot && !piece.sign) feet.push_back(piece.box.y1);
  }
  if (feet.empty()) return {};
  std::ranges::nth_element(feet, feet.begin() + static_cast<std::ptrdiff_t>(feet.size() / 2));
  const double foot = feet[feet.size() / 2];
  for (Piece& piece : pieces) {
    if (!piece.dot) continue;
    const bool low = piece.box.y0 > foot - 0.45 * tallest && piece.box.y1 > foot - 0.2 * tallest;
    const bool below = piece.box.y1 > foot + 0.12 * tallest;
    piece.dot = low && !below;
    piece.sign = low && below;
  }
  return pieces;
}

/// Where the darkest column of the piece stands: 0 at its left edge, 1 at its right.
double stem_of(const Image& ink, const Box& box) {
  double best = 0, at = 0;
  for (int x = static_cast<int>(box.x0); x < static_cast<int>(box.x1); ++x) {
    int count = 0;
    for (int y = static_cast<int>(box.y0); y < static_cast<int>(box.y1); ++y) {
      l_uint32 value = 0;
      count += pixGetPixel(ink.get(), x, y, &value) == 0 && value != 0;
    }
    if (count > best) {
      best = count;
      at = x + 0.5 - box.x0;
    }
  }
  return box.x1 > box.x0 ? at / (box.x1 - box.x0) : 0;
}

/// The letter, or the one that its shape says where the two are easily confused: O is round and 0 is not; the
/// stem of L is on its left, that of 1 and I is not.
char by_shape(char letter, const Image& ink, const Box& box, bool among_figures) {
  constexpr double kRound = 0.9, kNarrow = 0.8, kMiddle = 0.45;
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  if ((letter == 'O' || letter == '0') && width >= kRound * height) return 'O';
  if (letter == 'O' && width <= kNarrow * height && among_figures) return '0';
  if (letter == 'L' && stem_of(ink, box) > kMiddle) return among_figures ? '1' : 'I';
  return letter;
}

}  // namespace

void settle_by_shape(const Image& ink, Word& word) {
  if (!may_be_label(word.text)) return;
  const std::vector<Piece> pieces = pieces_of(ink, word.ink);
  const auto letters = std::ranges::count_if(word.text, [](char c) { return !is_separator(c); });
  const auto drawn = std::ranges::count_if(pieces, [](const Piece& p) { return !p.dot && !p.sign; });
  if (letters != drawn) return;
  std::string out;
  std::size_t at = 0;
  bool begun = false, dot = false;
  const bool among_figures = word.text.find_first_of("123456789") != std::string::npos;
  for (const Piece& piece : pieces) {
    if (piece.dot || piece.sign) {
      dot = dot || piece.dot;
      continue;
    }
    const std::size_t before = at;
    while (is_separator(word.text[at])) out += word.text[at++];
    if (begun && dot && at == before) out += '.';
    out += by_shape(word.text[at++], ink, piece.box, among_figures);
    begun = true;
    dot = false;
  }
  word.text = out + word.text.substr(at);
}

}  // namespace pst::source
