#include "source/image_specks.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <vector>

#include "source/image_marks.hpp"

namespace pst::source {
namespace {

constexpr double kApart = 0.8;  // letter heights: specks that stand alone are as far from any other ink

struct Part {
  int x = 0, y = 0, width = 0, height = 0;
};

int ink_in(const Image& ink, const Part& part) {
  BOX* box = boxCreate(part.x, part.y, part.width, part.height);
  const Image clip(pixClipRectangle(ink.get(), box, nullptr));
  boxDestroy(&box);
  l_int32 count = 0;
  if (clip) pixCountPixels(clip.get(), &count, nullptr);
  return count;
}

std::vector<Part> parts_of(const Image& ink) {
  std::vector<Part> out;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    Part& part = out.emplace_back();
    boxaGetBoxGeometry(boxes, i, &part.x, &part.y, &part.width, &part.height);
  }
  boxaDestroy(&boxes);
  return out;
}

double middle_of(std::vector<int> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// Pixels of ink in the dot of an i, as most of them have; 0 where the page shows too few.
double dot_of(const Image& ink, std::vector<Part> parts, double letter_height) {
  constexpr double kDot = 0.35, kThin = 0.7, kTall = 0.6, kGap = 0.5;  // letter heights
  constexpr std::size_t kEnough = 10;
  std::ranges::sort(parts, {}, &Part::y);
  std::vector<int> sizes;
  for (const Part& dot : parts) {
    if (std::max(dot.width, dot.height) > kDot * letter_height) continue;
    const double foot = dot.y + dot.height, middle = dot.x + dot.width / 2.0;
    auto stem = std::ranges::lower_bound(parts, dot.y + dot.height, {}, &Part::y);
    for (; stem != parts.end() && stem->y <= foot + kGap * letter_height; ++stem) {
      if (stem->width > kThin * letter_height || stem->height < kTall * letter_height) continue;
      if (middle < stem->x || middle > stem->x + stem->width) continue;
      sizes.push_back(ink_in(ink, dot));
      break;
    }
  }
  return sizes.size() < kEnough ? 0 : middle_of(std::move(sizes));
}

/// Pixels of ink in each piece that stands alone and has at most so many.
std::vector<int> sizes_of_lone_specks(const Image& ink, double letter_height, double most) {
  std::vector<int> out;
  for (const Box& box : ink_alone(ink, static_cast<int>(kApart * letter_height))) {
    const Part part{static_cast<int>(box.x0), static_cast<int>(box.y0), static_cast<int>(box.x1 - box.x0),
                    static_cast<int>(box.y1 - box.y0)};
    if (std::max(part.width, part.height) > most) continue;
    const int size = ink_in(ink, part);
    if (size > 0 && size <= most) out.push_back(size);
  }
  return out;
}

}  // namespace

void take_specks(Image& grey, Image& ink, double letter_height) {
  constexpr double kSpeck = 0.3;  // letter heights
  const double most = kSpeck * letter_height;
  for (const Box& box : ink_alone(ink, static_cast<int>(kApart * letter_height))) {
    if (box.x1 - box.x0 > most || box.y1 - box.y0 > most) continue;
    const int x = static_cast<int>(box.x0) - 1, y = static_cast<int>(box.y0) - 1;
    const int width = static_cast<int>(box.x1 - box.x0) + 2, height = static_cast<int>(box.y1 - box.y0) + 2;
    pixRasterop(grey.get(), x, y, width, height, PIX_SET, nullptr, 0, 0);
    pixRasterop(ink.get(), x, y, width, height, PIX_CLR, nullptr, 0, 0);
  }
}

void take_fine_specks(Image& grey, Image& ink, double letter_height) {
  constexpr double kBelowADot = 0.7;
  constexpr std::size_t kStrewn = 20;  // so many alone on a page, and more stand among its words
  constexpr double kMostOfThem = 0.9;
  const std::vector<Part> parts = parts_of(ink);
  const double dot = dot_of(ink, parts, letter_height);
  std::vector<int> sizes = sizes_of_lone_specks(ink, letter_height, kBelowADot * dot);
  if (sizes.size() < kStrewn) return;
  const auto usual =
      sizes.begin() + static_cast<std::ptrdiff_t>(kMostOfThem * static_cast<double>(sizes.size()));
  std::ranges::nth_element(sizes, usual);
  const int most = *usual;
  const Image specks(pixCreate(pixGetWidth(ink.get()), pixGetHeight(ink.get()), 1));
  if (!specks) return;
  for (const Part& part : parts) {
    if (std::max(part.width, part.height) > most || ink_in(ink, part) > most) continue;
    pixRasterop(specks.get(), part.x, part.y, part.width, part.height, PIX_SRC, ink.get(), part.x, part.y);
  }
  // Their grey edges too; pieces that do not touch have no pixel of another within this.
  const Image whole(pixDilateBrick(nullptr, specks.get(), 3, 3));
  if (!whole) return;
  pixSetMasked(grey.get(), whole.get(), 255);
  pixSubtract(ink.get(), ink.get(), specks.get());
}

}  // namespace pst::source
