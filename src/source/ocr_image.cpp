#include "source/ocr_image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pst::source {
namespace {

// Heights in pixels of the median letter. Tesseract scales every line to its own size, but finds lines and
// words badly in letters of a few pixels, and spends time on large ones for nothing.
constexpr double kSmallLetter = 11, kLargeLetter = 44, kGoodLetter = 22;
constexpr double kMostPixelsReady = 40e6;
constexpr int kMostSpots = 200'000;

/// 1 is ink. Uneven light is evened out first; a page white on black is turned over.
Image ink_of(const Image& grey) {
  PIX* binary = pixOtsuThreshOnBackgroundNorm(grey.get(), nullptr, 10, 15, 100, 50, 255, 2, 2, 0.1F, nullptr);
  if (binary == nullptr) {  // too small for that
    pixOtsuAdaptiveThreshold(grey.get(), 2000, 2000, 0, 0, 0.1F, nullptr, &binary);
  }
  Image ink(binary);
  if (!ink) return nullptr;
  l_float32 share = 0;
  pixForegroundFraction(ink.get(), &share);
  if (share > 0.5F) pixInvert(ink.get(), ink.get());
  return ink;
}

struct Spots {
  int count = 0;
  double letter_height = 0;
};

/// Connected pieces of ink: their number, and the median height of those shaped like letters.
Spots spots_of(const Image& ink) {
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  if (boxes == nullptr) return {};
  Spots spots{boxaGetCount(boxes), 0};
  std::vector<int> heights;
  constexpr int kLeast = 4, kLongest = 8;
  const int most = pixGetHeight(ink.get()) / 8;
  for (int i = 0; i < spots.count; ++i) {
    l_int32 width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &width, &height);
    if (height >= kLeast && width >= 2 && height <= most && width <= kLongest * height)
      heights.push_back(height);
  }
  boxaDestroy(&boxes);
  constexpr std::size_t kFew = 5;
  if (heights.size() < kFew) return spots;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  spots.letter_height = *middle;
  return spots;
}

double good_scale(double letter_height, double pixels) {
  if (letter_height <= 0 || (letter_height >= kSmallLetter && letter_height <= kLargeLetter)) return 1;
  const double scale = std::clamp(kGoodLetter / letter_height, 0.25, 3.0);
  return scale > 1 ? std::max(1.0, std::min(scale, std::sqrt(kMostPixelsReady / pixels))) : scale;
}

/// Lines drawn in one direction: long thin pieces of ink.
void add_rules(const Image& ink, double letter_height, bool vertical, std::vector<Box>& rules) {
  constexpr double kLong = 8, kThin = 0.6;  // letter heights
  constexpr std::size_t kMostRules = 5000;
  const int length = std::max(40, static_cast<int>(kLong * letter_height));
  const double thin = std::max(4.0, kThin * letter_height);
  const Image lines(vertical ? pixOpenBrick(nullptr, ink.get(), 1, length)
                             : pixOpenBrick(nullptr, ink.get(), length, 1));
  BOXA* boxes = lines ? pixConnCompBB(lines.get(), 8) : nullptr;
  if (boxes == nullptr) return;
  for (int i = 0; i < boxaGetCount(boxes) && rules.size() < kMostRules; ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if ((vertical ? width : height) > thin) continue;
    rules.push_back({static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                     static_cast<double>(y + height)});
  }
  boxaDestroy(&boxes);
}

/// Degrees clockwise that make the lines horizontal; 0 where that cannot be told, or is not worth a turn.
double skew_of(const Image& ink) {
  l_float32 angle = 0, confidence = 0;
  if (pixFindSkew(ink.get(), &angle, &confidence) != 0) return 0;
  constexpr float kSure = 3, kWorthIt = 0.1F;
  return confidence >= kSure && std::abs(angle) >= kWorthIt ? static_cast<double>(angle) : 0;
}

Image turned(const Image& image, double degrees, int how) {
  const auto radians = static_cast<l_float32>(degrees * std::numbers::pi / 180);
  return Image(pixRotate(image.get(), radians, how, L_BRING_IN_WHITE, 0, 0));
}

}  // namespace

ReadyImage make_ready(const Image& grey, int turn) {
  ReadyImage out;
  const double width = pixGetWidth(grey.get()), height = pixGetHeight(grey.get());
  out.grey.reset(turn == 0 ? pixClone(grey.get()) : pixRotateOrth(grey.get(), turn / 90));
  if (!out.grey) return out;
  const bool sideways = turn % 180 != 0;
  const double turned_width = sideways ? height : width, turned_height = sideways ? width : height;
  out.to_original = quarter_turn(360 - turn, turned_width, turned_height);
  out.ink = ink_of(out.grey);
  if (!out.ink) return out;
  Spots spots = spots_of(out.ink);
  out.hopeless = spots.count > kMostSpots;
  if (out.hopeless) return out;
  const double scale = good_scale(spots.letter_height, width * height);
  if (scale != 1) {
    const auto factor = static_cast<l_float32>(scale);
    if (Image scaled(pixScale(out.grey.get(), factor, factor)); scaled) {
      out.grey = std::move(scaled);
      out.ink = ink_of(out.grey);
      if (!out.ink) return out;
      spots.letter_height *= scale;
      const Affine smaller{turned_width / pixGetWidth(out.grey.get()),   0, 0,
                           turned_height / pixGetHeight(out.grey.get()), 0, 0};
      out.to_original = smaller.then(out.to_original);
    }
  }
  out.letter_height = spots.letter_height;
  out.skew = skew_of(out.ink);
  if (out.skew != 0) {
    Image straight = turned(out.grey, out.skew, L_ROTATE_AREA_MAP);
    Image straight_ink = turned(out.ink, out.skew, L_ROTATE_SAMPLING);
    if (straight && straight_ink) {
      out.grey = std::move(straight);
      out.ink = std::move(straight_ink);
    }
  }
  if (out.letter_height > 0) {
    add_rules(out.ink, out.letter_height, false, out.rules);
    add_rules(out.ink, out.letter_height, true, out.rules);
  }
  return out;
}

double stroke_width(const Image& ink, const Box& box) {
  BOX* part =
      boxCreate(static_cast<int>(box.x0), static_cast<int>(box.y0),
                static_cast<int>(std::ceil(box.x1 - box.x0)), static_cast<int>(std::ceil(box.y1 - box.y0)));
  const Image word(pixClipRectangle(ink.get(), part, nullptr));
  boxDestroy(&part);
  if (!word) return 0;
  // The inside of the letters against all of their ink: what a stroke loses when a pixel is taken off all
  // around.
  const Image inside(pixErodeBrick(nullptr, word.get(), 3, 3));
  l_int32 all = 0, inner = 0;
  pixCountPixels(word.get(), &all, nullptr);
  if (inside) pixCountPixels(inside.get(), &inner, nullptr);
  const int edge = all - inner;
  return edge > 0 ? 2.0 * all / edge : 0;
}

}  // namespace pst::source
