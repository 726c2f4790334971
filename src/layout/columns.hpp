// Tables in plain text whose columns are held apart by spaces, as `pdftotext -layout` and typewriters make
// them. A character has a place as a printed word has: the tables are found as those of placed pages are.
#pragma once

#include <string>
#include <vector>

#include "layout/layout.hpp"
#include "layout/metrics.hpp"
#include "layout/table.hpp"

namespace pst::layout {

/// A table typed with spaces. The lines of its cells know their source lines.
struct TypedTable {
  std::size_t first_line = 0, last_line = 0;  ///< indices into the lines
  Table table;
  bool contents = false;  ///< titles and rising page numbers
};

/// Finds the tables: three lines or more whose words keep out of the same columns of white, which are three
/// spaces wide in some of them at least. Only lines of class `text` are looked at, each page by itself.
/// Tables come in order, among them those that were found by their rules (see find_ruled_typing()).
std::vector<TypedTable> find_typed_tables(const std::vector<std::string>& texts,
                                          const std::vector<LineInfo>& lines, std::vector<TypedTable> ruled);

/// What the geometry of typed lines is.
Metrics typed_metrics();

}  // namespace pst::layout
