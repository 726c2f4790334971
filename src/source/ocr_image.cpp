#include "source/ocr_image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "source/image_specks.hpp"

namespace pst::source {
namespace {

// Heights in pixels of the median letter. Tesseract scales every line to its own size: letters of a dozen
// pixels are enlarged for the shapes that are looked at here, large ones only cost time.
constexpr double kSmallLetter = 13, kLargeLetter = 30, kGoodLetter = 20;
constexpr double kMostPixelsReady = 40e6;
constexpr int kMostSpots = 200'000;
// Letters so low cannot be read; thousands of them are grain, or the dots of squared paper.
constexpr double kUnreadable = 6;  // pixels
constexpr int kManySpots = 10'000;

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

/// The paper white and even, the ink black: grain that is left would be enlarged with the letters.
Image clean(Image grey) {
  constexpr l_int32 kBlack = 60, kWhite = 190;  // of a paper brought to 200
  Image out(pixCleanBackgroundToWhite(grey.get(), nullptr, nullptr, 1, kBlack, kWhite));
  return out ? std::move(out) : std::move(grey);  // too small for that
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

/// Marks of lists taken out of the grey image: recognition takes them for letters and signs, or for nothing.
void take_marks(ReadyImage& image) {
  image.marks = find_marks(image.ink, image.letter_height);
  for (const Mark& mark : image.marks) {
    pixRasterop(image.grey.get(), static_cast<int>(mark.box.x0) - 1, static_cast<int>(mark.box.y0) - 1,
                static_cast<int>(mark.box.x1 - mark.box.x0) + 2,
                static_cast<int>(mark.box.y1 - mark.box.y0) + 2, PIX_SET, nullptr, 0, 0);
  }
}

bool is_ink(const Image& ink, int x, int y) {
  l_uint32 value = 0;
  return pixGetPixel(ink.get(), x, y, &value) == 0 && value != 0;
}

/// Makes white what a horizontal rule covers, but for the strokes of letters that cross it (an underlined
/// `p`).
void erase_level_rule(ReadyImage& image, int x0, int y0, int x1, int y1) {
  constexpr l_uint32 kWhite = 255;
  for (int x = x0; x < x1; ++x) {
    const bool above = is_ink(image.ink, x, y0 - 1) && is_ink(image.ink, x, y0 - 2);
    const bool below = is_ink(image.ink, x, y1) && is_ink(image.ink, x, y1 + 1);
    if (above && below) continue;
    for (int y = y0 - (above ? 0 : 1); y < y1 + (below ? 0 : 1); ++y)
      pixSetPixel(image.grey.get(), x, y, kWhite);
  }
}

void erase_upright_rule(ReadyImage& image, int x0, int y0, int x1, int y1) {
  constexpr l_uint32 kWhite = 255;
  for (int y = y0; y < y1; ++y) {
    for (int x = x0 - 1; x < x1 + 1; ++x) pixSetPixel(image.grey.get(), x, y, kWhite);
  }
}

/// Where the grey image is darker along one direction than on both sides: thin grey lines, of which ink keeps
/// only crumbs.
Image faint_lines(const ReadyImage& image, bool vertical) {
  constexpr int kAlong = 15;                     // pixels each way
  constexpr int kDarker = 60, kNearWhite = 215;  // levels of grey: a row of letters is dark on one side
  const int width = pixGetWidth(image.grey.get()), height = pixGetHeight(image.grey.get());
  const int beside = std::max(3, static_cast<int>(0.25 * image.letter_height));
  const Image even(pixBlockconvGray(image.grey.get(), nullptr, vertical ? 0 : kAlong, vertical ? kAlong : 0));
  Image out(pixCreate(width, height, 1));
  if (!even || pixGetDepth(even.get()) != 8 || !out) return nullptr;
  const l_int32 words = pixGetWpl(even.get()), words_out = pixGetWpl(out.get());
  const l_uint32* const grey = pixGetData(even.get());
  l_uint32* const lines = pixGetData(out.get());
  const int away_x = vertical ? beside : 0, away_y = vertical ? 0 : beside;
  for (int y = away_y; y < height - away_y; ++y) {
    const l_uint32* const here = grey + static_cast<std::ptrdiff_t>(y) * words;
    const l_uint32* const above = here - static_cast<std::ptrdiff_t>(away_y) * words;
    const l_uint32* const below = here + static_cast<std::ptrdiff_t>(away_y) * words;
    l_uint32* const line = lines + static_cast<std::ptrdiff_t>(y) * words_out;
    for (int x = away_x; x < width - away_x; ++x) {
      const int limit = std::max(static_cast<int>(GET_DATA_BYTE(here, x)) + kDarker, kNearWhite);
      if (static_cast<int>(GET_DATA_BYTE(above, x - away_x)) >= limit &&
          static_cast<int>(GET_DATA_BYTE(below, x + away_x)) >= limit) {
        SET_DATA_BIT(line, x);
      }
    }
  }
  return out;
}

/// Whether a line goes through from end to end; the tops of a row of capitals do not.
bool is_drawn(const ReadyImage& image, bool vertical, int x, int y, int width, int height) {
  constexpr l_uint32 kPaper = 235;
  constexpr double kWhole = 0.8;
  const int length = vertical ? height : width, thick = vertical ? width : height;
  int dark = 0;
  for (int i = 0; i < length; ++i) {
    for (int j = -1; j <= thick; ++j) {
      l_uint32 value = kPaper;
      pixGetPixel(image.grey.get(), vertical ? x + j : x + i, vertical ? y + i : y + j, &value);
      if (value >= kPaper) continue;
      ++dark;
      break;
    }
  }
  return dark >= kWhole * length;
}

/// Whether an upright line, at its foot or head, meets one of the level lines found.
bool meets_level_rule(const std::vector<Box>& rules, const Box& upright, double reach) {
  return std::ranges::any_of(rules, [&](const Box& rule) {
    const bool level = rule.x1 - rule.x0 > rule.y1 - rule.y0;
    const bool beside = upright.x0 > rule.x1 + reach || upright.x1 < rule.x0 - reach;
    return level && !beside &&
           (std::abs(rule.y0 - upright.y1) < reach || std::abs(rule.y1 - upright.y0) < reach);
  });
}

/// Finds the lines drawn in one direction, long thin pieces of ink or of even grey, and takes them out of the
/// grey image: recognition takes the letters that an underline touches for a part of it. The sides of a row
/// alone on its page are short, yet longer than any stem, and meet a level line, which must have been found
/// before.
void take_rules(ReadyImage& image, bool vertical) {
  constexpr double kLong = 8, kShort = 2.5, kThin = 0.5, kMeets = 0.3;  // letter heights
  constexpr double kBroken = 0.6, kSurelyLong = 30;                     // likewise
  constexpr std::size_t kMostRules = 5000;
  const int length = std::max(40, static_cast<int>(kLong * image.letter_height));
  const double thin = std::max(4.0, kThin * image.letter_height);
  constexpr int kGap = 3;  // pixels that noise may have taken out of a line
  const Image closed(vertical ? pixCloseSafeBrick(nullptr, image.ink.get(), 1, kGap)
                              : pixCloseSafeBrick(nullptr, image.ink.get(), kGap, 1));
  if (!closed) return;
  if (const Image faint = faint_lines(image, vertical)) {
    const int gap = std::max(kGap, static_cast<int>(kBroken * image.letter_height)) | 1;
    const Image whole(vertical ? pixCloseSafeCompBrick(nullptr, faint.get(), 1, gap)
                               : pixCloseSafeCompBrick(nullptr, faint.get(), gap, 1));
    // The bars of `e` in a row of letters are a line of some words' length.
    const int sure = std::max(length, static_cast<int>(kSurelyLong * image.letter_height));
    const Image line(!whole || vertical ? nullptr : pixOpenCompBrick(nullptr, whole.get(), sure, 1));
    if (const Image& found = vertical ? whole : line) pixOr(closed.get(), closed.get(), found.get());
  }
  const int shortest = std::max(20, static_cast<int>(kShort * image.letter_height));
  const Image lines(vertical ? pixOpenCompBrick(nullptr, closed.get(), 1, shortest)
                             : pixOpenCompBrick(nullptr, closed.get(), length, 1));
  PIXA* pieces = nullptr;
  BOXA* boxes = lines ? pixConnComp(lines.get(), &pieces, 8) : nullptr;
  if (boxes == nullptr) return;
  for (int i = 0; i < boxaGetCount(boxes) && image.rules.size() < kMostRules; ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if ((vertical ? width : height) > thin || !is_drawn(image, vertical, x, y, width, height)) continue;
    const Box line{static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                   static_cast<double>(y + height)};
    const double reach = std::max(4.0, kMeets * image.letter_height);
    if (vertical && height < length && !meets_level_rule(image.rules, line, reach)) continue;
    image.rules.push_back(line);
    if (vertical) {
      erase_upright_rule(image, x, y, x + width, y + height);
    } else {
      erase_level_rule(image, x, y, x + width, y + height);
    }
  }
  pixaDestroy(&pieces);
  boxaDestroy(&boxes);
}

/// The white regions that rules enclose: cells of tables, merged ones too, whatever the table's shape.
std::vector<Box> enclosed(const ReadyImage& image) {
  constexpr double kLargest = 0.25;  // of the page; what is larger is a frame around text like any other
  constexpr std::size_t kFewest = 2, kMostCells = 4000;
  const int width = pixGetWidth(image.grey.get()), height = pixGetHeight(image.grey.get());
  const int reach =
      std::max(3, static_cast<int>(0.4 * image.letter_height));  // corners that do not quite meet
  const Image outside(pixCreate(width, height, 1));
  if (!outside || image.rules.size() < 4) return {};
  for (const Box& rule : image.rules) {
    const bool level = rule.x1 - rule.x0 > rule.y1 - rule.y0;
    const int more_x = level ? reach : 0, more_y = level ? 0 : reach;
    pixRasterop(outside.get(), static_cast<int>(rule.x0) - more_x, static_cast<int>(rule.y0) - more_y,
                static_cast<int>(rule.x1 - rule.x0) + 2 * more_x,
                static_cast<int>(rule.y1 - rule.y0) + 2 * more_y, PIX_SET, nullptr, 0, 0);
  }
  pixInvert(outside.get(), outside.get());
  BOXA* boxes = pixConnCompBB(outside.get(), 4);
  std::vector<Box> cells;
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes) && cells.size() < kMostCells; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const bool open = x == 0 || y == 0 || x + w == width || y + h == height;
    const double share = static_cast<double>(w) * h / (static_cast<double>(width) * height);
    if (open || share > kLargest || std::min(w, h) < image.letter_height) continue;
    cells.push_back({static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + w),
                     static_cast<double>(y + h)});
  }
  boxaDestroy(&boxes);
  return cells.size() >= kFewest ? cells : std::vector<Box>{};
}

