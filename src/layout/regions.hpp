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

/// Lines that make room for a box beside them.
struct Narrowed {
  double y0 = 0, y1 = 0;
  double shift = 0;             ///< how much further right than the others they begin
  std::optional<double> right;  ///< where they end
};

/// The part that the line is of; null for a line with no box beside it.
const Narrowed* part_of(const std::vector<Narrowed>& narrowed, const TextLine& line);

/// Lines of one column, or a table; regions stand in reading order.
struct Region {
  int column = 0;               ///< from the left, 0-based
  int columns = 1;              ///< side by side
  std::vector<TextLine> lines;  ///< of a column; empty for a table
  std::optional<Table> table;
  std::optional<double> left, right;  ///< where its lines begin and end, if not where those of its column do
  std::vector<Narrowed> narrowed;     ///< lines beside boxes
  bool contents = false;              ///< lines of a table of contents
};

struct PageRegions {
  std::vector<Region> regions;
  std::vector<double> gutters;  ///< left edges of the columns behind a gutter
};

/// Cuts a page: tagged and ruled tables first, then columns of prose at gutters, then tables without rules
/// within each column; boxes of text are read apart from what stands beside them. `known` are the gutters of
/// other pages.
PageRegions cut_page(std::vector<Word> words, const std::vector<Grid>& grids, const std::vector<Box>& boxes,
                     const Tags& tags, std::span<const double> known);

}  // namespace pst::layout
