#include "source/pdf_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

namespace {

// Points.
constexpr double kMaxRule = 4;     ///< a line thicker than this is a box
constexpr double kMaxSlant = 0.6;  ///< off the horizontal or vertical, and still straight
constexpr double kMinRule = 3;     ///< shorter ones are dots and decoration
constexpr double kMinDot = 1.2;    ///< a list's sign is no smaller
constexpr double kMaxDot = 9;
constexpr double kWholePage = 0.9;  ///< share of the page that makes a fill its background
constexpr std::uint32_t kNearWhite = 0xFA;

bool is_white(std::uint32_t color) {
  return (color >> 16 & 0xFF) >= kNearWhite && (color >> 8 & 0xFF) >= kNearWhite &&
         (color & 0xFF) >= kNearWhite;
}

bool upright(const Point& a, const Point& b) {
  return std::abs(a.x - b.x) <= kMaxSlant || std::abs(a.y - b.y) <= kMaxSlant;
}

void add_rule(const Box& box, const Box& clip, Page& page) {
  const Box seen = common(box, clip);
  const double width = seen.x1 - seen.x0, height = seen.y1 - seen.y0;
  if (width < 0 || height < 0 || std::max(width, height) < kMinRule || page.rules.size() >= kMaxPathBoxes)
    return;
  page.rules.push_back(seen);
}

void add_fill(const Box& box, std::uint32_t color, const Box& clip, Page& page) {
  const Box seen = common(box, clip);
  const double width = seen.x1 - seen.x0, height = seen.y1 - seen.y0;
  if (width <= 0 || height <= 0 || is_white(color)) return;
  if (std::min(width, height) <= kMaxRule) return add_rule(seen, clip, page);
  if (width * height > kWholePage * page.width * page.height || page.fills.size() >= kMaxPathBoxes) return;
  page.fills.push_back(seen);
}

Box around(const std::vector<Point>& points) {
  Box box{1e30, 1e30, -1e30, -1e30};
  for (const Point& p : points) box.unite({p.x, p.y, p.x, p.y});
  return box;
}

/// Four corners with upright sides; the closing one may be written out.
bool is_rectangle(const std::vector<Point>& points) {
  const std::size_t n = points.size();
  if (n != 4 && n != 5) return false;
  if (n == 5 &&
      (std::abs(points[0].x - points[4].x) > kMaxSlant || std::abs(points[0].y - points[4].y) > kMaxSlant)) {
    return false;
  }
  for (std::size_t i = 0; i < 4; ++i) {
    if (!upright(points[i], points[(i + 1) % 4])) return false;
  }
  return true;
}

/// A small disc, circle or square: the sign of a list where the producer draws it. A column's edge may cut
/// off some of it.
void add_dot(const std::vector<Point>& points, bool curved, const Box& clip, Page& page) {
  constexpr double kSeen = 0.3;  // of it at least
  if (points.size() < 3 || (!curved && !is_rectangle(points))) return;
  const Box whole = around(points), seen = common(whole, clip);
  const double width = whole.x1 - whole.x0, height = whole.y1 - whole.y0;
  const bool round = std::min(width, height) > 0.7 * std::max(width, height);
  const bool shown = seen.x1 - seen.x0 > kSeen * width && seen.y1 - seen.y0 > kSeen * height;
  if (round && shown && width >= kMinDot && width <= kMaxDot && page.dots.size() < kMaxPathBoxes)
    page.dots.push_back(seen);
}

}  // namespace

void Path::move(Point to) {
  pieces_.push_back({{to}});
}

void Path::line(Point to) {
  if (pieces_.empty() || pieces_.back().closed) pieces_.push_back({});
  if (pieces_.back().points.size() < kMaxPathBoxes) pieces_.back().points.push_back(to);
}

void Path::curve(Point to) {
  line(to);
  pieces_.back().curved = true;
}

void Path::close() {
  if (!pieces_.empty()) pieces_.back().closed = true;
}

void Path::rectangle(const Matrix& ctm, double x, double y, double width, double height) {
  pieces_.push_back(
      {{ctm.apply(x, y), ctm.apply(x + width, y), ctm.apply(x + width, y + height), ctm.apply(x, y + height)},
       false,
       true});
}

Box Path::extent() const {
  Box box{1e30, 1e30, -1e30, -1e30};
  for (const Piece& piece : pieces_) {
    const Box one = around(piece.points);
    if (one.x1 >= one.x0) box.unite(one);
  }
  return box;
}

void Path::stroke(double width, const Box& clip, Page& page) const {
  if (width > kMaxRule) return;
  const double half = width / 2;
  for (const Piece& piece : pieces_) {
    const std::size_t n = piece.points.size();
    add_dot(piece.points, piece.curved, clip, page);
    if (piece.curved || n < 2) continue;
    for (std::size_t i = 0; i + 1 < n + (piece.closed ? 1 : 0); ++i) {
      const Point &a = piece.points[i], &b = piece.points[(i + 1) % n];
      if (!upright(a, b)) continue;
      const Box line{std::min(a.x, b.x) - half, std::min(a.y, b.y) - half, std::max(a.x, b.x) + half,
                     std::max(a.y, b.y) + half};
      add_rule(line, clip, page);
    }
  }
}

void Path::cut(Clip& clip) const {
  clip.box = common(clip.box, extent());
  constexpr std::size_t kMostParts = 60;
  const bool several = pieces_.size() > 1 && pieces_.size() <= kMostParts &&
                       std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
                         return !piece.curved && is_rectangle(piece.points);
                       });
  if (!several) return;
  std::vector<Box> parts;
  for (const Piece& piece : pieces_) parts.push_back(around(piece.points));
  // Of clips within clips the inner one says what is drawn.
  clip.parts = std::make_shared<const std::vector<Box>>(std::move(parts));
}

void Path::fill(std::uint32_t color, const Clip& clip, Page& page) const {
  for (const Piece& piece : pieces_) {
    if (!is_white(color)) add_dot(piece.points, piece.curved, clip.box, page);
    if (piece.curved || !is_rectangle(piece.points)) continue;
    const Box box = around(piece.points);
    if (!clip.parts) {
      add_fill(box, color, clip.box, page);
      continue;
    }
    for (const Box& part : *clip.parts) add_fill(common(box, part), color, clip.box, page);
  }
}

}  // namespace pst::source::pdf
