#include "layout/level_table.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "layout/row_finder.hpp"

namespace pst::layout {
namespace {

constexpr double kNear = 3;  ///< points: ends of rules no further apart are one

bool is_merged(const Grid& grid, std::size_t edge) {
  return !grid.reach.empty() && grid.reach[edge] > grid.box.x0 + kNear;
}

/// Where rules begin right of the table's left side.
std::vector<double> inner_starts(const Grid& grid) {
  std::vector<double> starts;
  for (std::size_t r = 0; r < grid.reach.size(); ++r) {
    if (is_merged(grid, r)) starts.push_back(grid.reach[r]);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end(), [](double a, double b) { return b - a <= kNear; }),
               starts.end());
  return starts;
}

/// Whether a line's words stand over that place, or beside it no further apart than words of one text.
bool stands_over(const TextLine& line, double x) {
  constexpr double kSpace = 0.4;  // of the size
  double before = -1e9, behind = 1e9;
  for (const Word& word : line.words) {
    if ((word.box.x0 + word.box.x1) / 2 < x) {
      before = std::max(before, word.box.x1);
    } else {
      behind = std::min(behind, word.box.x0);
    }
  }
  return before > x + kNear || behind < x - kNear || behind - before < kSpace * line.size;
}

/// Whether lines stand over the beginning of a rule above or below them: what is drawn there is no table.
bool lines_cross(const Grid& grid, const std::vector<TextLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const TextLine& line) {
    const std::size_t band = column_at(grid.rows, middle(line.box));
    return (is_merged(grid, band) && stands_over(line, grid.reach[band])) ||
           (is_merged(grid, band + 1) && stands_over(line, grid.reach[band + 1]));
  });
}

/// The same grid of its longest rules alone.
Grid without_merged(Grid grid) {
  std::vector<double> rows;
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    if (!is_merged(grid, r)) rows.push_back(grid.rows[r]);
  }
  grid.rows = std::move(rows);
  grid.reach.clear();
  if (!grid.rows.empty()) {
    grid.box.y0 = grid.rows.front();
    grid.box.y1 = grid.rows.back();
  }
  return grid;
}

/// The columns' edges; two where there are none.
std::vector<double> edges_of(const Grid& grid, const std::vector<Word>& words) {
  if (grid.columns.size() > 2) return grid.columns;
  std::vector<double> edges = column_edges(grid.box, common_strips(find_lines(words)));
  for (const double start : inner_starts(grid)) {
    // Words are indented from the edge of their cell.
    constexpr double kIndent = 12;
    const auto edge = std::find_if(edges.begin() + 1, edges.end() - 1,
                                   [&](double x) { return std::abs(x - start) < kIndent; });
    if (edge != edges.end() - 1) {
      *edge = start;
    } else {
      edges.insert(std::upper_bound(edges.begin(), edges.end(), start), start);
    }
  }
  return edges;
}

std::vector<Strip> strips_at(const std::vector<double>& edges) {
  std::vector<Strip> strips;
  for (std::size_t c = 1; c + 1 < edges.size(); ++c) strips.push_back({edges[c], edges[c]});
  return strips;
}

std::vector<Word> words_between(const Grid& grid, const std::vector<Word>& words, double y0, double y1) {
  std::vector<Word> out;
  std::copy_if(words.begin(), words.end(), std::back_inserter(out), [&](const Word& word) {
    const double y = middle(word.box);
    return y > y0 && y < y1 && word.box.x1 > grid.box.x0 && word.box.x0 < grid.box.x1;
  });
  return out;
}

/// What lines above and below a grid are to its columns.
class EndFinder {
 public:
  EndFinder(const Grid& grid, const std::vector<double>& edges)
      : grid_(grid), edges_(edges), strips_(strips_at(edges)) {}

  /// Pieces that the line has in the table's columns; 0 where it does not keep to them.
  std::size_t kept(const TextLine& line) const {
    constexpr double kOver = 1.5;  // points
    if (line.box.x0 < grid_.box.x0 - kOver || line.box.x1 > grid_.box.x1 + kOver) return 0;
    std::vector<Piece> pieces;
    cut(line, edges_, strips_, pieces);
    return pieces.front().across ? 0 : pieces.size();
  }

  /// Whether the line begins where the cells of a column but the first do.
  bool begins_in_column(const TextLine& line) const {
    constexpr double kAligned = 2;  // points
    const std::size_t c = column_at(edges_, line.box.x0);
    return c > 0 && line.box.x0 - edges_[c] < kAligned;
  }

  std::size_t fewest() const { return edges_.size() > 3 ? 3 : 2; }

 private:
  const Grid& grid_;
  const std::vector<double>& edges_;
  std::vector<Strip> strips_;
};

bool is_bold(const TextLine& line) {
  return line.bold;
}

