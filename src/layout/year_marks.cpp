#include "layout/year_marks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "layout/row_pieces.hpp"

namespace pst::layout {
namespace {

constexpr double kNear = 3;  ///< points: edges no further apart are one
constexpr std::size_t kFewestYears = 2;
constexpr std::size_t kMostBoxes = 4000;  ///< filled ones of a page; a drawing has more

/// The columns below the years of a head.
struct Years {
  std::vector<double> edges;  ///< of the table's columns, as found
  std::vector<double> marks;  ///< left edges of the years, and the right one of the last
};

int year_of(const Word& word) {
  constexpr int kFirst = 1990, kLast = 2100;
  if (word.text.size() != 4 || word.text.find_first_not_of("0123456789") != std::string::npos) return 0;
  const int year = std::atoi(word.text.c_str());
  return year >= kFirst && year <= kLast ? year : 0;
}

/// The years that a row says one after the other, each with the cell that it stands in; none where others
/// stand between them.
std::vector<std::pair<const Word*, const Cell*>> years_of(const Row& row) {
  std::vector<std::pair<const Word*, const Cell*>> out;
  for (const Cell& cell : row.cells) {
    for (const TextLine& line : cell.lines) {
      for (const Word& word : line.words) {
        if (year_of(word) > 0) out.emplace_back(&word, &cell);
      }
    }
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return a.first->box.x0 < b.first->box.x0; });
  for (std::size_t y = 1; y < out.size(); ++y) {
    const Word &before = *out[y - 1].first, &word = *out[y].first;
    const bool next = year_of(word) == year_of(before) + 1;
    if (!next || shared_height(before.box, word.box) <= 0 || word.box.x0 < before.box.x1 + word.size)
      return {};
  }
  return out.size() >= kFewestYears ? out : std::vector<std::pair<const Word*, const Cell*>>();
}

/// Where an edge of the table is near, that.
double at_edge(const std::vector<double>& edges, double x) {
  const auto edge = std::min_element(edges.begin(), edges.end(),
                                     [&](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
  constexpr double kSlack = 2 * kNear;  // a year is not quite in the middle
  return std::abs(*edge - x) <= kSlack ? *edge : x;
}

/// The columns below the years of a row: those of their cells, or halfway between years of one cell.
std::optional<Years> head_of(const Table& table, const Row& row) {
  const auto years = years_of(row);
  if (years.empty()) return std::nullopt;
  Years out{table.edges, {}};
  std::set<const Cell*> cells;
  for (const auto& [word, cell] : years) cells.insert(cell);
  if (cells.size() == years.size()) {
    const auto edge = [&](const Cell* cell, int span) {
      return table.edges[static_cast<std::size_t>(cell->column + span)];
    };
    for (const auto& [word, cell] : years) out.marks.push_back(edge(cell, 0));
    out.marks.push_back(edge(years.back().second, years.back().second->span));
    return out;
  }
  const auto center = [&](std::size_t y) { return (years[y].first->box.x0 + years[y].first->box.x1) / 2; };
  const std::size_t last = years.size() - 1;
  const double half = (center(last) - center(0)) / static_cast<double>(2 * last);
  for (std::size_t y = 0; y <= last; ++y) out.marks.push_back(at_edge(table.edges, center(y) - half));
  out.marks.push_back(at_edge(table.edges, center(last) + half));
  return out;
}

class YearMarker {
 public:
  YearMarker(Table& table, const std::vector<Box>& fills, std::optional<Years>& known)
      : table_(table), known_(known) {
    std::copy_if(fills.begin(), fills.end(), std::back_inserter(fills_), [&](const Box& fill) {
      const double y = middle(fill);
      return y > table.box.y0 - kNear && y < table.box.y1 + height(fill) && fill.x1 > table.edges.front() &&
             fill.x0 < table.edges.back();
    });
  }

  void run() {
    constexpr std::size_t kMostHeadRows = 4;
    std::optional<Years> years;
    std::size_t first = 0;
    for (std::size_t r = 0; r < table_.rows.size() && r < kMostHeadRows && !years; ++r) {
      years = head_of(table_, table_.rows[r]);
      if (years) first = r + 1;
    }
    if (!years && known_ && same_edges(known_->edges, table_.edges)) years = known_;
    known_ = years;
    if (!years || fills_.empty() || fills_.size() > kMostBoxes) return;
    years_ = &*years;
    std::vector<std::vector<std::optional<Box>>> marks(table_.rows.size());
    for (std::size_t r = first; r < table_.rows.size(); ++r) marks[r] = marks_of(r);
    if (!tell_rows_apart(marks, first)) return;
    if (!has_columns()) part_years(first);
    for (std::size_t r = first; r < table_.rows.size(); ++r) {
      for (std::size_t y = 0; y < marks[r].size(); ++y) {
        if (marks[r][y]) add_mark(table_.rows[r], y, *marks[r][y]);
      }
    }
  }

 private:
  std::size_t years() const { return years_->marks.size() - 1; }

  /// Whether the box stands in the row, and in no other.
  bool is_in(const Box& fill, std::size_t r) const {
    const auto at = [&](std::size_t row) { return table_.rows[row].box.y0; };
    const double y = middle(fill);
    if (y < at(r) || (r + 1 < table_.rows.size() && y >= at(r + 1))) return false;
    const auto first_line = [&](std::size_t row) {
      double top = table_.box.y1;
      for (const Cell& cell : table_.rows[row].cells) top = std::min(top, middle(cell.lines.front().box));
      return top;
    };
    return (r == 0 || fill.y0 > first_line(r - 1)) &&
           (r + 1 >= table_.rows.size() || fill.y1 < at(r + 1) + kNear || fill.y1 < first_line(r + 1));
  }

  /// The filled boxes of a row by the years that they stand below; none where the whole row is shaded.
  std::vector<std::optional<Box>> marks_of(std::size_t r) const {
    constexpr double kLeast = 0.06, kShaded = 0.5;  // of the width
    std::vector<std::optional<Box>> out(years());
    const double left = years_->marks.front(), right = years_->marks.back();
    double beside = 0;
    for (const Box& fill : fills_) {
      if (!is_in(fill, r)) continue;
      if (fill.x0 < left - kNear) {
        beside += std::min(fill.x1, left) - std::max(fill.x0, table_.edges.front());
        continue;
      }
      if (fill.x1 > right + kNear) continue;
      for (std::size_t y = 0; y < years(); ++y) {
        const double from = years_->marks[y], to = years_->marks[y + 1];
        const double over = std::min(fill.x1, to) - std::max(fill.x0, from);
        if (over < std::max(kNear, kLeast * (to - from)) || holds_words(table_.rows[r], from, to)) continue;
        const Box here{std::max(fill.x0, from), fill.y0, std::min(fill.x1, to), fill.y1};
        if (out[y])
          out[y]->unite(here);
        else
          out[y] = here;
      }
    }
    const bool all = std::all_of(out.begin(), out.end(), [](const auto& mark) { return mark.has_value(); });
    const bool shaded = all && beside > kShaded * (left - table_.edges.front());
    return shaded ? std::vector<std::optional<Box>>(years()) : out;
  }

  static bool holds_words(const Row& row, double from, double to) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      return std::any_of(cell.lines.begin(), cell.lines.end(), [&](const TextLine& line) {
        return std::any_of(line.words.begin(), line.words.end(),
                           [&](const Word& word) { return word.box.x1 > from + 1 && word.box.x0 < to - 1; });
      });
    });
  }

