// Cells of typed text, by lines and characters, to a table of placed words: a character has a place as a
// printed word has.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/columns.hpp"

namespace pst::layout {

// A typewriter's type, in points: two spaces part cells, one parts words.
inline constexpr double kTypedSize = 10, kTypedStep = 12, kTypedCharacter = 6;

/// The words of typed text from `column` characters on, on a line that is `below` lines below the first.
void place_typed(std::string_view text, int column, std::size_t below, int source_line,
                 std::vector<Word>& out);

/// What stands in the cells of a table, line by line.
struct TypedCells {
  struct Column {
    int from = 0, to = 0;  ///< characters
  };
  struct Line {
    std::size_t line = 0;  ///< index
    int column = 0;        ///< characters before the text
    std::string text;
  };
  struct Cell {
    int span = 1;
    std::vector<Line> lines;
  };
  std::vector<Column> columns;
  std::map<std::pair<int, int>, Cell> cells;  ///< by row and column

  /// Adds words to a cell: behind those that it has on that line.
  void add(int row, int column, int span, std::size_t line, int start, std::string_view words);
};

/// The table, from the line `first` to `last`; none without two columns that have words.
std::optional<TypedTable> typed_table(TypedCells cells, const std::vector<LineInfo>& lines, std::size_t first,
                                      std::size_t last);

}  // namespace pst::layout
