// Placed words to logical lines and cells: the way of a PDF or a scan.
#pragma once

#include "layout/layout.hpp"

namespace pst::layout {

/// Whether the document's runs have places.
bool is_placed(const source::Document& document);

/// As arrange(), for a placed document. Its lines are the visual ones, numbered in reading order over the
/// whole document; the lines of a table's row are those of all its cells.
Layout arrange_placed(const source::Document& document);

}  // namespace pst::layout
