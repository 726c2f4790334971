// Tables drawn with level rules, or stripes, only: each band between two rules is a row, and the columns are
// where the words keep out of the same strips of white.
#pragma once

#include <optional>
#include <vector>

#include "layout/grid.hpp"
#include "layout/table.hpp"

namespace pst::layout {

/// The grid with the rows that stand above its first rule and below its last one: a head, a last row without
/// a rule, the parts of a row that goes on over a page's end. Other grids as they are.
Grid with_open_ends(Grid grid, const std::vector<Word>& words);

/// The table; nothing where its words show that it is none. Words on the left of a rule that begins right of
/// them belong to the row above it: their cell is merged.
std::optional<Table> level_table(const Grid& grid, std::vector<Word> words);

}  // namespace pst::layout
