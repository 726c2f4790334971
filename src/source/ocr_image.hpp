// An image of a page made ready for recognition: text of a good size, lines horizontal.
#pragma once

#include <optional>
#include <vector>

#include "source/affine.hpp"
#include "source/image.hpp"
#include "source/image_marks.hpp"

namespace pst::source {

struct ReadyImage {
  Image grey;                ///< 8 bits a pixel, lines drawn and marks of lists taken out
  Image ink;                 ///< 1 bit a pixel, the same size, lines drawn included: 1 is ink
  Affine to_original;        ///< from its pixels to those of the image given, but for the skew
  double skew = 0;           ///< degrees clockwise by which it was turned to make lines horizontal
  double letter_height = 0;  ///< pixels; the median over connected components; 0 without any
  std::vector<Box> rules;    ///< lines drawn, in its pixels
  std::vector<Box> cells;    ///< what lines enclose on all sides, no frames of half a page
  std::vector<Mark> marks;   ///< signs of lists, taken out of the grey image
  bool hopeless = false;     ///< so much noise that reading it would take forever and give nothing
};

/// Prepares a grey image, first turned clockwise by `turn` degrees (a multiple of 90). Where text is too
/// small or larger than it need be, the image is scaled; skew between a tenth of a degree and about seven is
/// undone by a turn around the middle. Places found in the result are places on the page once it is straight;
/// they are not skewed again, since it is straight lines that the layout needs.
ReadyImage make_ready(const Image& grey, int turn);

/// By how many degrees clockwise (0, 90, 180, 270) the image must still be turned for its letters to stand
/// upright, as their ascenders and descenders say; nothing where they are too few to tell.
std::optional<int> turn_of_letters(const ReadyImage& image);

/// How thick the strokes of the letters in `box` are, in pixels; 0 without ink.
double stroke_width(const Image& ink, const Box& box);

}  // namespace pst::source
