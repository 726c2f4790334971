#include "source/pdf_color.hpp"

#include <algorithm>
#include <cmath>

namespace pst::source::pdf {

namespace {

constexpr std::uint32_t kMiddleGrey = 0x808080;  ///< stands for what is not worked out: patterns, palettes

std::uint32_t rgb(double r, double g, double b) {
  const auto byte = [](double v) {
    return static_cast<std::uint32_t>(std::lround(std::clamp(v, 0., 1.) * 255));
  };
  return byte(r) << 16 | byte(g) << 8 | byte(b);
}

}  // namespace

ColorSpace color_space(const Objects& objects, const Object* resources, std::string_view wanted) {
  if (wanted == "Pattern") return ColorSpace::pattern;
  const Object* space = objects.get(objects.get(resources, "ColorSpace"), std::string(wanted));
  const std::string_view family = size(space) > 0 ? name(objects.item(space, 0)) : name(space);
  if (family == "Separation" || family == "DeviceN") return ColorSpace::tint;
  if (family == "Indexed") return ColorSpace::indexed;
  if (family == "Lab") return ColorSpace::lab;
  if (family == "Pattern") return ColorSpace::pattern;
  return ColorSpace::by_count;
}

std::uint32_t color(ColorSpace space, std::span<const double> c) {
  if (space == ColorSpace::pattern || space == ColorSpace::indexed || c.empty()) return kMiddleGrey;
  if (space == ColorSpace::tint) {
    const double ink = *std::max_element(c.begin(), c.end());
    return rgb(1 - ink, 1 - ink, 1 - ink);
  }
  if (space == ColorSpace::lab) return rgb(c[0] / 100, c[0] / 100, c[0] / 100);
  if (c.size() >= 4) return rgb((1 - c[0]) * (1 - c[3]), (1 - c[1]) * (1 - c[3]), (1 - c[2]) * (1 - c[3]));
  if (c.size() == 3) return rgb(c[0], c[1], c[2]);
  return rgb(c[0], c[0], c[0]);
}

}  // namespace pst::source::pdf
