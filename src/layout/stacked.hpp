// Tables that are drawn in parts: a shaded head, every other row, the headings within; their other rows are
// only words below one another.
#pragma once

#include <vector>

#include "layout/grid.hpp"

namespace pst::layout {

/// The grids of a page, from top to bottom, with the parts of one table put together: grids of the same width
/// whose columns agree, where the words between them keep to the columns; so with the rows below the last
/// part and above the first. `words` are those of the page. Single shaded boxes that belong to no table are
/// left out.
std::vector<Grid> join_stacked(std::vector<Grid> grids, const std::vector<Word>& words);

}  // namespace pst::layout
