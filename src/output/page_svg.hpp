// A page drawn with what was understood of it, to see an error at a glance.
#pragma once

#include <string>

#include "layout/layout.hpp"
#include "plan/model.hpp"
#include "source/document.hpp"

namespace pst::output {

/// The page as a self-contained SVG, in points: its words where they stand, and in colours with a legend the
/// lines, columns, tables and cells, what was set aside, and the boxes of the nodes with their codes.
std::string to_page_svg(const source::Document& document, const source::Page& page,
                        const layout::Layout& layout, const plan::Plan& plan);

}  // namespace pst::output