/// Degrees clockwise that make the lines horizontal; 0 where that cannot be told, or is not worth a turn.
double skew_of(const Image& ink) {
  l_float32 angle = 0, confidence = 0;
  if (pixFindSkew(ink.get(), &angle, &confidence) != 0) return 0;
  constexpr float kSure = 3, kWorthIt = 0.1F;
  return confidence >= kSure && std::abs(angle) >= kWorthIt ? static_cast<double>(angle) : 0;
}

Image turned(const Image& image, double degrees) {
  const auto radians = static_cast<l_float32>(degrees * std::numbers::pi / 180);
  return Image(pixRotate(image.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
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
  out.grey = clean(std::move(out.grey));
  out.ink = ink_of(out.grey);
  if (!out.ink) return out;
  Spots spots = spots_of(out.ink);
  const bool grain = spots.letter_height < kUnreadable && spots.count > kManySpots;
  out.hopeless = grain || spots.count > kMostSpots;
  if (out.hopeless) return out;
  // Now, while their pixels are those of the scan.
  if (spots.letter_height > 0) take_fine_specks(out.grey, out.ink, spots.letter_height);
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
    Image straight = turned(out.grey, out.skew);
    Image ink = straight ? ink_of(straight) : nullptr;
    if (ink) {
      out.grey = std::move(straight);
      out.ink = std::move(ink);
    }
  }
  if (out.letter_height > 0) {
    take_specks(out.grey, out.ink, out.letter_height);
    take_marks(out);
    take_rules(out, false);
    take_rules(out, true);
    out.cells = enclosed(out);
  }
  return out;
}

std::optional<int> turn_of_letters(const ReadyImage& image) {
  // The shapes looked for are those of letters of about this size; larger ones only take longer.
  constexpr double kGoodSize = 22;
  constexpr float kSure = 6, kClear = 1.5F;
  if (!image.ink || image.hopeless) return std::nullopt;
  const Image half(image.letter_height >= kGoodSize ? pixReduceRankBinary2(image.ink.get(), 2, nullptr)
                                                    : pixClone(image.ink.get()));
  l_float32 up = 0, left = 0;
  if (!half || pixOrientDetect(half.get(), &up, &left, 0, 0) != 0) return std::nullopt;
  const bool upright = std::abs(up) > std::abs(left);
  const float strong = std::max(std::abs(up), std::abs(left)), weak = std::min(std::abs(up), std::abs(left));
  if (strong < kSure || strong < kClear * weak) return std::nullopt;
  if (upright) return up > 0 ? 0 : 180;
  return left > 0 ? 90 : 270;
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
