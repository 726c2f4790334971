// What the pictures of a page cover; without any library's types, for those who only ask.
#include <cmath>

#include "source/page_survey.hpp"

namespace pst::source {

constexpr double kInch = 72;  // points

Box Picture::box() const {
  return to_page.map({0, 0, static_cast<double>(width), static_cast<double>(height)});
}

double Picture::resolution() const {
  const double points = std::sqrt(to_page.area());
  return points > 0 ? kInch / points : 0;
}

const Picture* Survey::covering(double least) const {
  const Picture* best = nullptr;
  double most = 0;
  for (const Picture& picture : pictures) {
    const double share = share_covered(picture.box(), {0, 0, width, height});
    if (share < least || share <= most) continue;
    best = &picture;
    most = share;
  }
  return best;
}

}  // namespace pst::source
