// Tables of a page as its tags tell them.
#pragma once

#include <vector>

#include "layout/grid.hpp"
#include "layout/table.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// The tagged tables whose words stand where their rows and columns want them: columns beside one another,
/// rows below one another, nothing else between. Their words leave `words`; those of any other table stay,
/// for the page's geometry to tell. `grids` are the page's: where the tree leaves out empty cells, their
/// columns are those of a table.
std::vector<Table> take_tagged_tables(const Tags& tags, const std::vector<Grid>& grids,
                                      std::vector<Word>& words);

}  // namespace pst::layout
