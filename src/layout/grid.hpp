// Ruled tables: the cells that lines and shaded boxes draw.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/placed.hpp"

namespace pst::layout {

/// A cell of a grid, in rows and columns of the grid; merged cells span several.
struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  Box box;
};

/// What is known of the cells between two row edges.
enum class Band : std::uint8_t {
  cells,  ///< the drawn ones
  words,  ///< those that words make: one row, or several
};

/// What the rules of one table enclose. `columns` and `rows` hold the edges, ascending. Where upright rules
/// do not part the columns throughout, the cells say little: each band between two row edges is a row, and
/// the columns, where `columns` does not hold them (two edges), are to be found from the words.
struct Grid {
  Box box;
  std::vector<double> columns;
  std::vector<double> rows;
  std::vector<GridCell> cells;  ///< by row, then column
  std::vector<Band> bands;      ///< of a table drawn in parts: one between two row edges; else empty
  std::vector<double> reach;  ///< of level rules only: how far left that of each row edge reaches; else empty
  int merged = 0;             ///< columns on the left whose cells reach over several shaded and white rows
  bool striped = false;       ///< every other row is shaded, nothing else is drawn
  bool upright = false;       ///< upright rules part the columns throughout
};

/// Most rules of a page that are looked at; a drawing has more, a table never.
inline constexpr std::size_t kMostRules = 20'000;

/// The grids of a page, from top to bottom; single shaded boxes, which may be rows of a table, among them.
/// Frames round the page, underlines and drawings are none.
std::vector<Grid> find_grids(const source::Page& page);

}  // namespace pst::layout
