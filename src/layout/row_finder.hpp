// Rows of a table whose columns are known: the pieces of its cells put together.
#pragma once

#include <vector>

#include "layout/merged_rows.hpp"
#include "layout/row_pieces.hpp"
#include "layout/table.hpp"

namespace pst::layout {

/// How far up and down a line counts: lines of two rows may touch.
Reach reach_of(const Box& line);

struct RowRules {
  bool one_row = false;        ///< all pieces are of one row
  std::vector<double> breaks;  ///< heights that no row reaches over, ascending
  bool goes_on = true;         ///< the rows may go on from the page before
  int merged = 0;              ///< columns on the left whose cells may reach over several rows…
  std::vector<Reach> rows;     ///< …where the rows are known: these; else empty
};

/// The rows of the pieces: by the white between them where that is wider than between the lines of a cell,
/// else by which lines go on from the full line above them.
Table find_rows(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules = {});

}  // namespace pst::layout
