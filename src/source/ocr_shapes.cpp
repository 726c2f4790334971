// Labels and abbreviations looked at again, letter by letter: recognition goes by words, and those are none.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "source/ocr_marks.hpp"
#include "text/unicode.hpp"

namespace pst::source {
namespace {

constexpr std::string_view kSeparators = ".,:;";

bool is_separator(char c) {
  return kSeparators.find(c) != std::string_view::npos;
}

/// Figures and letters of which none has a dot of its own: a number, capitals, or both between full stops. At
/// least `least` of them.
bool may_be_label(std::string_view text, std::size_t least = 2) {
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
  return letters >= least && (figures > 0 || capitals == letters || (capitals > 0 && inner > 0));
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

bool is_ink(const Image& ink, int x, int y) {
  l_uint32 value = 0;
  return pixGetPixel(ink.get(), x, y, &value) == 0 && value != 0;
}

/// The columns of a piece that are nearly as dark as its darkest.
struct Stem {
  int x0 = 0, x1 = 0;
  bool full = false;    ///< as high as the piece
  bool serifs = false;  ///< strokes on both sides at its head, as I has and neither 1 nor L nor l

  double middle(const Box& box) const { return ((x0 + x1) / 2.0 - box.x0) / (box.x1 - box.x0); }
};

Stem stem_of(const Image& ink, const Box& box) {
  constexpr double kNearly = 0.85, kHead = 0.12, kSerif = 0.06;  // heads and serifs: of the height
  const int x0 = static_cast<int>(box.x0), y0 = static_cast<int>(box.y0), y1 = static_cast<int>(box.y1);
  std::vector<int> dark;
  for (int x = x0; x < static_cast<int>(box.x1); ++x) {
    int& count = dark.emplace_back(0);
    for (int y = y0; y < y1; ++y) count += is_ink(ink, x, y);
  }
  if (dark.empty()) return {};
  const int darkest = *std::ranges::max_element(dark);
  const double least = kNearly * darkest;
  const auto is_stem = [&](int count) { return count >= least; };
  const auto first = std::ranges::find_if(dark, is_stem);
  Stem stem{x0 + static_cast<int>(first - dark.begin()),
            x0 + static_cast<int>(std::find_if_not(first, dark.end(), is_stem) - dark.begin())};
  stem.full = darkest >= kNearly * (y1 - y0);
  const int head = std::max(1, static_cast<int>(kHead * (y1 - y0)));
  const auto reaches = [&](int from, int step) {
    int most = 0;
    for (int y = y0; y < y0 + head; ++y) {
      int x = from;
      while (x >= x0 && x < static_cast<int>(box.x1) && is_ink(ink, x, y)) x += step;
      most = std::max(most, std::abs(x - from));
    }
    return most >= std::max(2.0, kSerif * (y1 - y0));
  };
  stem.serifs = reaches(stem.x0 - 1, -1) && reaches(stem.x1, 1);
  return stem;
}

/// The letter, or the one that its shape says where the two are easily confused: O is round and 0 is not; the
/// stem of L is on its left, that of 1 and I is not; of these only I has serifs on both sides of its head. Z
/// has none, 1 does.
char by_shape(char letter, const Image& ink, const Box& box, bool among_figures) {
  constexpr double kRound = 0.82, kNarrow = 0.76, kMiddle = 0.42, kStem = 0.7;
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  if ((letter == 'O' || letter == '0') && width >= kRound * height) return 'O';
  if (letter == 'O' && width <= kNarrow * height && among_figures) return '0';
  if (letter != 'L' && letter != '1' && letter != 'Z') return letter;
  const Stem stem = stem_of(ink, box);
  if (letter == 'Z') return among_figures && stem.full ? '1' : letter;
  const bool upright = stem.middle(box) > kMiddle && width < kStem * height;
  if (upright && stem.serifs) return 'I';
  return letter == 'L' && stem.middle(box) > kMiddle ? (among_figures ? '1' : 'I') : letter;
}

auto letters_in(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return !is_separator(c); });
}

auto letters_in(const std::vector<Piece>& pieces) {
  return std::ranges::count_if(pieces, [](const Piece& p) { return !p.dot && !p.sign; });
}

/// A letter whose capital has the same shape is that capital where it is as tall as the figures of its word.
char as_tall_as_figures(char letter, const Box& box, double figure_height) {
  constexpr std::string_view kSameShape = "cosvwxz";
  constexpr double kAsTall = 0.88;
  const bool tall = figure_height > 0 && box.y1 - box.y0 >= kAsTall * figure_height;
  return tall && kSameShape.find(letter) != std::string_view::npos ? static_cast<char>(letter - 'a' + 'A')
                                                                   : letter;
}

/// The height of the tallest figure, each letter of the text having its piece; 0 without figures.
double height_of_figures(std::string_view text, const std::vector<Piece>& pieces) {
  double out = 0;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    if (piece.dot || piece.sign) continue;
    while (is_separator(text[at])) ++at;
    if (text[at] >= '1' && text[at] <= '9') out = std::max(out, piece.box.y1 - piece.box.y0);
    ++at;
  }
  return out;
}

