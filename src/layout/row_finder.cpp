#include "layout/row_finder.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "layout/measured_pieces.hpp"
#include "layout/paired_columns.hpp"
#include "layout/row_search.hpp"

namespace pst::layout {
namespace {

constexpr double kMergedColumn = 1;  ///< what it costs that cells of a column reach over several rows…
constexpr double kUnsure = 0.5;      ///< rows that others come so near are in doubt…
constexpr double kOdd = 5;           ///< …and those that cost so much
constexpr double kFresh = 1;         ///< lines that go on so little begin a merged cell

class RowFinder {
 public:
  RowFinder(std::vector<Piece> pieces, const std::vector<double>& edges, const RowRules& rules)
      : pieces_(std::move(pieces), edges.size() - 1), rules_(rules) {
    table_.edges = edges;
  }

  Table run() {
    if (auto pairs = paired_rows(pieces_.pieces(), table_.edges)) {
      table_.rows = std::move(*pairs);
      table_.box = table_.rows.front().box;
      for (const Row& row : table_.rows) table_.box.unite(row.box);
      return std::move(table_);
    }
    if (rules_.one == OneRow::surely) {
      take_one();
    } else if (rules_.rows.empty()) {
      take_cheapest();
    } else {
      take_known();
    }
    fill();
    return std::move(table_);
  }

 private:
  const Piece& piece(std::size_t i) const { return pieces_.pieces()[i]; }

  /// All pieces as one row.
  void take_one() {
    FoundRow& row = rows_.emplace_back();
    row.pieces.resize(pieces_.pieces().size());
    std::iota(row.pieces.begin(), row.pieces.end(), std::size_t{0});
  }

  void take_known() {
    rows_.assign(rules_.rows.size(), {});
    for (std::size_t i = 0, r = 0; i < pieces_.pieces().size(); ++i) {
      while (r + 1 < rows_.size() && middle(piece(i).line.box) >= rules_.rows[r + 1].from) ++r;
      rows_[r].pieces.push_back(i);
    }
    merged_ = rules_.merged;
    for (const Stands stands : {Stands::exactly_top, Stands::exactly_middle, Stands::top, Stands::middle}) {
      const auto row_of = rows_of_merged(reaches_of(rows_), merged_, stands);
      if (!row_of) continue;
      for (FoundRow& row : rows_)
        std::erase_if(row.pieces, [&](std::size_t i) { return (*row_of)[i] < rows_.size(); });
      add_merged(rows_, *row_of);
      return;
    }
  }

  /// The rows that cost least, with the cells of the first columns each in a row of its own, or reaching over
  /// several.
  void take_cheapest() {
    constexpr int kMostMerged = 2;  // columns
    double least = 1e9;
    const int most = rules_.one == OneRow::rather ? 0 : std::min(kMostMerged, table_.columns() - 2);
    for (int merged = 0; merged <= most; ++merged) {
      FoundRows found =
          search_rows(pieces_, {rules_.one == OneRow::rather, rules_.breaks, rules_.goes_on, merged});
      found.cost += kMergedColumn * merged;
      if (merged > 0 && (found.rows.size() < 2 || found.cost >= least || !place_merged(found, merged)))
        continue;
      if (found.cost >= least) continue;
      least = found.cost;
      merged_ = merged;
      rows_ = std::move(found.rows);
    }
  }

  /// Adds the cells of the first columns, each to the row that it begins with; false where their places do
  /// not tell it.
  bool place_merged(FoundRows& found, int merged) const {
    // A cell in the middle of its rows may happen to begin near the top of one.
    constexpr std::pair<Stands, double> kCosts[] = {{Stands::exactly_top, 0},
                                                    {Stands::alone, 0.5},
                                                    {Stands::exactly_middle, 0.5},
                                                    {Stands::top, 1},
                                                    {Stands::middle, 2}};
    const std::vector<Reach> reaches = reaches_of(found.rows);
    for (const auto& kind : kCosts) {
      const auto row_of = rows_of_merged(reaches, merged, kind.first);
      if (!row_of) continue;
      add_merged(found.rows, *row_of);
      found.cost += kind.second;
      return true;
    }
    return false;
  }

  static void add_merged(std::vector<FoundRow>& rows, const std::vector<std::size_t>& row_of) {
    for (std::size_t i = 0; i < row_of.size(); ++i) {
      if (row_of[i] < rows.size()) rows[row_of[i]].pieces.push_back(i);
    }
  }

  /// From where to where the pieces of rows reach, but for those of merged cells.
  std::vector<Reach> reaches_of(const std::vector<FoundRow>& rows) const {
    std::vector<Reach> out;
    for (const FoundRow& row : rows) out.push_back(reach_of_row(row));
    return out;
  }

