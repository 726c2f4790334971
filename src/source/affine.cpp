#include "source/affine.hpp"

#include <algorithm>
#include <cmath>

namespace pst::source {

Affine Affine::then(const Affine& next) const {
  return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
          c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

Box Affine::map(const Box& box) const {
  const double xs[] = {box.x0, box.x1, box.x0, box.x1}, ys[] = {box.y0, box.y0, box.y1, box.y1};
  Box out;
  for (int i = 0; i < 4; ++i) {
    const double x = a * xs[i] + c * ys[i] + e, y = b * xs[i] + d * ys[i] + f;
    if (i == 0)
      out = {x, y, x, y};
    else
      out.unite({x, y, x, y});
  }
  return out;
}

double Affine::area() const {
  return std::abs(a * d - b * c);
}

bool Affine::upright() const {
  constexpr double kSlack = 0.01;
  const double along = std::max(std::abs(a), std::abs(d)), across = std::max(std::abs(b), std::abs(c));
  return across <= kSlack * along || along <= kSlack * across;
}

bool Affine::finite() const {
  return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d) && std::isfinite(e) &&
         std::isfinite(f);
}

Affine user_to_page(const Box& crop, int rotate, double user_unit) {
  const double width = crop.x1 - crop.x0, height = crop.y1 - crop.y0;
  const Affine shown{1, 0, 0, -1, -crop.x0, crop.y1};
  const Affine unit{user_unit, 0, 0, user_unit, 0, 0};
  return shown.then(quarter_turn(rotate, width, height)).then(unit);
}

Affine pixels_to_unit(double width, double height) {
  return {1 / width, 0, 0, -1 / height, 0, 1};
}

Affine quarter_turn(int degrees, double width, double height) {
  switch (((degrees % 360) + 360) % 360) {
    case 90:
      return {0, 1, -1, 0, height, 0};
    case 180:
      return {-1, 0, 0, -1, width, height};
    case 270:
      return {0, -1, 1, 0, 0, width};
    default:
      return {};
  }
}

double share_covered(const Box& by, const Box& box) {
  const double all = (box.x1 - box.x0) * (box.y1 - box.y0);
  const double wide = std::min(by.x1, box.x1) - std::max(by.x0, box.x0);
  const double high = std::min(by.y1, box.y1) - std::max(by.y0, box.y0);
  return all > 0 && wide > 0 && high > 0 ? wide * high / all : 0;
}

}  // namespace pst::source