  /// Whether there are marks, and they are not the same few in all of several rows: shaded columns.
  bool tell_rows_apart(const std::vector<std::vector<std::optional<Box>>>& marks, std::size_t first) const {
    constexpr std::size_t kSeveral = 4;
    std::set<std::vector<bool>> kinds;
    bool any = false;
    for (std::size_t r = first; r < marks.size(); ++r) {
      std::vector<bool> kind;
      for (const auto& mark : marks[r]) kind.push_back(mark.has_value());
      any = any || std::count(kind.begin(), kind.end(), true) > 0;
      kinds.insert(std::move(kind));
    }
    if (!any) return false;
    const std::vector<bool>& one = *kinds.begin();
    const bool some = std::count(one.begin(), one.end(), false) > 0;
    return kinds.size() > 1 || !some || marks.size() - first < kSeveral;
  }

  /// Whether each year has a column of the table to itself.
  bool has_columns() const {
    std::size_t inner = 0;
    for (const double edge : table_.edges)
      inner += edge > years_->marks.front() - 1 && edge < years_->marks.back() + 1;
    return inner == years_->marks.size() &&
           std::all_of(years_->marks.begin(), years_->marks.end(), [&](double mark) {
             return std::any_of(table_.edges.begin(), table_.edges.end(),
                                [&](double edge) { return std::abs(edge - mark) < 1; });
           });
  }

  /// Makes one column of each year: of its parts, or of what the head did not part.
  void part_years(std::size_t first) {
    std::vector<double> edges;
    for (const double edge : table_.edges) {
      if (edge < years_->marks.front() - kNear) edges.push_back(edge);
    }
    edges.insert(edges.end(), years_->marks.begin(), years_->marks.end());
    for (const double edge : table_.edges) {
      if (edge > years_->marks.back() + kNear) edges.push_back(edge);
    }
    table_.edges = std::move(edges);
    for (Row& row : table_.rows) {
      const bool head = &row - table_.rows.data() < static_cast<std::ptrdiff_t>(first);
      std::vector<Cell> cells;
      for (Cell& cell : row.cells) {
        const double x = cell.lines.front().box.x0 + 1;
        if (head && years_of(row).empty() && cell.lines.front().box.x0 < years_->marks.front() &&
            cell.lines.front().box.x1 > years_->marks.front()) {
          // A title across the table.
          cell.column = 0;
          cell.span = table_.columns();
          cells.push_back(std::move(cell));
        } else if (!head && x < years_->marks.front()) {
          put(cells, std::move(cell), x);
        } else {
          cut_cell(cells, cell);
        }
      }
      std::stable_sort(cells.begin(), cells.end(),
                       [](const Cell& a, const Cell& b) { return a.column < b.column; });
      row.cells = std::move(cells);
    }
    join_head(first);
  }

