#include "layout/row_finder.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "layout/flow.hpp"
#include "layout/merged_rows.hpp"
#include "layout/row_labels.hpp"
#include "layout/steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kLoose = 1.25;        ///< times the pitch: lines further apart are not of one cell
constexpr double kWidestPitch = 1.55;  ///< sizes: lines of one cell are not further apart
constexpr double kUsualPitch = 1.2;
constexpr double kSameRow = 0.4;     ///< of its height by which a line reaches above and below its middle
constexpr double kLooseShare = 0.2;  ///< of the steps that are loose, for gaps to tell the rows apart

class RowFinder {
 public:
  RowFinder(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules)
      : pieces_(std::move(pieces)), rules_(rules) {
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
      double& right = right_[c + static_cast<std::size_t>(pieces_[i].span) - 1];
      right = std::max(right, pieces_[i].line.box.x1);
    }
    labelled_next_.assign(pieces_.size(), false);
    for (const auto& column : by_column_) {
      LabelSeries labels;
      for (const std::size_t i : column) labelled_next_[i] = labels.goes_on(pieces_[i].line.text);
    }
  }

  Table run() {
    measure();
    std::vector<Reach> rows;
    if (rules_.one_row) {
      rows = united(reaches());
      rows = {{rows.front().from, rows.back().to}};
    } else if (auto merged = with_merged()) {
      rows = std::move(*merged);
    } else {
      rows = united(reaches());
    }
    fill(rows);
    return std::move(table_);
  }

 private:
  /// How far each piece reaches down, with what goes on with it.
  std::vector<Reach> reaches() const {
    std::vector<Reach> out;
    for (const Piece& piece : pieces_) {
      const double half = kSameRow * height(piece.line.box), at = middle(piece.line.box);
      out.push_back({at - half, at + half});
    }
    // A heading across the columns may wrap, too.
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i - 1].across && pieces_[i].across && near(pieces_[i - 1].line, pieces_[i].line))
        out[i - 1].to = out[i].to;
    }
    const std::vector<double> begins = row_begins();
    for (const auto& column : by_column_) {
      for (std::size_t k = 1; k < column.size(); ++k) {
        if (across_between(column[k - 1], column[k]) || !one_cell(column, k)) continue;
        if (is_broken(column[k - 1], column[k])) continue;
        // Where cells begin at the top of their row, none reaches over the beginning of another.
        const double from = out[column[k - 1]].from, to = out[column[k]].from;
        const auto next = std::upper_bound(begins.begin(), begins.end(), from + 0.01);
        if (next != begins.end() && *next <= to + 0.01) continue;
        out[column[k - 1]].to = out[column[k]].to;
      }
    }
    return out;
  }

  /// The rows where the cells of the first columns reach over several of them: it is white between the lines
  /// of the other columns then that tells the rows.
  std::optional<std::vector<Reach>> with_merged() {
    constexpr int kMostMerged = 2;  // columns
    for (int merged = std::min(kMostMerged, table_.columns() - 2); merged > 0; --merged) {
      if (!gaps_tell(merged)) continue;
      const bool before = std::exchange(by_gaps_, true);
      merged_ = merged;
      const std::vector<Reach> all = reaches();
      std::vector<std::size_t> makers;
      std::vector<Reach> parts;
      for (std::size_t i = 0; i < pieces_.size(); ++i) {
        if (pieces_[i].column + pieces_[i].span <= merged) continue;
        makers.push_back(i);
        parts.push_back(all[i]);
      }
      parts = united(std::move(parts));
      if (parts.size() > united(all).size() && are_rows(makers, all, parts, merged) &&
          (place_merged(parts, all, merged, Stands::top) || place_merged(parts, all, merged, Stands::middle)))
        return parts;
      by_gaps_ = before;
      merged_ = 0;
    }
    return std::nullopt;
  }

  /// Whether these are rows, no paragraphs of one: the first column that makes them has words in hardly less
  /// than all of them, most have words in another one, and none holds two lines that are whole rows.
  bool are_rows(const std::vector<std::size_t>& makers, const std::vector<Reach>& reaches,
                const std::vector<Reach>& rows, int merged) const {
    std::size_t with_first = 0, with_more = 0, across = 0;
    auto maker = makers.begin();
    for (const Reach& row : rows) {
      bool first = false, more = false, heading = false;
      const std::size_t top = maker == makers.end() ? 0 : *maker;
      for (; maker != makers.end() && reaches[*maker].from < row.to; ++maker) {
        const Piece& piece = pieces_[*maker];
        if (level_[*maker] > level_[top] && both_whole(top, *maker)) return false;
        heading = heading || piece.across;
        (piece.column <= merged ? first : more) = true;
      }
      across += heading;
      with_first += !heading && first;
      with_more += !heading && more;
    }
    const std::size_t count = rows.size() - across;
    return 10 * with_first >= 9 * count && 3 * with_more >= 2 * count;
  }

  /// Gives the lines of the first columns to the rows that their cells begin with; false where that is not
  /// plain.
  bool place_merged(const std::vector<Reach>& rows, const std::vector<Reach>& reaches, int merged,
                    Stands stands) {
    std::vector<std::size_t> row_of(pieces_.size(), rows.size());
    std::vector<bool> begins(rows.size(), true);  // cells of the column on the right
    for (int c = merged - 1; c >= 0; --c) {
      const std::vector<std::size_t>& column = by_column_[static_cast<std::size_t>(c)];
      for (std::size_t k = 0; k < column.size();) {
        // Headings across the columns part the table.
        std::size_t end = k + 1;
        while (end < column.size() && !across_between(column[end - 1], column[end])) ++end;
        if (!place_section(rows, reaches, begins, std::span(column).subspan(k, end - k), stands, row_of))
          return false;
        k = end;
      }
      begins.assign(rows.size(), false);
      for (const std::size_t i : column) begins[row_of[i]] = true;
    }
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (row_of[i] < rows.size()) pieces_[i].row_at = (rows[row_of[i]].from + rows[row_of[i]].to) / 2;
    }
    return true;
  }

  /// The same for lines of a column with no heading across the columns between them.
  bool place_section(const std::vector<Reach>& rows, const std::vector<Reach>& reaches,
                     const std::vector<bool>& begins, std::span<const std::size_t> lines, Stands stands,
                     std::vector<std::size_t>& row_of) const {
    double top = -1e9, bottom = 1e9;
    for (std::size_t i = 0; i < pieces_.size() && bottom == 1e9; ++i) {
      if (pieces_[i].across) (i < lines.front() ? top : bottom) = middle(pieces_[i].line.box);
    }
    std::size_t first = 0, end = rows.size();
    while (first < end && rows[first].from <= top) ++first;
    while (end > first && rows[end - 1].to >= bottom) --end;
    std::vector<Reach> cells;
    std::vector<std::size_t> cell_of;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      const Reach& reach = reaches[lines[k]];
      if (k == 0 || !near(pieces_[lines[k - 1]].line, pieces_[lines[k]].line)) cells.push_back(reach);
      cells.back().to = std::max(cells.back().to, reach.to);
      cell_of.push_back(cells.size() - 1);
    }
    const auto found = first_rows(
        {rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(end)},
        {begins.begin() + static_cast<std::ptrdiff_t>(first),
         begins.begin() + static_cast<std::ptrdiff_t>(end)},
        cells, height(pieces_[lines.front()].line.box), stands);
    if (!found) return false;
    for (std::size_t k = 0; k < lines.size(); ++k) row_of[lines[k]] = first + (*found)[cell_of[k]];
    return true;
  }

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
    if (!steps.empty()) {
      pitch_ = least_common(steps);
      if (pitch_ > kWidestPitch) pitch_ = kUsualPitch;  // every cell is one line: these are rows
      learn_limit();
    }
    level_.assign(pieces_.size(), 0);
    filled_.assign(1, 0);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const double down = i == 0 ? 0 : middle(pieces_[i].line.box) - middle(pieces_[i - 1].line.box);
      if (down >= 0.3 * pieces_[i].line.size) filled_.push_back(0);
      level_[i] = filled_.size() - 1;
      filled_.back() += !pieces_[i].across;
    }
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      items_are_rows_ = items_are_rows_ || (filled_[level_[i]] > 1 && begins_with_list_sign(pieces_[i].line));
    by_gaps_ = gaps_tell(0);
  }

  /// Whether gaps over the whole width, but for the first `merged` columns, are wider than between the lines
  /// of a cell often enough to tell the rows apart.
  bool gaps_tell(int merged) const {
    constexpr std::size_t kFewLevels = 3;
    std::size_t loose = 0, levels = 0;
    bool below_head = false;  // the first step is loose
    const TextLine* above = nullptr;
    for (const Piece& piece : pieces_) {
      if (piece.column + piece.span <= merged) continue;
      const double size = piece.line.size;
      const double down = above == nullptr ? 0 : middle(piece.line.box) - middle(above->box);
      above = &piece.line;
      if (down < 0.3 * size) continue;
      ++levels;
      const bool is_loose = down > kLoose * pitch_ * size;
      loose += is_loose;
      below_head = below_head || (is_loose && levels == 1);
    }
    return pitch_ > 0 && static_cast<double>(loose) >= kLooseShare * static_cast<double>(levels) &&
           !(loose == 1 && below_head && levels >= kFewLevels);
  }

  /// In a dense table the steps to a next row are hardly larger than those within a cell: what surely goes on
  /// and what surely does not tells where the limit lies.
  void learn_limit() {
    std::vector<double> within, between;
    for (const auto& column : by_column_) {
      for (std::size_t k = 1; k < column.size(); ++k) {
        const TextLine& above = pieces_[column[k - 1]].line;
        const TextLine& line = pieces_[column[k]].line;
        const double relative = step(column, k) / std::max(line.size, above.size);
        if (relative > kLoose * pitch_) continue;
        const bool full = is_full(above, line, right_of(pieces_[column[k - 1]], pieces_[column[k]]));
        if (full && text::starts_lower(line.text)) within.push_back(relative);
        if (!full && !text::starts_lower(line.text) && !begins_with_list_sign(line))
          between.push_back(relative);
      }
    }
    if (within.size() < 2 || between.size() < 2) return;
    std::sort(within.begin(), within.end());
    std::sort(between.begin(), between.end());
    const double most = within[within.size() * 9 / 10], least = between[between.size() / 10];
    if (least > 1.03 * most) limit_ = (most + least) / 2;
  }

  /// Where rows without a gap before them begin: below a head, and at a label in the first column beside
  /// other words, where the lines above it without a gap have one too.
  std::vector<double> labelled_rows() const {
    std::vector<double> out;
    double last = 0;
    bool labelled = false;
    std::size_t run = 0;  // where the lines without a gap begin
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const TextLine& line = pieces_[i].line;
      const double at = middle(line.box);
      const bool gap = i > 0 && at - last > kLoose * pitch_ * line.size;
      if (gap) labelled = false;
      if (gap || pieces_[i].across) run = pieces_[i].across ? i + 1 : i;
      last = at;
      const double top = at - kSameRow * height(line.box);
      if (labelled_next_[i] && pieces_[i].column >= merged_ && stands_at_top(run, i)) out.push_back(top);
      if (i > run && level_[i - 1] < level_[i] && ends_head(run, i)) {
        out.push_back(top);
        run = i;
      }
      if (pieces_[i].across || pieces_[i].column > 0 || filled_[level_[i]] < 2 || !is_short_figure(line.text))
        continue;
      if (labelled) out.push_back(top);
      labelled = true;
    }
    return out;
  }

  /// Whether the column of the `i`th piece has words on the first level of the lines from `first` on, which
  /// stand without a gap: cells in the middle of their rows have none there.
  bool stands_at_top(std::size_t first, std::size_t i) const {
    for (std::size_t k = first; k <= i && level_[k] == level_[first]; ++k) {
      if (pieces_[k].column == pieces_[i].column) return true;
    }
    return false;
  }

  /// Whether the pieces from `first` on are heads of all of three columns or more, and the level of the
  /// `row`th one is a row of what they head: none of its cells goes on in lower case, and it has the first
  /// figure of its column. A head above figures of all columns may have figures, such as years.
  bool ends_head(std::size_t first, std::size_t row) const {
    const auto columns = static_cast<std::size_t>(table_.columns());
    std::vector<bool> headed(columns), figured(columns);
    for (std::size_t i = first; i < row; ++i) {
      const auto c = static_cast<std::size_t>(pieces_[i].column);
      headed[c] = true;
      figured[c] = figured[c] || is_short_figure(pieces_[i].line.text);
    }
    if (columns < 3 || std::count(headed.begin(), headed.end(), true) < table_.columns()) return false;
    const bool head_figures = std::count(figured.begin(), figured.end(), true) > 0;
    std::size_t filled = 0, figures = 0;
    bool labelled = false;
    for (std::size_t i = row; i < pieces_.size() && level_[i] == level_[row]; ++i) {
      if (pieces_[i].across || text::starts_lower(pieces_[i].line.text)) return false;
      const bool figure = is_short_figure(pieces_[i].line.text);
      ++filled;
      figures += figure;
      labelled = labelled || (figure && pieces_[i].column == 0);
    }
    if (labelled) return !figured.front() && filled >= 3;
    const bool top = first == 0 || pieces_[first - 1].across;
    return top && filled == columns && figures > 0 && !head_figures;
  }

  /// Where rows begin in a dense table whose cells stand at the top of their rows: where a line of some
  /// column does not go on with a line above it. None where the gaps tell, or where cells are centred.
  std::vector<double> row_begins() const {
    if (by_gaps_) return labelled_rows();
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

  bool is_broken(std::size_t above, std::size_t below) const {
    const auto next =
        std::lower_bound(rules_.breaks.begin(), rules_.breaks.end(), middle(pieces_[above].line.box));
    return next != rules_.breaks.end() && *next <= middle(pieces_[below].line.box);
  }

  /// Where the words of the wider of two pieces of one column end at most.
  double right_of(const Piece& above, const Piece& line) const {
    const auto last = static_cast<std::size_t>(line.column + std::max(above.span, line.span) - 1);
    return std::max({right_[last], above.line.box.x1, line.line.box.x1});
  }

  /// Whether the k-th line of a column goes on with the cell of the line above it.
  bool one_cell(const std::vector<std::size_t>& column, std::size_t k) const {
    const TextLine& above = pieces_[column[k - 1]].line;
    const TextLine& line = pieces_[column[k]].line;
    if (!near(above, line) || labelled_next_[column[k]]) return false;
    if (by_gaps_ || (!items_are_rows_ && begins_with_list_sign(line))) return true;
    if (both_whole(column[k - 1], column[k])) return false;
    return is_full(above, line, right_of(pieces_[column[k - 1]], pieces_[column[k]])) ||
           text::starts_lower(line.text);
  }

  /// Whether both lines stand in rows that fill all of three columns or more, the lower one with a figure
  /// among its cells and none that goes on in lower case: cells seldom wrap all at once.
  bool both_whole(std::size_t above, std::size_t below) const {
    const auto columns = std::max<std::size_t>(static_cast<std::size_t>(table_.columns()), 3);
    if (filled_[level_[above]] < columns || filled_[level_[below]] < columns) return false;
    bool figure = false;
    for (std::size_t i = first_of_level(below); i < pieces_.size() && level_[i] == level_[below]; ++i) {
      const TextLine& line = pieces_[i].line;
      std::size_t a = first_of_level(above);
      while (level_[a] == level_[above] && pieces_[a].column != pieces_[i].column) ++a;
      const bool beneath = level_[a] == level_[above];
      if (text::starts_lower(line.text) &&
          (!beneath || is_full(pieces_[a].line, line, right_of(pieces_[a], pieces_[i]))))
        return false;
      figure = figure || is_short_figure(line.text);
    }
    return figure;
  }

  std::size_t first_of_level(std::size_t i) const {
    while (i > 0 && level_[i - 1] == level_[i]) --i;
    return i;
  }

  void fill(const std::vector<Reach>& rows) {
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.height() < b.height(); });
    std::size_t r = 0;
    bool fresh = true;
    for (Piece& piece : pieces_) {
      const double at = piece.height();
      while (r + 1 < rows.size() && at >= rows[r + 1].from) {
        ++r;
        fresh = true;
      }
      if (fresh) {
        table_.rows.push_back(
            {{table_.edges.front(), rows[r].from, table_.edges.back(), rows[r].to}, -1, {}});
      }
      if (fresh && table_.rows.size() == 1) table_.box = piece.line.box;
      table_.box.unite(piece.line.box);
      Row& row = table_.rows.back();
      fresh = false;
      add(row, std::move(piece));
    }
    for (Row& row : table_.rows) {
      std::stable_sort(row.cells.begin(), row.cells.end(),
                       [](const Cell& a, const Cell& b) { return a.column < b.column; });
    }
  }

  void add(Row& row, Piece piece) {
    for (Cell& cell : row.cells) {
      const bool heading = cell.span == table_.columns();
      if (cell.column == piece.column && heading == piece.across) {
        cell.span = std::max(cell.span, piece.span);
        cell.lines.push_back(std::move(piece.line));
        return;
      }
    }
    const auto first = static_cast<std::size_t>(piece.column),
               last = first + static_cast<std::size_t>(piece.span) - 1;
    Cell& cell = row.cells.emplace_back();
    cell.column = piece.column;
    cell.span = piece.span;
    cell.left = table_.edges[first];
    cell.right = piece.across ? table_.edges.back() : std::max(right_[last], piece.line.box.x1);
    cell.lines.push_back(std::move(piece.line));
  }

  std::vector<Piece> pieces_;
  Table table_;
  std::vector<std::vector<std::size_t>> by_column_;
  std::vector<double> right_;
  std::vector<std::size_t> level_;   ///< of each piece: those of one height have one
  std::vector<std::size_t> filled_;  ///< pieces of each level
  std::vector<bool> labelled_next_;  ///< pieces whose number comes after the one above in their column
  double pitch_ = 0;                 ///< of the lines of a cell, in sizes
  double limit_ = 0;                 ///< largest step within a cell where that could be told, in sizes
  bool by_gaps_ = false;
  int merged_ = 0;               ///< first columns whose cells may reach over several rows
  bool items_are_rows_ = false;  ///< an item of a list stands beside other cells
  const RowRules& rules_;
};

}  // namespace

Table find_rows(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules) {
  return RowFinder(std::move(pieces), edges, rules).run();
}

}  // namespace pst::layout
