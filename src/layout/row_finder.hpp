// Rows of a table whose columns are known: the pieces of its cells put together.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/merged_rows.hpp"
#include "layout/row_pieces.hpp"
#include "layout/table.hpp"

namespace pst::layout {

/// How far up and down a line counts: lines of two rows may touch.
Reach reach_of(const Box& line);

/// Whether all pieces are of one row.
enum class OneRow : std::uint8_t { perhaps, rather, surely };

struct RowRules {
  OneRow one = OneRow::perhaps;
  std::vector<double> breaks;  ///< heights that no row reaches over, ascending
  bool goes_on = true;         ///< the rows may go on from the page before
  int merged = 0;              ///< columns on the left whose cells may reach over several rows…
  std::vector<Reach> rows;     ///< …where the rows are known: these; else empty
};

/// The rows of the pieces that cost least (see row_search.hpp), cells of the first columns that reach over
/// several of them in the first of theirs.
Table find_rows(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules = {});

}  // namespace pst::layout
