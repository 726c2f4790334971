// Running heads and feet of placed pages: lines at the pages' edges that come again.
#pragma once

#include <vector>

#include "layout/grid.hpp"
#include "layout/placed.hpp"

namespace pst::layout {

/// What was set aside of one page, from top to bottom.
struct Margins {
  std::vector<TextLine> head, foot;
};

/// Takes the running heads and feet out of the pages' words: lines that stand at one height on most pages,
/// with the same words or with a number that counts with the pages. `grids[i]` are the tables of page i: a
/// table's head that comes again is not a page's.
std::vector<Margins> take_margins(std::vector<PlacedPage>& pages,
                                  const std::vector<std::vector<Grid>>& grids);

}  // namespace pst::layout
