// What the cells of a table are, as its head and the other cells tell.
#pragma once

#include "plan/kinds.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Whether the cell stands alone in its row and is a heading within the table. On a page with places a
/// heading stands across the columns; what stands in a column that is a rung, with nothing beside it, is a
/// row like others.
bool is_heading_row(const Scan& scan, int piece);

/// Whether a further paragraph of a cell is a node like the first: an item of the list that the cell is, or,
/// in a table whose every row is an objective's, one of its actions.
bool is_one_of_several(const Scan& scan, int piece, Kind kind);

}  // namespace pst::plan
