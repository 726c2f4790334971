// Table rows in plain text: tabs, Markdown pipes, columns held apart by spaces.
#pragma once

#include <string_view>
#include <vector>

namespace pst::layout {

/// One cell of a row, as a slice of the line, trimmed; empty cells are kept, they hold a column's place.
struct CellSlice {
  std::string_view text;
  int start = 0;  ///< column of its first character, in characters of the line
};

/// The cells of a line with tabs between words, with pipes around or between them, or with semicolons that no
/// space stands beside; fewer than two where the line is no row. A rule row (`|---|:--:|`) gives cells
/// without letters or digits.
std::vector<CellSlice> split_cells(std::string_view line);

/// The items of a cell that is a list in one line: `• Ouvrir • Fermer`, `- Ouvrir - Fermer`. An item begins
/// with the sign that the cell begins with, and a capital; the whole cell where it is no such list.
std::vector<std::string_view> split_items(std::string_view cell);

/// The cells of a line between its tabs; the whole line where it has none.
std::vector<CellSlice> split_tabs(std::string_view line);

/// The cells of a line that has one behind tabs (`\t\tmots`), below a row of so many; fewer than two where
/// the line is no such row.
std::vector<CellSlice> split_lone_cell(std::string_view line, std::size_t columns);

/// The cells of a line whose columns are held apart by `gap` spaces or more.
std::vector<CellSlice> split_spaced(std::string_view line, int gap);

}  // namespace pst::layout
