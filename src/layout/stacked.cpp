#include "layout/stacked.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/flow.hpp"
#include "layout/row_pieces.hpp"

namespace pst::layout {
namespace {

constexpr double kNear = 3;         ///< points: edges no further apart are one
constexpr double kFarApart = 3.5;   ///< times the size: rows of one table are not further apart
constexpr double kGoesOn = 1.6;     ///< times the size: from line to line of one cell
constexpr double kPadding = 0.75;   ///< times the size: from the edge of a cell to its words
constexpr double kEvenWhite = 1.1;  ///< times the white between other rows

/// What a line is to the columns of a table.
enum class Kept : std::uint8_t { row, cell, not_kept };

/// Rows beside a merged cell begin at its right.
bool agree(const Grid& a, const Grid& b) {
  if (std::abs(a.box.x1 - b.box.x1) > kNear) return false;
  const bool a_first = a.columns.size() < b.columns.size();
  const std::vector<double>& fewer = a_first ? a.columns : b.columns;
  const std::vector<double>& more = a_first ? b.columns : a.columns;
  return std::all_of(fewer.begin(), fewer.end(), [&](double x) {
    return std::any_of(more.begin(), more.end(), [&](double y) { return std::abs(x - y) <= kNear; });
  });
}

int nearest(const std::vector<double>& edges, double x) {
  const auto at = std::min_element(edges.begin(), edges.end(),
                                   [&](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
  return static_cast<int>(at - edges.begin());
}

class Stacker {
 public:
  explicit Stacker(const std::vector<Word>& words) : words_(words) {}

  std::vector<Grid> run(std::vector<Grid> grids) {
    for (Grid& grid : grids) {
      if (stack_ && take_merged_shade(grid)) continue;
      if (stack_ && !agree(*stack_, grid)) finish(grid.box.y0);
      if (stack_ && !add(grid)) finish(grid.box.y0);
      if (!stack_) begin(std::move(grid));
    }
    if (stack_) finish(1e9);
    return std::move(out_);
  }

 private:
  void begin(Grid grid) {
    stack_ = std::move(grid);
    parts_ = {*stack_};
  }

  /// The shade of a merged cell beside white rows below the stack, if `grid` is that; it draws no row.
  bool take_merged_shade(const Grid& grid) {
    const std::vector<double>& edges = stack_->columns;
    const bool below = std::abs(grid.box.y0 - stack_->box.y1) <= kNear && grid.rows.size() == 2;
    if (!below || edges.size() < 4 || std::abs(grid.box.x0 - edges.front()) > kNear) return false;
    const int columns = nearest(edges, grid.box.x1);
    if (columns < 1 || columns > static_cast<int>(edges.size()) - 3) return false;
    if (std::abs(grid.box.x1 - edges[static_cast<std::size_t>(columns)]) > kNear) return false;
    stack_->merged = std::max(stack_->merged, columns);
    return true;
  }

  /// The lines between two heights, as far as they stand over the table's width.
  std::vector<TextLine> lines_between(const Grid& grid, double y0, double y1) const {
    std::vector<Word> inside;
    for (const Word& word : words_) {
      const double y = middle(word.box);
      if (y > y0 && y < y1 && word.box.x1 > grid.box.x0 && word.box.x0 < grid.box.x1) inside.push_back(word);
    }
    return find_lines(std::move(inside));
  }

  static std::vector<Piece> pieces_of(const TextLine& line, const std::vector<double>& edges) {
    std::vector<Strip> strips;
    for (std::size_t c = 1; c + 1 < edges.size(); ++c) strips.push_back({edges[c], edges[c]});
    std::vector<Piece> pieces;
    cut(line, edges, strips, pieces);
    return pieces;
  }

  static Kept kept(const TextLine& line, const Grid& grid) {
    const std::vector<Piece> pieces = pieces_of(line, grid.columns);
    const bool inside = line.box.x0 > grid.box.x0 - kNear && line.box.x1 < grid.box.x1 + kNear;
    if (!inside || pieces.front().across) return Kept::not_kept;
    return pieces.size() > 1 ? Kept::row : Kept::cell;
  }

  /// Whether the line's pieces begin where cells of their columns do, behind the padding.
  static bool begins_cells(const TextLine& line, const Grid& grid) {
    const std::vector<Piece> pieces = pieces_of(line, grid.columns);
    return std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
      const double left = grid.columns[static_cast<std::size_t>(piece.column)];
      return piece.line.box.x0 - left <= 1.5 * kPadding * line.size;
    });
  }

  static bool near(double above, const TextLine& line, double limit) {
    return line.box.y0 - above <= limit * line.size;
  }

  /// Whether the lines between two parts are rows of the table that both belong to. Where no line has words
  /// in several columns, it may be a row with one cell or a heading, which leave as little room as cells do.
  static bool are_rows(const std::vector<TextLine>& lines, const Grid& grid, double top, double bottom) {
    const double above = lines.front().box.y0 - top;
    std::size_t rows = 0, others = 0;
    Kept what = Kept::not_kept;
    for (const TextLine& line : lines) {
      if (!near(top, line, kFarApart)) return false;
      top = line.box.y1;
      what = kept(line, grid);
      rows += what == Kept::row;
      others += what == Kept::not_kept;
    }
    // What stands off the part below it is the heading of another table.
    const double size = lines.back().size, below = bottom - top;
    if (rows == 0) return std::max(above, below) <= kPadding * size;
    return others <= rows && below <= (what == Kept::not_kept ? kPadding : kFarApart) * size;
  }

  bool add(const Grid& next) {
    const Grid& wider = next.columns.size() > stack_->columns.size() ? next : *stack_;
    if (wider.columns.size() < 3) return false;
    const double top = stack_->box.y1, bottom = next.box.y0;
    if (bottom < top - kNear) return false;
    const std::vector<TextLine> lines = lines_between(wider, top, bottom);
    if (lines.empty() ? bottom - top > kNear : !are_rows(lines, wider, top, bottom)) return false;
    parts_.push_back(next);
    stack_->columns = wider.columns;
    stack_->box.unite(next.box);
    return true;
  }

  /// Whether two lines are of one cell, whose width the upper one fills.
  static bool wraps_in_cell(const TextLine& line, const TextLine& next, const Grid& grid) {
    if (kept(line, grid) != Kept::cell || kept(next, grid) != Kept::cell) return false;
    const std::size_t c = column_at(grid.columns, line.box.x0);
    if (c != column_at(grid.columns, next.box.x0) || !near(line.box.y1, next, kGoesOn - 1)) return false;
    const double padding = std::clamp(line.box.x0 - grid.columns[c], 0.0, kPadding * line.size);
    return is_full(line, next, grid.columns[c + 1] - padding);
  }

  /// Whether a line begins a row with a single cell: it wraps within its column, or stands below rows in
  /// their type, no further than `white` off them.
  static bool is_lone_cell(const std::vector<TextLine>& lines, std::size_t i, double above, double white,
                           const Grid& grid) {
    const TextLine& line = lines[i];
    const bool alike = i > 0 && lines[i - 1].bold == line.bold && lines[i - 1].size == line.size;
    if (kept(line, grid) == Kept::cell && alike && line.box.y0 - above <= white) return true;
    return near(above, line, 2 * kPadding) && i + 1 < lines.size() && wraps_in_cell(line, lines[i + 1], grid);
  }

  /// How far below `top` rows go on, at most to `limit`; `top` for none.
  double rows_below(const Grid& grid, double top, double limit) const {
    const std::vector<TextLine> lines = lines_between(grid, top, limit);
    // Below a table that is ruled as a whole other things stand side by side, too: signatures.
    const bool whole = parts_.size() == 1 && grid.rows.size() > 3 && grid.upright;
    double reached = top, end = top, white = 0;  // above a row, at most
    std::size_t rows = 0, others = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const TextLine& line = lines[i];
      if (!near(reached, line, kFarApart)) break;
      const Kept what = kept(line, grid);
      if (whole && what == Kept::row && !begins_cells(line, grid)) break;
      const bool goes_on = what == Kept::cell && near(end, line, kGoesOn - 1) && rows > 0;
      const bool row = what == Kept::row ||
                       (!goes_on && is_lone_cell(lines, i, end, rows > 1 ? kEvenWhite * white : 0, grid));
      if (what == Kept::row && rows > 0) white = std::max(white, line.box.y0 - end);
      if (row || goes_on) end = line.box.y1;
      rows += row;
      others += what == Kept::not_kept;
      if (others > rows) break;
      reached = line.box.y1;
    }
    return enough(rows, grid) ? end + 1 : top;
  }

