// The lines of a table whose columns are known, cut into the pieces of cells.
#pragma once

#include <vector>

#include "layout/table.hpp"

namespace pst::layout {

/// A line of one cell, with its column.
struct Piece {
  TextLine line;
  int column = 0;
  int span = 1;         ///< columns that it reaches over
  bool across = false;  ///< …all of them: no cell's, a heading within the table
};

/// The column that a place lies in; the outer ones reach as far as it takes.
std::size_t column_at(const std::vector<double>& edges, double x);

/// Adds the line's pieces, cut at the strips. A word in a strip joins the columns on its sides, where white
/// parts the line elsewhere (a label and its wording over several columns); else the line is across.
void cut(const TextLine& line, const std::vector<double>& edges, const std::vector<Strip>& strips,
         std::vector<Piece>& out);

/// The pieces of lines; a line that goes on with one across the columns above it is across, too.
std::vector<Piece> cut_lines(const std::vector<TextLine>& lines, const std::vector<double>& edges,
                             const std::vector<Strip>& strips);

/// Whether labels of the first column stand so far apart, each beside words of another column, that they
/// begin rows of their own.
bool has_several_rows(const std::vector<Piece>& pieces);

}  // namespace pst::layout
