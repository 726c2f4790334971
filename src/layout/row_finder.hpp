// Rows of a table without rules: which lines of its columns stand beside one another.
#pragma once

#include <optional>
#include <vector>

#include "layout/table.hpp"

namespace pst::layout {

/// A line of one cell, with its column.
struct Piece {
  TextLine line;
  int column = 0;
  bool across = false;
  std::optional<double> row_at = std::nullopt;  ///< a height in its row, where its own lies in a later one

  double height() const { return row_at.value_or(middle(line.box)); }
};

/// The rows: by the white between them where that is wider than between the lines of a cell, else by which
/// lines go on from the full line above them. `one_row`: all pieces are of one row.
Table find_rows(std::vector<Piece> pieces, const std::vector<double>& edges, bool one_row = false);

}  // namespace pst::layout
