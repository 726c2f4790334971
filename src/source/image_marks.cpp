#include "source/image_marks.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>

namespace pst::source {
namespace {

/// How much of its box a piece of ink fills, as it stands and with its holes filled.
struct Fill {
  double solid = 0, closed = 0;
};

Fill fill_of(const Image& ink, const Box& box) {
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  BOX* part = boxCreate(static_cast<int>(box.x0), static_cast<int>(box.y0), static_cast<int>(width),
                        static_cast<int>(height));
  const Image piece(pixClipRectangle(ink.get(), part, nullptr));
  boxDestroy(&part);
  if (!piece || !(width * height > 0)) return {};
  const Image closed(pixFillClosedBorders(piece.get(), 4));
  l_int32 count = 0, filled = 0;
  pixCountPixels(piece.get(), &count, nullptr);
  if (closed) pixCountPixels(closed.get(), &filled, nullptr);
  return {count / (width * height), std::max(count, filled) / (width * height)};
}

/// Recognition loses a dash before the first word, or reads what the paper's grain has left of it.
bool is_dash(const Image& ink, const Box& box, double letter_height) {
  constexpr double kThin = 0.08, kThick = 0.25, kShort = 0.25, kLong = 1.3;  // letter heights
  constexpr double kFlat = 2, kSolid = 0.6;
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  return height >= kThin * letter_height && height <= kThick * letter_height &&
         width >= std::max(kShort * letter_height, kFlat * height) && width <= kLong * letter_height &&
         fill_of(ink, box).solid >= kSolid;
}

/// The sign of that shape; null for a letter, a stain.
const char* sign_of(const Image& ink, const Box& box, double letter_height) {
  constexpr double kEven = 0.7;  // the shorter side against the longer one
  constexpr double kLeast = 0.25, kMostDisc = 1.3, kLeastSquare = 0.8, kMostSquare = 2.2, kMostRing = 0.85;
  constexpr double kDisc = 0.62, kSquare = 0.9, kSmallSquare = 0.95, kRing = 0.62, kHole = 0.08;
  constexpr double kRingPixels = 6;  // fewer show no hole
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  const double large = std::max(width, height), size = large / letter_height;
  if (is_dash(ink, box, letter_height)) return "-";
  if (std::min(width, height) < kEven * large || size < kLeast || size > kMostSquare) return nullptr;
  const Fill fill = fill_of(ink, box);
  if (size >= kLeastSquare && fill.solid >= kSquare) return "■";
  if (large >= 2 * kRingPixels && fill.solid >= kSmallSquare) return "▪";
  if (size <= kMostDisc && fill.solid >= kDisc) return "•";
  const bool ring = fill.closed >= kRing && fill.closed - fill.solid >= kHole;
  return ring && size <= kMostRing && large >= kRingPixels ? "◦" : nullptr;
}

/// Pieces of ink no larger than letters and no smaller than dots.
std::vector<Box> pieces_of(const Image& ink, double letter_height) {
  constexpr double kLeast = 0.15, kMost = 3;
  std::vector<Box> out;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (height < kLeast * letter_height || height > kMost * letter_height) continue;
    out.push_back({static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                   static_cast<double>(y + height)});
  }
  boxaDestroy(&boxes);
  std::ranges::sort(out, {}, &Box::y0);
  return out;
}

/// Whether a stem stands right below: the dot of an i or a j.
bool is_dot_of(const Box& letter, const Box& dot) {
  constexpr double kAsWide = 0.5, kTouches = -0.2, kFarthest = 1.2;  // of the dot
  const double width = dot.x1 - dot.x0, height = dot.y1 - dot.y0, gap = letter.y0 - dot.y1;
  const double shared = std::min(letter.x1, dot.x1) - std::max(letter.x0, dot.x0);
  return shared > kAsWide * width && gap > kTouches * height && gap < kFarthest * height;
}

/// Whether words follow the piece on its line, nothing stands as near before it, and it is no dot of theirs.
bool begins_line(const Box& box, const std::vector<Box>& pieces, double letter_height) {
  constexpr double kLetter = 0.5;
  const double nearest = 0.15 * letter_height, farthest = 7 * letter_height;
  const double middle = (box.y0 + box.y1) / 2, reach = 0.9 * letter_height;
  constexpr std::size_t kEnough = 6;
  double before = 4 * farthest;
  std::vector<std::pair<double, double>> behind;  // the gap to it, and its foot
  const auto from = std::ranges::lower_bound(pieces, box.y0 - 4 * letter_height, {}, &Box::y0);
  for (auto letter = from; letter != pieces.end() && letter->y0 <= box.y1 + letter_height; ++letter) {
    if (is_dot_of(*letter, box)) return false;
    // Letters of a heading may be much larger than most: those that reach up or down to it are on its line.
    const bool beside = letter->y0 <= middle && letter->y1 >= middle;
    if (!beside && std::abs((letter->y0 + letter->y1) / 2 - middle) > reach) continue;
    if (letter->x0 >= box.x1 && letter->x0 - box.x1 < 2 * farthest) {
      if (letter->y1 - letter->y0 >= kLetter * letter_height)
        behind.emplace_back(letter->x0 - box.x1, letter->y1);
    } else if (letter->x1 <= box.x0) {
      before = std::min(before, box.x0 - letter->x1);
    }
  }
  if (behind.empty()) return false;
  std::ranges::sort(behind);
  const double gap = behind.front().first;
  if (gap < nearest || gap > farthest || before < std::max(1.5 * gap, 1.5 * letter_height)) return false;
  behind.resize(std::min(behind.size(), kEnough));
  std::ranges::nth_element(behind, behind.begin() + static_cast<std::ptrdiff_t>(behind.size() / 2), {},
                           [](const auto& letter) { return letter.second; });
  const double foot = behind[behind.size() / 2].second;
  const bool large = box.y1 - box.y0 > 0.55 * letter_height;
  return large || box.y1 < foot - 0.1 * letter_height;
}

}  // namespace

std::vector<Box> ink_alone(const Image& ink, int gap) {
  std::vector<Box> out;
  const int reach = std::max(1, gap / 2);
  const Image grown(pixDilateBrick(nullptr, ink.get(), 2 * reach + 1, 2 * reach + 1));
  BOXA* boxes = grown ? pixConnCompBB(grown.get(), 8) : nullptr;
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    out.push_back({static_cast<double>(x + reach), static_cast<double>(y + reach),
                   static_cast<double>(x + width - reach), static_cast<double>(y + height - reach)});
  }
  boxaDestroy(&boxes);
  return out;
}

std::vector<Mark> find_marks(const Image& ink, double letter_height) {
  constexpr double kApart = 0.3;  // letter heights
  std::vector<Mark> out;
  std::vector<Box> pieces;
  for (const Box& box : ink_alone(ink, static_cast<int>(kApart * letter_height))) {
    const char* sign = sign_of(ink, box, letter_height);
    if (sign == nullptr) continue;
    if (pieces.empty()) pieces = pieces_of(ink, letter_height);
    if (begins_line(box, pieces, letter_height)) out.push_back({box, sign});
  }
  return out;
}

}  // namespace pst::source
