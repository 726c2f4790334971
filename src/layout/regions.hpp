// A page in reading order: columns of prose and tables.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/grid.hpp"
#include "layout/placed.hpp"
#include "layout/table.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// Lines of one column, or a table; regions stand in reading order.
struct Region {
  int column = 0;               ///< from the left, 0-based
  int columns = 1;              ///< side by side
  std::vector<TextLine> lines;  ///< of a column; empty for a table
  std::optional<Table> table;
  std::optional<double> left, right;  ///< where its lines begin and end, if not where those of its column do
  bool contents = false;              ///< lines of a table of contents
};

struct PageRegions {
  std::vector<Region> regions;
  std::vector<double> gutters;  ///< left edges of the columns behind a gutter
};

/// Cuts a page: tagged and ruled tables first, then columns of prose at gutters, then tables without rules
/// within each column. `known` are the gutters of other pages.
PageRegions cut_page(std::vector<Word> words, const std::vector<Grid>& grids, const Tags& tags,
                     std::span<const double> known);

}  // namespace pst::layout