  double rows_above(const Grid& grid, double bottom, double limit) const {
    std::vector<TextLine> lines = lines_between(grid, limit, bottom);
    double end = bottom;
    std::size_t rows = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      const Kept what = kept(*line, grid);
      if (what == Kept::not_kept || end - line->box.y1 > kFarApart * line->size) break;
      if (what == Kept::cell && end - line->box.y1 > (kGoesOn - 1) * line->size) break;
      end = line->box.y0;
      rows += what == Kept::row;
    }
    return enough(rows, grid) ? end - 1 : bottom;
  }

  /// Two columns agree with words by chance more often than three.
  static bool enough(std::size_t rows, const Grid& grid) {
    return rows >= (grid.columns.size() > 3 ? 1U : 2U);
  }

  void finish(double limit) {
    Grid grid = std::move(*stack_);
    stack_.reset();
    const bool drawn =
        std::any_of(parts_.begin(), parts_.end(), [](const Grid& part) { return part.upright; });
    if (grid.columns.size() < 3 || !drawn) {
      for (Grid& part : parts_) {
        if (part.rows.size() > 2 || part.cells.size() > 1) keep(std::move(part));
      }
      return;
    }
    const double top = rows_above(grid, grid.box.y0, out_.empty() ? -1e9 : out_.back().box.y1);
    const double bottom = rows_below(grid, grid.box.y1, limit);
    if (parts_.size() == 1 && top >= grid.box.y0 && bottom <= grid.box.y1) {
      keep(std::move(grid));
      return;
    }
    keep(put_together(std::move(grid), top, bottom));
  }