  /// The cell in the columns as they are now, with those words.
  void put(std::vector<Cell>& cells, Cell cell, double x) const {
    const std::size_t c = column_at(table_.edges, x);
    cell.column = static_cast<int>(c);
    cell.span = static_cast<int>(column_at(table_.edges, std::max(cell.right, x) - 1) - c) + 1;
    cells.push_back(std::move(cell));
  }

  void cut_cell(std::vector<Cell>& cells, const Cell& from) const {
    std::vector<std::vector<Word>> words(static_cast<std::size_t>(table_.columns()));
    for (const TextLine& line : from.lines) {
      for (const Word& word : line.words)
        words[column_at(table_.edges, (word.box.x0 + word.box.x1) / 2)].push_back(word);
    }
    for (std::size_t c = 0; c < words.size(); ++c) {
      if (words[c].empty()) continue;
      add_words(cells, c, std::move(words[c]));
    }
  }

  /// Adds words to the cell of a column.
  void add_words(std::vector<Cell>& cells, std::size_t c, std::vector<Word> words) const {
    const auto mine = std::find_if(cells.begin(), cells.end(),
                                   [&](const Cell& cell) { return cell.column == static_cast<int>(c); });
    if (mine != cells.end()) {
      for (const TextLine& line : mine->lines)
        words.insert(words.end(), line.words.begin(), line.words.end());
    }
    Cell& cell = mine == cells.end() ? cells.emplace_back() : *mine;
    cell.column = static_cast<int>(c);
    cell.left = table_.edges[c];
    cell.right = table_.edges[c + 1];
    cell.lines = find_lines(std::move(words));
  }

  /// The row below the years that says their parts is of the head.
  void join_head(std::size_t first) {
    if (first == 0 || first >= table_.rows.size()) return;
    Row& parts = table_.rows[first];
    const int year = static_cast<int>(column_at(table_.edges, years_->marks.front() + 1));
    const bool below = std::all_of(parts.cells.begin(), parts.cells.end(), [&](const Cell& cell) {
      return cell.column >= year && cell.column < year + static_cast<int>(years());
    });
    if (!below || parts.cells.size() < years()) return;
    Row& head = table_.rows[first - 1];
    for (Cell& cell : parts.cells) {
      std::vector<Word> words;
      for (TextLine& line : cell.lines)
        std::move(line.words.begin(), line.words.end(), std::back_inserter(words));
      add_words(head.cells, static_cast<std::size_t>(cell.column), std::move(words));
    }
    parts.cells.clear();
  }

  /// A sign in the cell below the year, level with the row's first line.
  void add_mark(Row& row, std::size_t year, const Box& mark) const {
    if (row.cells.empty()) return;
    const TextLine* level = nullptr;
    for (const Cell& cell : row.cells) {
      const TextLine& line = cell.lines.front();
      const double y = middle(line.box);
      const bool beside = y > row.box.y0 && y < std::max(mark.y1, row.box.y1);
      if (beside && (level == nullptr || y < middle(level->box))) level = &line;
    }
    Word sign;
    sign.text = "■";
    sign.size = level != nullptr ? level->size : std::min(height(mark), 10.0);
    sign.box = mark;
    if (level != nullptr) {
      sign.box.y0 = level->box.y0;
      sign.box.y1 = level->box.y1;
      sign.element = level->words.front().element;
      sign.shown = level->words.front().shown;
    }
    Cell cell;
    const std::size_t c = column_at(table_.edges, (years_->marks[year] + years_->marks[year + 1]) / 2);
    cell.column = static_cast<int>(c);
    cell.left = table_.edges[c];
    cell.right = table_.edges[c + 1];
    cell.lines = find_lines({std::move(sign)});
    const auto behind = std::find_if(row.cells.begin(), row.cells.end(),
                                     [&](const Cell& other) { return other.column > cell.column; });
    if (!cell.lines.empty()) row.cells.insert(behind, std::move(cell));
  }

  Table& table_;
  std::optional<Years>& known_;
  std::vector<Box> fills_;
  const Years* years_ = nullptr;
};

}  // namespace

void mark_years(std::vector<PageRegions>& pages, const std::vector<std::vector<Box>>& fills) {
  std::optional<Years> known;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (Region& region : pages[p].regions) {
      if (!region.table) continue;
      YearMarker(*region.table, fills[p], known).run();
      std::erase_if(region.table->rows, [](const Row& row) { return row.cells.empty(); });
    }
  }
}

}  // namespace pst::layout
