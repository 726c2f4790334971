// Points and matrices of PDF's coordinate spaces.
#pragma once

#include <algorithm>
#include <cmath>

#include "source/place.hpp"

namespace pst::source::pdf {

struct Point {
  double x = 0, y = 0;
};

/// [a b c d e f] as PDF writes it: x' = ax + cy + e, y' = bx + dy + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }

  /// First this one, then `next`.
  Matrix then(const Matrix& n) const {
    return {a * n.a + b * n.c, a * n.b + b * n.d,       c * n.a + d * n.c,
            c * n.b + d * n.d, e * n.a + f * n.c + n.e, e * n.b + f * n.d + n.f};
  }

  /// By how much a length grows, on average of the directions.
  double scale() const { return std::sqrt(std::abs(a * d - b * c)); }

  bool finite() const {
    return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d) && std::isfinite(e) &&
           std::isfinite(f);
  }
};

/// The smallest box around the image of a rectangle.
inline Box image(const Matrix& m, double x0, double y0, double x1, double y1) {
  const Point p = m.apply(x0, y0), q = m.apply(x1, y0), r = m.apply(x0, y1), s = m.apply(x1, y1);
  return {std::min({p.x, q.x, r.x, s.x}), std::min({p.y, q.y, r.y, s.y}), std::max({p.x, q.x, r.x, s.x}),
          std::max({p.y, q.y, r.y, s.y})};
}

/// What two boxes share; x1 < x0 or y1 < y0 where they are apart.
inline Box common(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

}  // namespace pst::source::pdf
