#include "layout/table.hpp"

#include <algorithm>
#include <cmath>

#include "layout/flow.hpp"
#include "layout/row_finder.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kNearStep = 1.5;  ///< sizes: lines of one heading are not further apart

std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto next = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<std::size_t>(next - edges.begin()) - 1;
}

/// Whether a line goes on with the heading across the columns above it: in its type, close below its full
/// line.
bool goes_on_across(const TextLine& above, const TextLine& line, double right) {
  const double step = middle(line.box) - middle(above.box);
  return above.bold == line.bold && std::abs(above.size - line.size) < 0.05 * line.size &&
         step < kNearStep * line.size && std::abs(above.box.x0 - line.box.x0) < line.size &&
         is_full(above, line, right);
}

/// The line's pieces, cut at the strips; one piece where a word stands in a strip.
void cut(const TextLine& line, const std::vector<double>& edges, const std::vector<Strip>& strips,
         std::vector<Piece>& out) {
  constexpr double kSpace = 0.35;  // of the size: words no further apart are of one text
  for (const Strip& strip : strips) {
    const double x = (strip.x0 + strip.x1) / 2;
    double before = -1e9, behind = 1e9;
    bool across = false;
    for (const Word& word : line.words) {
      across = across || (word.box.x0 < strip.x1 - 0.5 && word.box.x1 > strip.x0 + 0.5);
      if ((word.box.x0 + word.box.x1) / 2 < x) {
        before = std::max(before, word.box.x1);
      } else {
        behind = std::min(behind, word.box.x0);
      }
    }
    if (across || behind - before < kSpace * line.size) {
      out.push_back({line, 0, true});
      return;
    }
  }
  std::vector<std::vector<Word>> words(edges.size() - 1);
  for (const Word& word : line.words)
    words[column_at(edges, (word.box.x0 + word.box.x1) / 2)].push_back(word);
  for (std::size_t c = 0; c < words.size(); ++c) {
    if (words[c].empty()) continue;
    for (TextLine& part : find_lines(std::move(words[c])))
      out.push_back({std::move(part), static_cast<int>(c), false});
  }
}

/// Rows that the rules give, cells by upright rules.
Table by_cells(const Grid& grid, std::vector<Word> words) {
  Table table;
  table.edges = grid.columns;
  table.box = grid.box;
  table.ruled = true;
  const std::size_t columns = grid.columns.size() - 1, rows = grid.rows.size() - 1;
  std::vector<std::size_t> cell_at(columns * rows, 0);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c)
        cell_at[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)] = i;
    }
  }
  std::vector<std::vector<Word>> held(grid.cells.size());
  for (Word& word : words) {
    const std::size_t c = column_at(grid.columns, (word.box.x0 + word.box.x1) / 2);
    const std::size_t r = column_at(grid.rows, middle(word.box));
    held[cell_at[r * columns + c]].push_back(std::move(word));
  }
  table.rows.resize(rows);
  for (std::size_t r = 0; r < rows; ++r)
    table.rows[r].box = {grid.columns.front(), grid.rows[r], grid.columns.back(), grid.rows[r + 1]};
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (held[i].empty()) continue;
    const GridCell& from = grid.cells[i];
    Cell cell;
    cell.column = from.column;
    cell.span = from.column_span;
    cell.lines = find_lines(std::move(held[i]));
    if (cell.lines.empty()) continue;
    // As much white as on the left is kept on the right.
    cell.left = from.box.x1;
    for (const TextLine& line : cell.lines) cell.left = std::min(cell.left, line.box.x0);
    const double margin = std::clamp(cell.left - from.box.x0, 0.0, 8.0);
    cell.right = from.box.x1 - margin;
    table.rows[static_cast<std::size_t>(from.row)].cells.push_back(std::move(cell));
  }
  std::erase_if(table.rows, [](const Row& row) { return row.cells.empty(); });
  for (Row& row : table.rows) {
    std::stable_sort(row.cells.begin(), row.cells.end(),
                     [](const Cell& a, const Cell& b) { return a.column < b.column; });
  }
  return table;
}

/// Rows that the rules give, one a band; cells by the edges of the columns. Words across an edge make the
/// band's line one that spans the columns.
Table by_bands(const Grid& grid, std::vector<double> edges, std::vector<Word> words) {
  Table table;
  table.edges = std::move(edges);
  table.box = grid.box;
  table.ruled = true;
  std::vector<Strip> strips;
  for (std::size_t c = 1; c + 1 < table.edges.size(); ++c) strips.push_back({table.edges[c], table.edges[c]});
  std::vector<std::vector<Word>> bands(grid.rows.size() - 1);
  for (Word& word : words) bands[column_at(grid.rows, middle(word.box))].push_back(std::move(word));
  for (std::vector<Word>& band : bands) {
    const std::vector<TextLine> lines = find_lines(std::move(band));
    if (lines.empty()) continue;
    std::vector<Piece> pieces;
    for (const TextLine& line : lines) {
      if (!pieces.empty() && pieces.back().across &&
          goes_on_across(pieces.back().line, line, table.edges.back())) {
        pieces.push_back({line, 0, true});
      } else {
        cut(line, table.edges, strips, pieces);
      }
    }
    const bool across =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.across; });
    std::vector<Row> rows = find_rows(std::move(pieces), table.edges, !across).rows;
    std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
  }
  // What a cell may fill is known from all rows.
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) {
      if (cell.span > 1) continue;
      for (const Row& other : table.rows) {
        for (const Cell& mine : other.cells) {
          if (mine.column == cell.column && mine.span == 1) cell.right = std::max(cell.right, mine.right);
        }
      }
    }
  }
  return table;
}

std::vector<double> edges_of(const Box& box, const std::vector<Strip>& strips) {
  std::vector<double> edges{box.x0};
  for (const Strip& strip : strips) edges.push_back((strip.x0 + strip.x1) / 2);
  edges.push_back(box.x1);
  return edges;
}

}  // namespace

Table table_of(const std::vector<TextLine>& lines, const std::vector<Strip>& strips) {
  Box box = lines.front().box;
  for (const TextLine& line : lines) box.unite(line.box);
  const std::vector<double> edges = edges_of(box, strips);
  std::vector<Piece> pieces;
  for (const TextLine& line : lines) {
    if (!pieces.empty() && pieces.back().across && goes_on_across(pieces.back().line, line, box.x1)) {
      pieces.push_back({line, 0, true});
    } else {
      cut(line, edges, strips, pieces);
    }
  }
  return find_rows(std::move(pieces), edges);
}

std::optional<Table> ruled_table(const Grid& grid, std::vector<Word> words) {
  if (words.empty()) return std::nullopt;
  if (!grid.upright) {
    std::vector<double> edges = grid.columns;
    if (edges.size() < 3) edges = edges_of(grid.box, common_strips(find_lines(words)));
    if (edges.size() < 3) return std::nullopt;
    Table table = by_bands(grid, std::move(edges), std::move(words));
    const auto rows = std::count_if(table.rows.begin(), table.rows.end(),
                                    [](const Row& row) { return row.cells.size() > 1; });
    if (rows < 2) return std::nullopt;
    return table;
  }
  Table table = by_cells(grid, std::move(words));
  if (table.columns() < 2 || table.rows.empty()) return std::nullopt;
  return table;
}

}  // namespace pst::layout
