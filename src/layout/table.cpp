#include "layout/table.hpp"

#include <algorithm>
#include <cmath>

#include "layout/flow.hpp"
#include "layout/steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kLoose = 1.25;        ///< times the pitch: lines further apart are not of one cell
constexpr double kWidestPitch = 1.55;  ///< sizes: lines of one cell are not further apart
constexpr double kUsualPitch = 1.2;
constexpr double kSameRow = 0.4;     ///< of its height by which a line reaches above and below its middle
constexpr double kLooseShare = 0.2;  ///< of the steps that are loose, for gaps to tell the rows apart

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
  /// `one_row`: all pieces are of one row.
  RowFinder(std::vector<Piece> pieces, const std::vector<double>& edges, bool one_row = false)
      : pieces_(std::move(pieces)), one_row_(one_row) {
    table_.edges = edges;
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return middle(a.line.box) < middle(b.line.box); });
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
    // A heading across the columns may wrap, too.
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i - 1].across && pieces_[i].across && near(pieces_[i - 1].line, pieces_[i].line))
        reaches[i - 1].to = reaches[i].to;
    }
    const std::vector<double> begins = row_begins();
    for (const auto& column : by_column_) {
      for (std::size_t k = 1; k < column.size(); ++k) {
        if (across_between(column[k - 1], column[k]) || !one_cell(column, k)) continue;
        // Where cells begin at the top of their row, none reaches over the beginning of another.
        const double from = reaches[column[k - 1]].from, to = reaches[column[k]].from;
        const auto next = std::upper_bound(begins.begin(), begins.end(), from + 0.01);
        if (next != begins.end() && *next <= to + 0.01) continue;
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
    if (one_row_) rows = {{rows.front().from, rows.back().to}};
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
        if (step(column, k) > 0.8 * size && step(column, k) < 4 * size)
          steps.push_back(step(column, k) / size);
      }
    }
    if (steps.empty()) return;
    pitch_ = least_common(steps);
    if (pitch_ > kWidestPitch) pitch_ = kUsualPitch;  // every cell is one line: these are rows
    learn_limit();
    // Gaps over the whole width, whatever column the lines above and below are in.
    std::size_t loose = 0, levels = 0;
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      const double size = pieces_[i].line.size;
      const double down = middle(pieces_[i].line.box) - middle(pieces_[i - 1].line.box);
      if (down < 0.3 * size) continue;
      ++levels;
      loose += down > kLoose * pitch_ * size;
    }
    by_gaps_ = static_cast<double>(loose) >= kLooseShare * static_cast<double>(levels);
  }

  /// In a dense table the steps to a next row are hardly larger than those within a cell: what surely goes on
  /// and what surely does not tells where the limit lies.
  void learn_limit() {
    std::vector<double> within, between;
    for (std::size_t c = 0; c < by_column_.size(); ++c) {
      const auto& column = by_column_[c];
      for (std::size_t k = 1; k < column.size(); ++k) {
        const TextLine& above = pieces_[column[k - 1]].line;
        const TextLine& line = pieces_[column[k]].line;
        const double relative = step(column, k) / std::max(line.size, above.size);
        if (relative > kLoose * pitch_) continue;
        const bool full = is_full(above, line, right_[c]);
        if (full && text::starts_lower(line.text)) within.push_back(relative);
        if (!full && !text::starts_lower(line.text)) between.push_back(relative);
      }
    }
    if (within.size() < 2 || between.size() < 2) return;
    std::sort(within.begin(), within.end());
    std::sort(between.begin(), between.end());
    const double most = within[within.size() * 9 / 10], least = between[between.size() / 10];
    if (least > 1.03 * most) limit_ = (most + least) / 2;
  }

  /// Where rows begin in a dense table whose cells stand at the top of their rows: where a line of some
  /// column does not go on with a line above it. None where the gaps tell, or where cells are centred.
  std::vector<double> row_begins() const {
    if (by_gaps_) return {};
    std::vector<double> tops;
    std::size_t level = 0, lone = 0;
    for (const auto& column : by_column_) {
      for (std::size_t k = 0; k < column.size(); ++k) {
        const bool fresh =
            k == 0 || !near(pieces_[column[k - 1]].line, pieces_[column[k]].line) || !one_cell(column, k);
        if (!fresh) continue;
        const Box& box = pieces_[column[k]].line.box;
        tops.push_back(middle(box) - kSameRow * height(box));
        (is_level(column[k]) ? level : lone) += 1;
      }
    }
    if (4 * lone > level + lone) return {};  // between the lines of their neighbours: centred
    std::sort(tops.begin(), tops.end());
    return tops;
  }

  /// Whether a line of another column stands on the same height, or none is near.
  bool is_level(std::size_t i) const {
    const Box& box = pieces_[i].line.box;
    bool beside = false;
    for (const std::size_t j : {i - 2, i - 1, i + 1, i + 2}) {
      if (j >= pieces_.size() || pieces_[j].column == pieces_[i].column || pieces_[j].across) continue;
      const double off = std::abs(middle(pieces_[j].line.box) - middle(box));
      if (off < 0.2 * height(box)) return true;
      beside = beside || off < 0.8 * height(box);
    }
    return !beside;
  }

  bool near(const TextLine& above, const TextLine& line) const {
    const double step = middle(line.box) - middle(above.box);
    const double limit = limit_ > 0 ? limit_ : kLoose * (pitch_ > 0 ? pitch_ : kUsualPitch);
    return step <= limit * std::max(line.size, above.size);
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
    if (!near(above, line)) return false;
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
  double limit_ = 0;  ///< largest step within a cell where that could be told, in sizes
  bool by_gaps_ = false;
  bool one_row_ = false;
};

/// Whether a line goes on with the heading across the columns above it: in its type, close below its full
/// line.
bool goes_on_across(const TextLine& above, const TextLine& line, double right) {
  const double step = middle(line.box) - middle(above.box);
  return above.bold == line.bold && std::abs(above.size - line.size) < 0.05 * line.size &&
         step < kLoose * kUsualPitch * line.size && std::abs(above.box.x0 - line.box.x0) < line.size &&
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
    for (const TextLine& line : lines) cut(line, table.edges, strips, pieces);
    const bool across =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.across; });
    std::vector<Row> rows = RowFinder(std::move(pieces), table.edges, !across).run().rows;
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
  return RowFinder(std::move(pieces), edges).run();
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
