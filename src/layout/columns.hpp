// Tables whose columns are held apart by spaces, as `pdftotext -layout` and typewriters make them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace pst::layout {

/// One row, its cells put together again from all the lines that they wrap over.
struct SpacedRow {
  std::size_t first_line = 0, last_line = 0;  ///< indices into the lines
  std::vector<std::string> cells;             ///< by column, empty ones kept
  std::vector<int> starts;                    ///< column at which each cell's text begins, in characters
};

/// Finds blocks of lines whose words begin at the same columns, two spaces or more apart, on three lines or
/// more. Only lines of class `text` are looked at; a blank line ends a row. Rows come in order.
std::vector<SpacedRow> find_spaced_rows(const std::vector<std::string>& texts,
                                        const std::vector<LineInfo>& lines);

}  // namespace pst::layout
