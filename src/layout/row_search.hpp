// Where the rows of a table begin: the cuts between its lines that cost least.
//
// A row costs where a line begins a cell though its words go on with the line above it, or goes on though
// they do not; where the cells of a row neither begin on one height nor have one middle; where columns are
// empty; and white across all columns costs where no row begins behind it, as does a row with less or more
// white above it than the others have. How much white that is, which columns are centred and whether cells
// hold paragraphs is the same all over a table: what costs least of all is taken.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/measured_pieces.hpp"

namespace pst::layout {

struct SearchRules {
  bool rather_one = false;     ///< all pieces rather are of one row
  std::vector<double> breaks;  ///< heights that no row reaches over, ascending
  bool goes_on = true;         ///< the first row may go on from the page before
  int merged = 0;              ///< columns on the left whose cells may reach over several rows: left out
};

struct FoundRow {
  std::vector<std::size_t> pieces;  ///< from top to bottom
  double margin = 1e9;  ///< by how much it would cost more to begin it elsewhere, or to cut it in two
  double cost = 0;
};

struct FoundRows {
  std::vector<FoundRow> rows;
  double cost = 0;
};

FoundRows search_rows(const MeasuredPieces& pieces, const SearchRules& rules);

}  // namespace pst::layout
