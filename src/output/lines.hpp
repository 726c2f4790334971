// The lines and cells of a layout as plain text.
#pragma once

#include <string>

#include "layout/layout.hpp"

namespace pst::output {

/// One line a fragment, in reading order: blank lines where the layout has them, the cells of a row held
/// apart by ` | `, what was set aside left out. With `boxes`, each fragment has a line of its own, headed by
/// its place: `page:line x0,y0-x1,y1`, and what was set aside is there too, with the reason.
std::string to_lines(const layout::Layout& layout, bool boxes);

}  // namespace pst::output
