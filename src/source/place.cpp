#include "source/place.hpp"

#include <algorithm>

namespace pst::source {

void Box::unite(const Box& other) {
  x0 = std::min(x0, other.x0);
  y0 = std::min(y0, other.y0);
  x1 = std::max(x1, other.x1);
  y1 = std::max(y1, other.y1);
}

void Span::unite(const Span& other) {
  if (other.first_line == 0) return;
  if (first_line == 0) {
    *this = other;
    return;
  }
  const bool same_page = page == other.page;
  if (other.first_line < first_line) page = other.page;
  first_line = std::min(first_line, other.first_line);
  last_line = std::max(last_line, other.last_line);
  if (!same_page) return;  // a box belongs to one page: keep the first one's
  if (box && other.box) {
    box->unite(*other.box);
  } else if (other.box) {
    box = other.box;
  }
}

}  // namespace pst::source
