// Specks: what dirt, grain and a copier's drum leave on the paper.
#pragma once

#include "source/image.hpp"

namespace pst::source {

/// Takes out of both images what is too small and too far from any letter to be a dot.
void take_specks(Image& grey, Image& ink, double letter_height);

/// On a page strewn with specks, takes those as well that stand among the letters: pieces of ink no larger
/// than most of those that stand alone, and far smaller than the dots of letters this high. Recognition takes
/// them for full stops, accents and parts of figures. A clean page stays as it is.
void take_fine_specks(Image& grey, Image& ink, double letter_height);

}  // namespace pst::source