  void keep(Grid grid) { out_.push_back(std::move(grid)); }

  Grid put_together(Grid grid, double top, double bottom) {
    for (const Grid& part : parts_) {
      if (part.columns.size() > 2) grid.merged = std::max(grid.merged, nearest(grid.columns, part.box.x0));
    }
    grid.merged = std::min(grid.merged, static_cast<int>(grid.columns.size()) - 3);
    grid.rows.clear();
    grid.cells.clear();
    grid.bands.clear();
    const auto open = [&](double from) {
      grid.rows.push_back(from);
      grid.bands.push_back(Band::words);
    };
    if (top < grid.box.y0) open(top);
    double below = grid.box.y0;
    for (const Grid& part : parts_) {
      if (part.box.y0 - below > kNear) open(below);
      const auto first = static_cast<int>(grid.rows.size());
      for (std::size_t r = 0; r + 1 < part.rows.size(); ++r) {
        grid.rows.push_back(part.rows[r]);
        const bool cells = part.upright || part.rows.size() == 2;
        grid.bands.push_back(cells ? Band::cells : Band::words);
      }
      for (GridCell cell : part.cells) {
        cell.row += first;
        cell.column = nearest(grid.columns, cell.box.x0);
        cell.column_span = std::max(1, nearest(grid.columns, cell.box.x1) - cell.column);
        grid.cells.push_back(cell);
      }
      below = part.box.y1;
    }
    if (bottom > below + kNear) {
      open(below);
      below = bottom;
    }
    grid.rows.push_back(below);
    grid.box.y0 = grid.rows.front();
    grid.box.y1 = grid.rows.back();
    grid.upright = true;
    return grid;
  }

  const std::vector<Word>& words_;
  std::optional<Grid> stack_;
  std::vector<Grid> parts_;  ///< of the stack, from top to bottom
  std::vector<Grid> out_;
};

}  // namespace

std::vector<Grid> join_stacked(std::vector<Grid> grids, const std::vector<Word>& words) {
  return Stacker(words).run(std::move(grids));
}

}  // namespace pst::layout