  Reach reach_of_row(const FoundRow& row) const {
    Reach out{1e9, -1e9};
    for (const std::size_t i : row.pieces) {
      if (!piece(i).across && piece(i).column + piece(i).span <= merged_) continue;
      const Reach reach = reach_of(piece(i).line.box);
      out = {std::min(out.from, reach.from), std::max(out.to, reach.to)};
    }
    return out;
  }

  /// The rows that the cells of the first columns begin with, for each piece of theirs.
  std::optional<std::vector<std::size_t>> rows_of_merged(const std::vector<Reach>& rows, int merged,
                                                         Stands stands) const {
    std::vector<std::size_t> row_of(pieces_.pieces().size(), rows.size());
    std::vector<bool> begins(rows.size(), true);  // cells of the column on the right
    for (int c = merged - 1; c >= 0; --c) {
      std::vector<std::size_t> column;
      for (const std::size_t i : pieces_.column(static_cast<std::size_t>(c))) {
        if (piece(i).column + piece(i).span <= merged) column.push_back(i);
      }
      for (std::size_t k = 0; k < column.size();) {
        // Headings across the columns part the table.
        std::size_t end = k + 1;
        while (end < column.size() && pieces_.above(column[end]) != MeasuredPieces::kNone) ++end;
        if (!place_section(rows, begins, std::span(column).subspan(k, end - k), stands, row_of))
          return std::nullopt;
        k = end;
      }
      begins.assign(rows.size(), false);
      for (const std::size_t i : column) begins[row_of[i]] = true;
    }
    return row_of;
  }

  /// The same for lines of a column with no heading across the columns between them.
  bool place_section(const std::vector<Reach>& rows, const std::vector<bool>& begins,
                     std::span<const std::size_t> lines, Stands stands,
                     std::vector<std::size_t>& row_of) const {
    double top = -1e9, bottom = 1e9;
    for (std::size_t i = 0; i < pieces_.pieces().size() && bottom == 1e9; ++i) {
      if (piece(i).across) (i < lines.front() ? top : bottom) = middle(piece(i).line.box);
    }
    std::size_t first = 0, end = rows.size();
    while (first < end && rows[first].from <= top) ++first;
    while (end > first && rows[end - 1].to >= bottom) --end;
    std::vector<Reach> cells;
    std::vector<std::size_t> cell_of;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      const Reach reach = reach_of(piece(lines[k]).line.box);
      const bool fresh = k == 0 || !pieces_.near(piece(lines[k - 1]).line, piece(lines[k]).line) ||
                         pieces_.goes_on(lines[k]) <= -kFresh;
      if (fresh) cells.push_back(reach);
      cells.back().to = std::max(cells.back().to, reach.to);
      cell_of.push_back(cells.size() - 1);
    }
    const auto found = first_rows(
        {rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(end)},
        {begins.begin() + static_cast<std::ptrdiff_t>(first),
         begins.begin() + static_cast<std::ptrdiff_t>(end)},
        cells, height(piece(lines.front()).line.box), stands, {top < 0 && rules_.goes_on, bottom == 1e9});
    if (!found) return false;
    for (std::size_t k = 0; k < lines.size(); ++k) row_of[lines[k]] = first + (*found)[cell_of[k]];
    return true;
  }

  void fill() {
    for (const FoundRow& found : rows_) {
      if (found.pieces.empty()) continue;
      const Reach reach = reach_of_row(found);
      Row& row = table_.rows.emplace_back();
      row.unsure = found.margin < kUnsure || found.cost > kOdd;
      row.box = {table_.edges.front(), reach.from, table_.edges.back(), reach.to};
      for (const std::size_t i : found.pieces) {
        if (table_.rows.size() == 1 && i == found.pieces.front()) table_.box = piece(i).line.box;
        table_.box.unite(piece(i).line.box);
        add(row, piece(i));
      }
      std::stable_sort(row.cells.begin(), row.cells.end(),
                       [](const Cell& a, const Cell& b) { return a.column < b.column; });
    }
  }

  void add(Row& row, const Piece& piece) {
    for (Cell& cell : row.cells) {
      const bool heading = cell.span == table_.columns();
      if (cell.column == piece.column && heading == piece.across) {
        cell.span = std::max(cell.span, piece.span);
        cell.lines.push_back(piece.line);
        return;
      }
    }
    const auto first = static_cast<std::size_t>(piece.column),
               last = first + static_cast<std::size_t>(piece.span) - 1;
    Cell& cell = row.cells.emplace_back();
    cell.column = piece.column;
    cell.span = piece.span;
    cell.left = table_.edges[first];
    cell.right = piece.across ? table_.edges.back() : std::max(pieces_.right(last), piece.line.box.x1);
    cell.lines.push_back(piece.line);
  }

  Table table_;
  MeasuredPieces pieces_;
  std::vector<FoundRow> rows_;
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
