// Tables of a page: rows of cells, each with its lines.
#pragma once

#include <optional>
#include <vector>

#include "layout/grid.hpp"
#include "layout/placed.hpp"

namespace pst::layout {

struct Cell {
  int column = 0;
  int span = 1;                 ///< columns
  double left = 0, right = 0;   ///< what its text may fill
  std::vector<TextLine> lines;  ///< from top to bottom
};

struct Row {
  Box box;
  std::int32_t element = -1;  ///< where the table is tagged: its row's, on every page that it reaches
  std::vector<Cell> cells;    ///< left to right, only those with words
  bool unsure = false;        ///< its lines may as well be cut into rows otherwise
};

struct Table {
  Box box;
  std::vector<double> edges;  ///< left edge of each column, and the right one of the last
  std::vector<Row> rows;
  bool drawn = false;         ///< upright rules tell the columns
  std::int32_t element = -1;  ///< of a tagged table
  int columns() const { return static_cast<int>(edges.size()) - 1; }
};

/// The table that a grid encloses; nothing where its words show that it is none (one cell, one column).
/// `goes_on`: its rows may go on from the page before.
std::optional<Table> ruled_table(const Grid& grid, std::vector<Word> words, bool goes_on);

/// A strip of white between two columns.
struct Strip {
  double x0 = 0, x1 = 0;
};

/// The edges of columns that strips part: the box's sides and where the words behind the strips begin.
std::vector<double> column_edges(const Box& box, const std::vector<Strip>& strips);

/// Whether tables whose columns have these edges may be one over two pages.
bool same_edges(const std::vector<double>& a, const std::vector<double>& b);

/// Lines of a text block that are the rows of a table without rules: aligned in columns over several lines.
struct AlignedBlock {
  std::size_t first = 0, last = 0;  ///< lines, inclusive
  std::vector<Strip> strips;        ///< between its columns
  Table table;
  bool contents = false;  ///< titles and rising page numbers
};

/// `known`: where the cells of other tables of the page begin, column by column; a row or two that stand
/// below them are a piece of such a table. `top_of_page`: nothing of the page stands above the lines.
std::vector<AlignedBlock> find_aligned(const std::vector<TextLine>& lines,
                                       const std::vector<std::vector<double>>& known = {},
                                       bool top_of_page = true);

/// Where the cells of each column begin.
std::vector<double> column_starts(const Table& table);

/// A table whose columns words tell misses those that are empty throughout: where its edges are some of those
/// of a table before it, whose edges are `known`, it has that one's columns. Other tables as they are.
Table in_known_columns(const Table& table, const std::vector<double>& known);

/// The strips that all lines of several pieces keep out of; none where they have none in common.
std::vector<Strip> common_strips(const std::vector<TextLine>& lines);

/// Whether the `w`th word of a line may begin a cell behind a strip. Behind a space no wider than the others
/// of its line it does only if more of the line stands where columns begin: prose meets a strip by chance.
bool may_begin_cell(const TextLine& line, std::size_t w, const std::vector<Strip>& strips);

/// Cuts the lines of a table at its strips and finds its rows. A line across a strip is a row of its own that
/// spans the columns. `goes_on`: the rows may go on from the page before.
Table table_of(const std::vector<TextLine>& lines, const std::vector<Strip>& strips, bool goes_on = true);

/// The row's words, cell by cell, to tell it from others.
std::string words_of(const Row& row);

}  // namespace pst::layout
