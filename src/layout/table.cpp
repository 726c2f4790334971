#include "layout/table.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "layout/level_table.hpp"
#include "layout/row_finder.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kWithin = 0.6;  ///< of the size: the white between the lines of one heading, at most

/// Rows that the rules give, cells by upright rules.
Table by_cells(const Grid& grid, std::vector<Word> words) {
  Table table;
  table.edges = grid.columns;
  table.box = grid.box;
  table.drawn = true;
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

/// A table drawn in parts: drawn cells where there are some, else cells by the edges of the columns.
Table by_parts(const Grid& grid, std::vector<Word> words, bool goes_on) {
  std::vector<Word> drawn;
  std::vector<std::vector<Word>> open(grid.bands.size());
  for (Word& word : words) {
    const std::size_t band = column_at(grid.rows, middle(word.box));
    (grid.bands[band] == Band::cells ? drawn : open[band]).push_back(std::move(word));
  }
  Table table = by_cells(grid, std::move(drawn));
  std::vector<double> rights(grid.columns.begin() + 1, grid.columns.end());
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) {
      double& right = rights[static_cast<std::size_t>(cell.column + cell.span) - 1];
      right = std::min(right, cell.right);
    }
  }
  std::vector<Strip> strips;
  for (std::size_t c = 1; c + 1 < grid.columns.size(); ++c)
    strips.push_back({grid.columns[c], grid.columns[c]});
  std::vector<Piece> pieces;
  for (std::vector<Word>& band : open) {
    std::vector<Piece> more = cut_lines(find_lines(std::move(band)), grid.columns, strips);
    std::move(more.begin(), more.end(), std::back_inserter(pieces));
  }
  if (!pieces.empty()) {
    for (Row& row : find_rows(std::move(pieces), grid.columns, {OneRow::perhaps, grid.rows, goes_on}).rows) {
      for (Cell& cell : row.cells) {
        cell.left = cell.lines.front().box.x0;
        for (const TextLine& line : cell.lines) cell.left = std::min(cell.left, line.box.x0);
        cell.right = rights[static_cast<std::size_t>(cell.column + cell.span) - 1];
      }
      table.rows.push_back(std::move(row));
    }
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const Row& a, const Row& b) { return middle(a.box) < middle(b.box); });
  return table;
}

/// Every other row is shaded, beside merged cells: each band between two row edges is a row, but for the
/// words across its columns.
Table by_stripes(const Grid& grid, std::vector<Word> words, bool goes_on) {
  std::vector<std::vector<Word>> bands(grid.bands.size());
  for (Word& word : words) bands[column_at(grid.rows, middle(word.box))].push_back(std::move(word));
  std::vector<Strip> strips;
  for (std::size_t c = 1; c + 1 < grid.columns.size(); ++c)
    strips.push_back({grid.columns[c], grid.columns[c]});
  std::vector<Piece> all;
  RowRules rules;
  rules.goes_on = goes_on;
  rules.merged = grid.merged;
  for (std::vector<Word>& band : bands) {
    bool open = false;        // the band's row has begun
    double across_to = -1e9;  // where a heading in it ends
    for (Piece& piece : cut_lines(find_lines(std::move(band)), grid.columns, strips)) {
      const Box& box = piece.line.box;
      if (piece.across || piece.column + piece.span > grid.merged) {
        const bool wraps = piece.across && box.y0 - across_to < kWithin * piece.line.size;
        const Reach reach = reach_of(box);
        if (!wraps && (!open || piece.across)) rules.rows.push_back(reach);
        rules.rows.back().to = std::max(rules.rows.back().to, reach.to);
        open = !piece.across;
        if (piece.across) across_to = box.y1;
      }
      all.push_back(std::move(piece));
    }
  }
  Table table = find_rows(std::move(all), grid.columns, rules);
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) {
      const double left = grid.columns[static_cast<std::size_t>(cell.column)];
      cell.left = cell.lines.front().box.x0;
      for (const TextLine& line : cell.lines) cell.left = std::min(cell.left, line.box.x0);
      cell.right = grid.columns[static_cast<std::size_t>(cell.column + cell.span)] -
                   std::clamp(cell.left - left, 0.0, 8.0);
    }
  }
  table.drawn = true;
  return table;
}

}  // namespace

