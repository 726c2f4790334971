// Where the points of one plane fall on another: pixels of an image, the unit square of a PDF image, the
// page.
#pragma once

#include "source/place.hpp"

namespace pst::source {

/// x' = a x + c y + e, y' = b x + d y + f, as PDF writes it.
struct Affine {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  /// This one first, then `next`.
  Affine then(const Affine& next) const;

  /// The box around the image of `box`.
  Box map(const Box& box) const;

  /// The factor by which areas grow; 0 where everything falls on a line.
  double area() const;

  /// Whether axes stay axes (quarter turns and flips allowed), within a hundredth.
  bool upright() const;

  bool finite() const;
};

/// From default user space to the page as shown, in points from the top left: crop box, quarter turns
/// clockwise (`rotate`, in degrees) and `user_unit` applied.
Affine user_to_page(const Box& crop, int rotate, double user_unit);

/// From the pixels of an image (rows downwards) to the unit square that PDF paints it in.
Affine pixels_to_unit(double width, double height);

/// From an image of `width` x `height` to the same turned clockwise by `degrees` (a multiple of 90).
Affine quarter_turn(int degrees, double width, double height);

/// How far two boxes overlap, as a share of the second.
double share_covered(const Box& by, const Box& box);

}  // namespace pst::source
