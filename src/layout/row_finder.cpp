#include "layout/row_finder.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "layout/flow.hpp"
#include "layout/measured_pieces.hpp"
#include "layout/merged_rows.hpp"
#include "layout/paired_columns.hpp"
#include "layout/row_labels.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

class RowFinder : private MeasuredPieces {
 public:
  RowFinder(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules)
      : MeasuredPieces(std::move(pieces), edges.size() - 1), by_gaps_(gaps_tell(0)), rules_(rules) {
    table_.edges = edges;
  }

  Table run() {
    if (auto pairs = paired_rows(pieces_, table_.edges)) {
      table_.rows = std::move(*pairs);
      table_.box = table_.rows.front().box;
      for (const Row& row : table_.rows) table_.box.unite(row.box);
      return std::move(table_);
    }
    std::vector<Reach> rows = rules_.rows;
    if (!rows.empty()) {
      place_in_known_rows();
    } else if (rules_.one_row && !all_levels_apart()) {
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
  void place_in_known_rows() {
    by_gaps_ = true;
    merged_ = rules_.merged;
    const std::vector<Reach> all = reaches();
    // A cell in the middle of its rows may happen to begin near the top of one.
    for (const Stands stands : {Stands::exactly_top, Stands::exactly_middle, Stands::top, Stands::middle}) {
      const auto places = place_merged(rules_.rows, all, merged_, stands);
      if (!places) continue;
      take_places(rules_.rows, *places);
      return;
    }
  }

  /// How far each piece reaches down, with what goes on with it.
  std::vector<Reach> reaches() const {
    std::vector<Reach> out;
    for (const Piece& piece : pieces_) out.push_back(reach_of(piece.line.box));
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
      const std::vector<Reach> rows = rows_of(makers, all, parts, merged);
      const bool more = rows.size() > united(all).size(), joined = rows.size() < parts.size();
      if (rows.size() > 1) {
        auto places = place_merged(rows, all, merged, Stands::top);
        // Cells in the middle may happen to begin near the top of a row.
        if (places && !place_merged(rows, all, merged, Stands::exactly_top)) {
          if (auto middle = place_merged(rows, all, merged, Stands::exactly_middle)) {
            take_places(rows, *middle);
            return rows;
          }
        }
        // Cells at the top of their rows tell nothing of a dense table, nor of paragraphs.
        const bool plain = (places && (!more || joined)) ||
                           (before && !more && !joined && place_merged(rows, all, merged, Stands::alone));
        if (plain) places.reset();
        if (!places && !plain)
          places = place_merged(rows, all, merged, more && !joined ? Stands::middle : Stands::exactly_middle);
        if (places) {
          take_places(rows, *places);
          return rows;
        }
      }
      by_gaps_ = before;
      merged_ = 0;
    }
    return std::nullopt;
  }

  /// The rows that the parts of the columns behind the first ones are. The first of those columns has words
  /// in hardly less than all of them, none holds two lines that are whole rows. Where most have words in
  /// another column, too, each is a row; where few have, what stands by itself is a paragraph of the row
  /// above it, unless that is a head in bold. Nothing where it is neither.
  std::vector<Reach> rows_of(const std::vector<std::size_t>& makers, const std::vector<Reach>& reaches,
                             const std::vector<Reach>& parts, int merged) const {
    std::size_t with_first = 0, with_more = 0, across = 0;
    auto maker = makers.begin();
    std::vector<Reach> joined;
    bool below_heading = true, below_bold = false;
    for (const Reach& part : parts) {
      bool first = false, more = false, heading = false, bold = true;
      const std::size_t top = maker == makers.end() ? 0 : *maker;
      for (; maker != makers.end() && reaches[*maker].from < part.to; ++maker) {
        const Piece& piece = pieces_[*maker];
        if (level_[*maker] > level_[top] && both_whole(top, *maker)) return {};
        heading = heading || piece.across;
        bold = bold && piece.line.bold;
        (piece.column <= merged ? first : more) = true;
      }
      across += heading;
      with_first += !heading && first;
      with_more += !heading && more;
      const bool begins = heading || more || below_heading || (below_bold && !bold);
      below_heading = heading;
      below_bold = bold;
      if (begins) {
        joined.push_back(part);
      } else {
        joined.back().to = part.to;
      }
    }
    const std::size_t count = parts.size() - across;
    if (10 * with_first < 9 * count) return {};
    if (3 * with_more >= 2 * count) return parts;
    return 2 * with_more <= count ? joined : std::vector<Reach>{};
  }

  /// The rows that the cells of the first columns begin with, for each piece of theirs; nothing where that is
  /// not plain.
  std::optional<std::vector<std::size_t>> place_merged(const std::vector<Reach>& rows,
                                                       const std::vector<Reach>& reaches, int merged,
                                                       Stands stands) const {
    std::vector<std::size_t> row_of(pieces_.size(), rows.size());
    std::vector<bool> begins(rows.size(), true);  // cells of the column on the right
    for (int c = merged - 1; c >= 0; --c) {
      const std::vector<std::size_t>& column = by_column_[static_cast<std::size_t>(c)];
      for (std::size_t k = 0; k < column.size();) {
        // Headings across the columns part the table.
        std::size_t end = k + 1;
        while (end < column.size() && !across_between(column[end - 1], column[end])) ++end;
        if (!place_section(rows, reaches, begins, std::span(column).subspan(k, end - k), stands, row_of))
          return std::nullopt;
        k = end;
      }
      begins.assign(rows.size(), false);
      for (const std::size_t i : column) begins[row_of[i]] = true;
    }
    return row_of;
  }

  void take_places(const std::vector<Reach>& rows, const std::vector<std::size_t>& row_of) {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (row_of[i] < rows.size()) pieces_[i].row_at = (rows[row_of[i]].from + rows[row_of[i]].to) / 2;
    }
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
        cells, height(pieces_[lines.front()].line.box), stands, {top < 0 && rules_.goes_on, bottom == 1e9});
    if (!found) return false;
    for (std::size_t k = 0; k < lines.size(); ++k) row_of[lines[k]] = first + (*found)[cell_of[k]];
    return true;
  }

  /// Where rows without a gap before them begin: below a head, at a label in the first column beside other
  /// words, where the lines above it without a gap have one too, and where no cell wraps.
  std::vector<double> labelled_rows() const {
    std::vector<double> out;
    double last = 0;
    bool labelled = false;
    std::size_t run = 0;  // where the lines without a gap begin
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const TextLine& line = pieces_[i].line;
      const double at = middle(line.box);
      const bool gap = i > 0 && is_loose(at - last, line.size);
      if (gap) labelled = false;
      if (gap || pieces_[i].across) run = pieces_[i].across ? i + 1 : i;
      last = at;
      const double top = reach_of(line.box).from;
      if (labelled_next_[i] && pieces_[i].column >= merged_ && stands_at_top(run, i)) out.push_back(top);
      const bool lower = i > run && level_[i - 1] < level_[i];
      if (lower && ends_head(run, i)) {
        out.push_back(top);
        run = i;
      } else if (lower && levels_apart(i - 1, i)) {
        out.push_back(top);
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
        tops.push_back(reach_of(pieces_[column[k]].line.box).from);
        (is_level(column[k]) ? level : lone) += 1;
      }
    }
    if (4 * lone > level + lone) return {};  // between the lines of their neighbours: centred
    std::sort(tops.begin(), tops.end());
    return tops;
  }

  bool is_broken(std::size_t above, std::size_t below) const {
    const auto next =
        std::lower_bound(rules_.breaks.begin(), rules_.breaks.end(), middle(pieces_[above].line.box));
    return next != rules_.breaks.end() && *next <= middle(pieces_[below].line.box);
  }

  /// Whether the k-th line of a column goes on with the cell of the line above it.
  bool one_cell(const std::vector<std::size_t>& column, std::size_t k) const {
    const TextLine& above = pieces_[column[k - 1]].line;
    const TextLine& line = pieces_[column[k]].line;
    if (!near(above, line) || labelled_next_[column[k]]) return false;
    if (by_gaps_ || (!items_are_rows_ && begins_with_list_sign(line))) return true;
    if (both_whole(column[k - 1], column[k]) || levels_apart(column[k - 1], column[k])) return false;
    return is_full(above, line, right_of(pieces_[column[k - 1]], pieces_[column[k]])) ||
           text::starts_lower(line.text);
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

  Table table_;
  bool by_gaps_;    ///< rows are told by the white between them
  int merged_ = 0;  ///< first columns whose cells may reach over several rows
  const RowRules& rules_;
};

}  // namespace

Reach reach_of(const Box& line) {
  constexpr double kOfHeight = 0.4;  // above and below its middle
  return {middle(line) - kOfHeight * height(line), middle(line) + kOfHeight * height(line)};
}

Table find_rows(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules) {
  return RowFinder(std::move(pieces), edges, rules).run();
}

}  // namespace pst::layout