std::vector<double> column_edges(const Box& box, const std::vector<Strip>& strips) {
  constexpr double kBefore = 1;  // points
  std::vector<double> edges{box.x0};
  // Where the words behind a strip begin is the same on every page; where those before it end is not.
  for (const Strip& strip : strips) edges.push_back(std::max((strip.x0 + strip.x1) / 2, strip.x1 - kBefore));
  edges.push_back(box.x1);
  return edges;
}

bool same_edges(const std::vector<double>& a, const std::vector<double>& b) {
  constexpr double kSameEdge = 8;  // points
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    // Without rules an outer edge is only where words happen to begin.
    const bool outer = i == 0 || i + 1 == a.size();
    if (std::abs(a[i] - b[i]) > (outer ? 10 * kSameEdge : kSameEdge)) return false;
  }
  return true;
}

bool may_begin_cell(const TextLine& line, std::size_t w, const std::vector<Strip>& strips) {
  constexpr double kSpace = 0.9;    // of the size: a wider one parts pieces of a line
  constexpr double kWider = 1.1;    // times another space
  constexpr double kAligned = 1.5;  // points
  const auto space = [&](std::size_t i) { return line.words[i].box.x0 - line.words[i - 1].box.x1; };
  const double own = space(w);
  if (own >= kSpace * line.size) return true;
  bool widest = true, aligned = false;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (i == w || line.words[i].glued) continue;
    widest = widest && own > kWider * space(i);
    aligned = aligned || (space(i) >= kSpace * line.size &&
                          std::any_of(strips.begin(), strips.end(), [&](const Strip& strip) {
                            return std::abs(strip.x1 - line.words[i].box.x0) <= kAligned;
                          }));
  }
  return aligned || widest;
}

Table in_known_columns(const Table& table, const std::vector<double>& known) {
  constexpr double kAlike = 3;  // points
  if (table.drawn || table.element >= 0 || table.edges.size() >= known.size()) return table;
  std::vector<int> place;
  for (int c = 0; c < table.columns(); ++c) {
    const double left = table.edges[static_cast<std::size_t>(c)];
    const auto edge =
        std::find_if(known.begin(), known.end() - 1, [&](double x) { return std::abs(x - left) <= kAlike; });
    if (edge == known.end() - 1) return table;
    place.push_back(static_cast<int>(edge - known.begin()));
  }
  if (place.front() > 0 || table.edges.back() > known.back() + kAlike) return table;
  place.push_back(static_cast<int>(known.size()) - 1);
  Table out = table;
  out.edges = known;
  for (Row& row : out.rows) {
    for (Cell& cell : row.cells) {
      const auto first = static_cast<std::size_t>(cell.column);
      if (cell.span > 1) cell.span = place[first + static_cast<std::size_t>(cell.span)] - place[first];
      cell.column = place[first];
    }
  }
  return out;
}

Table table_of(const std::vector<TextLine>& lines, const std::vector<Strip>& strips, bool goes_on) {
  Box box = lines.front().box;
  for (const TextLine& line : lines) box.unite(line.box);
  const std::vector<double> edges = column_edges(box, strips);
  return find_rows(cut_lines(lines, edges, strips), edges, {OneRow::perhaps, {}, goes_on});
}

std::optional<Table> ruled_table(const Grid& grid, std::vector<Word> words, bool goes_on) {
  if (words.empty()) return std::nullopt;
  if (!grid.upright) return level_table(grid, std::move(words));
  Table table = grid.bands.empty() ? by_cells(grid, std::move(words))
                : grid.merged > 0  ? by_stripes(grid, std::move(words), goes_on)
                                   : by_parts(grid, std::move(words), goes_on);
  if (table.columns() < 2 || table.rows.empty()) return std::nullopt;
  return table;
}

std::string words_of(const Row& row) {
  std::string out;
  for (const Cell& cell : row.cells) {
    for (const TextLine& line : cell.lines) out += text::fold(line.text);
    out += '|';
  }
  return out;
}

}  // namespace pst::layout
