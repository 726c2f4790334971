#include "layout/row_finder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/flow.hpp"
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

struct Reach {
  double from = 0, to = 0;
};

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
        if (is_broken(column[k - 1], column[k])) continue;
        // Where cells begin at the top of their row, none reaches over the beginning of another.
        const double from = reaches[column[k - 1]].from, to = reaches[column[k]].from;
        const auto next = std::upper_bound(begins.begin(), begins.end(), from + 0.01);
        if (next != begins.end() && *next <= to + 0.01) continue;
        reaches[column[k - 1]].to = reaches[column[k]].to;
      }
    }
    std::vector<Reach> rows = united(reaches);
    if (rules_.one_row) rows = {{rows.front().from, rows.back().to}};
    fill(by_gaps_ && !rules_.one_row ? parted(rows, reaches) : rows);
    return std::move(table_);
  }

 private:
  /// Reaches that overlap, as one.
  static std::vector<Reach> united(std::vector<Reach> reaches) {
    std::sort(reaches.begin(), reaches.end(), [](const Reach& a, const Reach& b) { return a.from < b.from; });
    std::vector<Reach> rows;
    for (const Reach& reach : reaches) {
      if (!rows.empty() && reach.from < rows.back().to) {
        rows.back().to = std::max(rows.back().to, reach.to);
      } else {
        rows.push_back(reach);
      }
    }
    return rows;
  }

  /// A cell of the first column may reach over several rows, which gaps in all the other columns part: it
  /// belongs to the first of them.
  std::vector<Reach> parted(const std::vector<Reach>& rows, const std::vector<Reach>& reaches) {
    std::vector<std::vector<std::size_t>> held(rows.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const auto behind = std::upper_bound(rows.begin(), rows.end(), reaches[i].from,
                                           [](double from, const Reach& row) { return from < row.from; });
      held[static_cast<std::size_t>(behind - rows.begin()) - 1].push_back(i);
    }
    std::vector<Reach> out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::vector<Reach> others;
      for (const std::size_t i : held[r]) {
        if (pieces_[i].column > 0) others.push_back(reaches[i]);
      }
      const std::vector<Reach> parts = united(std::move(others));
      const bool apart = parts.size() > 1 && parts.front().from <= rows[r].from &&
                         std::all_of(parts.begin(), parts.end(), [&](const Reach& part) {
                           return all_columns_begin(held[r], reaches, part.from);
                         });
      if (apart) {
        out.insert(out.end(), parts.begin(), parts.end());
        merge_first_column(held[r], parts);
      } else {
        out.push_back(rows[r]);
      }
    }
    return out;
  }

  /// Whether lines of all columns but the first begin at that height; two columns at least.
  bool all_columns_begin(const std::vector<std::size_t>& held, const std::vector<Reach>& reaches,
                         double from) const {
    const auto count = std::count_if(held.begin(), held.end(), [&](std::size_t i) {
      return pieces_[i].column > 0 && std::abs(reaches[i].from - from) < 0.2 * height(pieces_[i].line.box);
    });
    return count + 1 >= std::max(table_.columns(), 3);
  }

  /// What stands in the first column without a gap belongs to the row in which it begins.
  void merge_first_column(const std::vector<std::size_t>& held, const std::vector<Reach>& parts) {
    const Piece* above = nullptr;
    double stands = 0;
    for (const std::size_t i : held) {
      Piece& piece = pieces_[i];
      if (piece.column > 0 || piece.across) continue;
      if (above == nullptr || !near(above->line, piece.line)) {
        const double at = middle(piece.line.box);
        for (const Reach& part : parts) stands = part.from <= at ? part.from : stands;
      }
      piece.row_at = stands;
      above = &piece;
    }
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
    // Gaps over the whole width, whatever column the lines above and below are in.
    constexpr std::size_t kFewLevels = 3;
    std::size_t loose = 0;
    bool below_head = false;  // the first step is loose
    level_.assign(pieces_.size(), 0);
    filled_.assign(1, 0);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const double size = pieces_[i].line.size;
      const double down = i == 0 ? 0 : middle(pieces_[i].line.box) - middle(pieces_[i - 1].line.box);
      if (down >= 0.3 * size) {
        filled_.push_back(0);
        const bool is_loose = down > kLoose * pitch_ * size;
        loose += is_loose;
        below_head = below_head || (is_loose && filled_.size() == 2);
      }
      level_[i] = filled_.size() - 1;
      filled_.back() += !pieces_[i].across;
    }
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      items_are_rows_ = items_are_rows_ || (filled_[level_[i]] > 1 && begins_with_list_sign(pieces_[i].line));
    const std::size_t levels = filled_.size() - 1;
    by_gaps_ = !steps.empty() && static_cast<double>(loose) >= kLooseShare * static_cast<double>(levels) &&
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
      if (labelled_next_[i]) out.push_back(at - kSameRow * height(line.box));
      const bool gap = i > 0 && at - last > kLoose * pitch_ * line.size;
      if (gap) labelled = false;
      if (gap || pieces_[i].across) run = pieces_[i].across ? i + 1 : i;
      last = at;
      const double top = at - kSameRow * height(line.box);
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
      if (fresh) table_.rows.emplace_back();
      Row& row = table_.rows.back();
      if (fresh) row.box = piece.line.box;
      if (fresh && table_.rows.size() == 1) table_.box = row.box;
      row.box.unite(piece.line.box);
      table_.box.unite(piece.line.box);
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
  bool items_are_rows_ = false;  ///< an item of a list stands beside other cells
  const RowRules& rules_;
};

}  // namespace

Table find_rows(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules) {
  return RowFinder(std::move(pieces), edges, rules).run();
}

}  // namespace pst::layout