/// Where the rows above the first rule begin; `lines` are all above it.
double top_of_head(const Grid& grid, const EndFinder& ends, const std::vector<TextLine>& lines) {
  constexpr double kFirst = 1, kNext = 0.6;  // of the size: white above the rule, and between lines of a row
  double top = grid.box.y0, above = grid.box.y0;
  const TextLine* head = nullptr;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const bool first = line == lines.rbegin();
    const std::size_t pieces = ends.kept(*line);
    if (pieces == 0 || above - line->box.y1 > (first ? kFirst : kNext) * line->size) break;
    // Above a full line of heads, one cell's wording begins higher than the others'.
    const bool same_cell = head != nullptr && head->bold == line->bold &&
                           std::any_of(head->words.begin(), head->words.end(), [&](const Word& word) {
                             return std::abs(word.box.x0 - line->box.x0) < 1;
                           });
    if (pieces >= ends.fewest() || same_cell) {
      top = line->box.y0 - 1;
      head = &*line;
    }
    above = line->box.y0;
    // Nothing but the rest of a row may stand at the top of a page in one column.
    if (std::next(line) == lines.rend() && std::none_of(lines.begin(), lines.end(), is_bold))
      top = line->box.y0 - 1;
  }
  return top;
}

/// Where the rows below the last rule end: those that begin in most columns, with a row's white before them.
/// The page's last words may be one cell of a row whose others stand on the next page.
double bottom_of_row(const Grid& grid, const EndFinder& ends, const std::vector<TextLine>& lines) {
  constexpr double kFirst = 1, kNext = 0.6;
  double bottom = grid.box.y1;
  bool several = false;
  for (const TextLine& line : lines) {
    const bool first = bottom == grid.box.y1;
    const std::size_t pieces = ends.kept(line);
    const bool row = first || (several && pieces >= ends.fewest());
    if (pieces == 0 || line.box.y0 - bottom > (row ? kFirst : kNext) * line.size) break;
    bottom = line.box.y1 + 1;
    several = several || pieces > 1;
  }
  const bool alone = lines.size() == 1 && bottom > grid.box.y1 && ends.begins_in_column(lines.front());
  return several || alone ? bottom : grid.box.y1;
}

/// Rows that the rules give, one a band; cells by the edges of the columns. Words across an edge make the
/// band's line one that spans the columns.
Table by_bands(const Grid& grid, std::vector<double> edges, std::vector<Word> words) {
  Table table;
  table.edges = std::move(edges);
  table.box = grid.box;
  const std::vector<Strip> strips = strips_at(table.edges);
  std::vector<std::vector<Word>> bands(grid.rows.size() - 1);
  std::vector<bool> merged(bands.size(), false);
  for (Word& word : words) {
    std::size_t band = column_at(grid.rows, middle(word.box));
    const double x = (word.box.x0 + word.box.x1) / 2;
    while (band > 0 && is_merged(grid, band) && x < grid.reach[band]) merged[--band] = true;
    bands[band].push_back(std::move(word));
  }
  for (std::size_t b = 0; b < bands.size(); ++b) {
    const std::vector<TextLine> lines = find_lines(std::move(bands[b]));
    if (lines.empty()) continue;
    std::vector<Piece> pieces = cut_lines(lines, table.edges, strips);
    const bool across =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.across; });
    const OneRow one = across || (!merged[b] && has_several_rows(pieces)) ? OneRow::perhaps : OneRow::rather;
    std::vector<Row> rows =
        find_rows(std::move(pieces), table.edges, {merged[b] && !across ? OneRow::surely : one, {}, false})
            .rows;
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

}  // namespace

Grid with_open_ends(Grid grid, const std::vector<Word>& words) {
  if (grid.upright || grid.striped || grid.columns.size() > 2) return grid;
  std::vector<Word> inside = words_between(grid, words, grid.box.y0, grid.box.y1);
  if (!grid.reach.empty() && lines_cross(grid, find_lines(inside))) grid = without_merged(std::move(grid));
  if (grid.rows.size() < 2) return grid;
  const std::vector<double> edges = edges_of(grid, inside);
  if (edges.size() < 3) return grid;
  const EndFinder ends(grid, edges);
  const double top = top_of_head(grid, ends, find_lines(words_between(grid, words, -1e9, grid.box.y0)));
  const double bottom = bottom_of_row(grid, ends, find_lines(words_between(grid, words, grid.box.y1, 1e9)));
  if (top < grid.box.y0) {
    grid.rows.insert(grid.rows.begin(), top);
    if (!grid.reach.empty()) grid.reach.insert(grid.reach.begin(), grid.box.x0);
    grid.box.y0 = top;
  }
  if (bottom > grid.box.y1) {
    grid.rows.push_back(bottom);
    if (!grid.reach.empty()) grid.reach.push_back(grid.box.x0);
    grid.box.y1 = bottom;
  }
  return grid;
}

std::optional<Table> level_table(const Grid& grid, std::vector<Word> words) {
  std::vector<double> edges = edges_of(grid, words);
  if (edges.size() < 3) return std::nullopt;
  Table table = by_bands(grid, std::move(edges), std::move(words));
  const auto rows = std::count_if(table.rows.begin(), table.rows.end(),
                                  [](const Row& row) { return row.cells.size() > 1; });
  if (rows < 2) return std::nullopt;
  return table;
}

}  // namespace pst::layout
