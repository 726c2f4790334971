// An SVG as a picture of dots.
#pragma once

#include <string>
#include <string_view>

namespace pst::output {

/// Dots on the longer side of a picture at most; larger ones are drawn with fewer dots a point.
inline constexpr double kMostDots = 8000;

/// `svg` as PNG, two dots a point (144 a inch). The letters are those of the fonts installed here. Throws
/// pst::Error where the module that draws it does not load or it cannot be drawn.
std::string to_png(std::string_view svg);

}  // namespace pst::output