/// O and 0 beside one another at the beginning of a label are one letter where they are as wide: `O0` is
/// `OO`.
class LeadingRound {
 public:
  void add(char letter, double width, std::size_t at) {
    if (letter != 'O' && letter != '0') ended_ = true;
    if (ended_) return;
    places_.push_back(at);
    least_ = places_.size() == 1 ? width : std::min(least_, width);
    most_ = std::max(most_, width);
  }
  void settle(std::string& text) const {
    constexpr double kAlike = 1.1;
    const auto is_o = [&](std::size_t at) { return text[at] == 'O'; };
    if (most_ > kAlike * least_ || std::ranges::none_of(places_, is_o)) return;
    for (const std::size_t at : places_) text[at] = 'O';
  }

 private:
  std::vector<std::size_t> places_;
  double least_ = 0, most_ = 0;
  bool ended_ = false;
};

/// Whether the word's first letter is one stroke as high as its line's capitals, without a dot above it.
bool begins_with_bar(const Image& ink, const Word& word) {
  // The stem of an i is lower, a capital may be lower than the ascenders beside it.
  constexpr double kWide = 0.45, kTall = 0.8, kThin = 0.4;  // of the word's height
  const double height = word.ink.y1 - word.ink.y0;
  const Box first{word.ink.x0, word.ink.y0, std::min(word.ink.x0 + kWide * height, word.ink.x1), word.ink.y1};
  BOX* part = boxCreate(static_cast<int>(first.x0), static_cast<int>(first.y0),
                        static_cast<int>(first.x1 - first.x0), static_cast<int>(height));
  const Image clip(pixClipRectangle(ink.get(), part, nullptr));
  boxDestroy(&part);
  BOXA* boxes = clip ? pixConnCompBB(clip.get(), 8) : nullptr;
  bool bar = false;
  int leftmost = -1;
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, width = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &h);
    if (leftmost >= 0 && x >= leftmost) continue;
    leftmost = x;
    bar = h >= kTall * height && width <= kThin * height;
  }
  boxaDestroy(&boxes);
  return bar;
}

}  // namespace

void raise_first_letter(const Image& ink, Word& word, const Word* before) {
  const bool small =
      word.text.size() >= 3 && word.text[0] == 'i' && word.text[1] >= 'a' && word.text[1] <= 'z';
  if (word.turn != 0 || !small) return;
  // Within a sentence a dot may have run into its stem.
  const bool follows = before != nullptr && !word.first && !text::fold(before->text).empty();
  const auto last = static_cast<unsigned char>(follows ? before->text.back() : '.');
  const bool within = (last >= 'a' && last <= 'z') || last == ',' || last >= 0x80U;
  if (!within && begins_with_bar(ink, word)) word.text[0] = 'I';
}

bool contradicts_ink(const Image& ink, const Word& word) {
  if (!may_be_label(word.text, 1) || word.text.find_first_of("0123456789") == std::string::npos) return false;
  return letters_in(pieces_of(ink, word.ink)) != letters_in(word.text);
}

void settle_by_shape(const Image& ink, Word& word) {
  if (!may_be_label(word.text)) return;
  const std::vector<Piece> pieces = pieces_of(ink, word.ink);
  const auto drawn = letters_in(pieces);
  // The first letter taken for two, of which one is a bracket that nothing closes.
  std::string text = word.text;
  if (text[0] == '[' && letters_in(text) == drawn + 1 && text.find(']') == std::string::npos)
    text.erase(0, 1);
  if (letters_in(text) != drawn) return;
  std::string out;
  std::size_t at = 0;
  bool begun = false, dot = false;
  LeadingRound round;
  const bool among_figures = text.find_first_of("123456789") != std::string::npos ||
                             std::ranges::any_of(pieces, [&](const Piece& p) {
                               return !p.dot && !p.sign && stem_of(ink, p.box).serifs;
                             });
  const double figure_height = height_of_figures(text, pieces);
  for (const Piece& piece : pieces) {
    if (piece.dot || piece.sign) {
      dot = dot || piece.dot;
      continue;
    }
    const std::size_t before = at;
    while (is_separator(text[at])) out += text[at++];
    if (begun && dot && at == before) out += '.';
    const char letter = as_tall_as_figures(text[at++], piece.box, figure_height);
    out += by_shape(letter, ink, piece.box, among_figures);
    round.add(out.back(), piece.box.x1 - piece.box.x0, out.size() - 1);
    begun = true;
    dot = false;
  }
  round.settle(out);
  word.text = out + text.substr(at);
  word.settled = true;
}

}  // namespace pst::source
