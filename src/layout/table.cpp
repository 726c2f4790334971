#include "layout/table.hpp"

#include <algorithm>
#include <cmath>

#include "layout/flow.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kLoose = 1.25;     ///< times the pitch: lines further apart are not of one cell
constexpr double kSameRow = 0.4;    ///< of its height by which a line reaches above and below its middle
constexpr double kLooseShare = 0.25;  ///< of the steps that are loose, for gaps to tell the rows apart

/// A line of one cell, with its column.
struct Piece {
  TextLine line;
  int column = 0;
  bool across = false;
};

struct Reach {
  double from = 0, to = 0;
};

std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto next = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<std::size_t>(next - edges.begin()) - 1;
}

void unite(Box& box, const Box& other, bool first) {
  if (first) {
    box = other;
  } else {
    box.unite(other);
  }
}

class RowFinder {
 public:
  RowFinder(std::vector<Piece> pieces, const std::vector<double>& edges) : pieces_(std::move(pieces)) {
    table_.edges = edges;
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
      return middle(a.line.box) < middle(b.line.box);
    });
    const auto columns = static_cast<std::size_t>(table_.columns());
    by_column_.resize(columns);
    right_.assign(columns, 0);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].across) continue;
      const auto c = static_cast<std::size_t>(pieces_[i].column);
      by_column_[c].push_back(i);
      right_[c] = std::max(right_[c], pieces_[i].line.box.x1);
    }
  }

  Table run() {
    measure();
    std::vector<Reach> reaches;
    for (const Piece& piece : pieces_) {
      const double half = kSameRow * height(piece.line.box), at = middle(piece.line.box);
      reaches.push_back({at - half, at + half});
    }
    for (const auto& column : by_column_) {
      for (std::size_t k = 1; k < column.size(); ++k) {
        if (!across_between(column[k - 1], column[k]) && one_cell(column, k))
          reaches[column[k - 1]].to = reaches[column[k]].to;
      }
    }
    std::vector<Reach> sorted = reaches;
    std::sort(sorted.begin(), sorted.end(), [](const Reach& a, const Reach& b) { return a.from < b.from; });
    std::vector<Reach> rows;
    for (const Reach& reach : sorted) {
      if (!rows.empty() && reach.from < rows.back().to) {
        rows.back().to = std::max(rows.back().to, reach.to);
      } else {
        rows.push_back(reach);
      }
    }
    fill(rows);
    return std::move(table_);
  }

 private:
  double step(const std::vector<std::size_t>& column, std::size_t k) const {
    return middle(pieces_[column[k]].line.box) - middle(pieces_[column[k - 1]].line.box);
  }

  void measure() {
    std::vector<double> steps;
    for (const auto& column : by_column_) {
      for (std::size_t k = 1; k < column.size(); ++k) {
        const double size = pieces_[column[k]].line.size;
        if (step(column, k) > 0.8 * size && step(column, k) < 4 * size) steps.push_back(step(column, k) / size);
      }
    }
    if (steps.empty()) return;
    std::sort(steps.begin(), steps.end());
    pitch_ = steps[steps.size() / 10];
    const auto loose = static_cast<double>(
        steps.end() - std::upper_bound(steps.begin(), steps.end(), kLoose * pitch_));
    by_gaps_ = loose >= kLooseShare * static_cast<double>(steps.size());
  }

  bool across_between(std::size_t a, std::size_t b) const {
    for (std::size_t i = a + 1; i < b; ++i) {
      if (pieces_[i].across) return true;
    }
    return false;
  }

  /// Whether the k-th line of a column goes on with the cell of the line above it.
  bool one_cell(const std::vector<std::size_t>& column, std::size_t k) const {
    const TextLine& above = pieces_[column[k - 1]].line;
    const TextLine& line = pieces_[column[k]].line;
    if (pitch_ > 0 && step(column, k) > kLoose * pitch_ * std::max(line.size, above.size)) return false;
    if (by_gaps_) return true;
    const auto c = static_cast<std::size_t>(pieces_[column[k]].column);
    return is_full(above, line, right_[c]) || text::starts_lower(line.text);
  }

  void fill(const std::vector<Reach>& rows) {
    std::size_t r = 0;
    bool fresh = true;
    for (Piece& piece : pieces_) {
      const double at = middle(piece.line.box);
      while (r + 1 < rows.size() && at >= rows[r + 1].from) {
        ++r;
        fresh = true;
      }
      if (fresh) table_.rows.emplace_back();
      Row& row = table_.rows.back();
      unite(row.box, piece.line.box, fresh);
      unite(table_.box, piece.line.box, table_.rows.size() == 1 && fresh);
      fresh = false;
      add(row, std::move(piece));
    }
    for (Row& row : table_.rows) {
      std::stable_sort(row.cells.begin(), row.cells.end(),
                       [](const Cell& a, const Cell& b) { return a.column < b.column; });
    }
  }

  void add(Row& row, Piece piece) {
    const int column = piece.across ? 0 : piece.column;
    const int span = piece.across ? table_.columns() : 1;
    for (Cell& cell : row.cells) {
      if (cell.column == column && cell.span == span) {
        cell.lines.push_back(std::move(piece.line));
        return;
      }
    }
    Cell& cell = row.cells.emplace_back();
    cell.column = column;
    cell.span = span;
    cell.left = table_.edges[static_cast<std::size_t>(column)];
    cell.right = piece.across ? table_.edges.back() : right_[static_cast<std::size_t>(column)];
    cell.lines.push_back(std::move(piece.line));
  }

  std::vector<Piece> pieces_;
  Table table_;
  std::vector<std::vector<std::size_t>> by_column_;
  std::vector<double> right_;
  double pitch_ = 0;  ///< of the lines of a cell, in sizes
  bool by_gaps_ = false;
};

/// The line's pieces, cut at the strips; one piece where a word stands in a strip.
void cut(const TextLine& line, const std::vector<double>& edges, const std::vector<Strip>& strips,
         std::vector<Piece>& out) {
  for (const Strip& strip : strips) {
    for (const Word& word : line.words) {
      if (word.box.x0 < strip.x1 - 0.5 && word.box.x1 > strip.x0 + 0.5) {
        out.push_back({line, 0, true});
        return;
      }
    }
  }
  std::vector<std::vector<Word>> words(edges.size() - 1);
  for (const Word& word : line.words) words[column_at(edges, (word.box.x0 + word.box.x1) / 2)].push_back(word);
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
  for (const TextLine& line : lines) cut(line, edges, strips, pieces);
  return RowFinder(std::move(pieces), edges).run();
}

std::optional<Table> ruled_table(const Grid& grid, std::vector<Word> words) {
  if (words.empty()) return std::nullopt;
  if (!grid.upright) return std::nullopt;
  Table table = by_cells(grid, std::move(words));
  if (table.columns() < 2 || table.rows.empty()) return std::nullopt;
  return table;
}

}  // namespace pst::layout
