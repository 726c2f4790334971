// The form of a line's beginning, by which lines that begin alike are told.
#pragma once

#include <string>
#include <string_view>

namespace pst::plan {

/// What a line begins with, digits as one `0` and a lone letter before punctuation as `a`: `A-1.2 …` gives
/// `A-0.0`, `Grande cause n° 3 : …` gives `grande cause n 0`. Empty where it begins like prose. `cell`: a
/// label may stand by itself.
std::string opening_shape(std::string_view text, bool cell = false);

}  // namespace pst::plan
