// What a page draws besides text, as far as it makes tables: rules and filled boxes.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "source/document.hpp"
#include "source/pdf_geometry.hpp"

namespace pst::source::pdf {

/// What may be drawn on: a box, or several of which fills are cut to each (the cells of a row).
struct Clip {
  Box box;
  std::shared_ptr<const std::vector<Box>> parts;  ///< null for one

  /// Cuts it to another box.
  void cut(const Box& to) { box = common(box, to); }
};

/// A path under construction, in points on the page as shown. Curves are kept as such: they make no rule.
class Path {
 public:
  void move(Point to);
  void line(Point to);
  void curve(Point to);
  void close();
  void rectangle(const Matrix& ctm, double x, double y, double width, double height);
  void clear() { pieces_.clear(); }

  /// The box around all of it; x1 < x0 for no path.
  Box extent() const;

  /// Cuts the clip to the path; one of several rectangles gives it parts.
  void cut(Clip& clip) const;

  /// Adds the lines that stroking draws, each as a box `width` thick.
  void stroke(double width, const Box& clip, Page& page) const;

  /// Adds the rectangles that filling draws: thin ones as rules, others as fills unless white.
  void fill(std::uint32_t color, const Clip& clip, Page& page) const;

 private:
  struct Piece {
    std::vector<Point> points;
    bool curved = false;
    bool closed = false;
  };
  std::vector<Piece> pieces_;
};

}  // namespace pst::source::pdf
