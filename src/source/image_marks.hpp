// The signs that begin the items of a list, told by their shape.
#pragma once

#include <vector>

#include "source/image.hpp"
#include "source/place.hpp"

namespace pst::source {

/// A disc, a square or a ring that stands alone before the words of a line.
struct Mark {
  Box box;
  const char* sign = "";  ///< UTF-8: • ■ ▪ ◦
};

/// The marks in an image of 1 bit a pixel whose letters are `letter_height` high (the median). A dot at the
/// end of a sentence stands on the line, that of an i has its stem below it, and a letter has other letters
/// beside it: none of them is a mark.
std::vector<Mark> find_marks(const Image& ink, double letter_height);

/// Boxes of the ink that stays apart from all other by `gap` pixels.
std::vector<Box> ink_alone(const Image& ink, int gap);

}  // namespace pst::source
