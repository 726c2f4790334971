#include "layout/tagged_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace pst::layout {
namespace {

constexpr double kOver = 2.5;             ///< points by which a cell may reach into the next one
constexpr std::size_t kStray = 20;        ///< one cell, or word, in so many may be out of its place
constexpr std::size_t kMostTables = 200;  ///< of a page

struct PlacedCell {
  TaggedCell tag;
  std::vector<Word> words;
  Box box;
};

/// The words of one tagged table on one page.
struct TaggedTable {
  std::vector<PlacedCell> cells;  ///< by row, then column
  Box box;
  std::size_t words = 0;
};

/// For each column edge between the first and the last: how far the cells before it reach, and where those
/// behind it begin.
struct Edge {
  double before = -std::numeric_limits<double>::infinity();
  double behind = std::numeric_limits<double>::infinity();
};

std::vector<Edge> edges_of(const TaggedTable& table, int columns) {
  std::vector<Edge> edges(static_cast<std::size_t>(columns) + 1);
  for (const PlacedCell& cell : table.cells) {
    const auto from = static_cast<std::size_t>(cell.tag.column);
    const std::size_t to = from + static_cast<std::size_t>(cell.tag.column_span);
    edges[from].behind = std::min(edges[from].behind, cell.box.x0);
    edges[to].before = std::max(edges[to].before, cell.box.x1);
  }
  for (std::size_t e = 1; e < edges.size(); ++e)
    edges[e].before = std::max(edges[e].before, edges[e - 1].before);
  for (std::size_t e = edges.size() - 1; e-- > 0;)
    edges[e].behind = std::min(edges[e].behind, edges[e + 1].behind);
  return edges;
}

/// The edges between the columns as the rows show them that are whole; none without such a row.
std::vector<double> bounds_of_rows(const Tags& tags, const TaggedTable& table, int columns) {
  std::vector<double> bounds;
  TaggedTable whole;
  for (const PlacedCell& cell : table.cells) {
    if (tags.is_whole(cell.tag.parent)) whole.cells.push_back({cell.tag, {}, cell.box});
  }
  if (whole.cells.empty()) return bounds;
  const std::vector<Edge> edges = edges_of(whole, columns);
  for (int c = 1; c < columns; ++c) {
    const Edge& edge = edges[static_cast<std::size_t>(c)];
    const double at = std::isfinite(edge.before) && std::isfinite(edge.behind)
                          ? (edge.before + edge.behind) / 2
                      : std::isfinite(edge.behind) ? edge.behind
                                                   : edge.before;
    bounds.push_back(std::max(at, bounds.empty() ? at : bounds.back()));
  }
  return bounds;
}

/// The edges between the columns as they are drawn around the table; none where it is not.
std::vector<double> bounds_of_grid(const std::vector<Grid>& grids, const Box& table, int columns) {
  const auto around = std::find_if(grids.begin(), grids.end(), [&](const Grid& grid) {
    return grid.upright && grid.columns.size() == static_cast<std::size_t>(columns) + 1 &&
           grid.box.x0 < table.x0 + kOver && grid.box.x1 > table.x1 - kOver &&
           grid.box.y0 < table.y0 + kOver && grid.box.y1 > table.y1 - kOver;
  });
  if (around == grids.end()) return {};
  return {around->columns.begin() + 1, around->columns.end() - 1};
}

/// Tools leave empty cells out of the tree, so that the cells behind them count too few columns: in rows that
/// are not whole each cell belongs to the column that it stands in.
void settle_columns(const Tags& tags, const std::vector<Grid>& grids, TaggedTable& table, int columns) {
  std::vector<double> bounds = bounds_of_rows(tags, table, columns);
  if (bounds.empty()) bounds = bounds_of_grid(grids, table.box, columns);
  if (bounds.empty()) return;
  for (PlacedCell& cell : table.cells) {
    if (tags.is_whole(cell.tag.parent)) continue;
    const double at = cell.tag.column_span > 1 ? cell.box.x0 : (cell.box.x0 + cell.box.x1) / 2;
    const auto next = std::upper_bound(bounds.begin(), bounds.end(), at);
    cell.tag.column = std::min(static_cast<int>(next - bounds.begin()), columns - cell.tag.column_span);
  }
}

bool few(std::size_t strays, std::size_t all) {
  return kStray * strays <= all;
}

/// Whether the columns stand beside one another, left to right. Two of them at least must hold words, or the
/// page says nothing of them.
bool columns_in_order(const TaggedTable& table, int columns) {
  std::vector<double> lefts(static_cast<std::size_t>(columns) + 1, std::numeric_limits<double>::infinity());
  for (const PlacedCell& cell : table.cells) {
    double& left = lefts[static_cast<std::size_t>(cell.tag.column)];
    left = std::min(left, cell.box.x0);
  }
  for (std::size_t c = lefts.size() - 1; c-- > 0;) lefts[c] = std::min(lefts[c], lefts[c + 1]);
  std::size_t strays = 0;
  for (const PlacedCell& cell : table.cells) {
    const auto next = static_cast<std::size_t>(cell.tag.column + cell.tag.column_span);
    strays += cell.box.x1 > lefts[next] + kOver;
  }
  return few(strays, table.cells.size());
}

/// Whether the rows stand below one another, and merged cells beside the rows that they span.
bool rows_in_order(const TaggedTable& table) {
  std::map<int, Box> rows;
  for (const PlacedCell& cell : table.cells) {
    if (cell.tag.row_span > 1) continue;
    const auto [row, first] = rows.try_emplace(cell.tag.row, cell.box);
    if (!first) row->second.unite(cell.box);
  }
  std::size_t strays = 0;
  double bottom = -std::numeric_limits<double>::infinity();
  for (const auto& [index, box] : rows) {
    strays += box.y0 < bottom - kOver;
    bottom = std::max(bottom, box.y1);
  }
  for (const PlacedCell& cell : table.cells) {
    if (cell.tag.row_span == 1) continue;
    const auto behind = rows.lower_bound(cell.tag.row + cell.tag.row_span);
    const auto before = rows.lower_bound(cell.tag.row);
    const double y = middle(cell.box);
    const bool low = behind != rows.end() && y > behind->second.y0 + kOver;
    const bool high = before != rows.begin() && y < std::prev(before)->second.y1 - kOver;
    strays += low || high;
  }
  return few(strays, rows.size() + 1);
}

bool holds(const Box& box, const Word& word) {
  const double x = (word.box.x0 + word.box.x1) / 2, y = middle(word.box);
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

Table build(TaggedTable& from, std::int32_t element, int columns) {
  Table table;
  table.element = element;
  table.box = from.box;
  const std::vector<Edge> edges = edges_of(from, columns);
  table.edges.push_back(from.box.x0);
  for (std::size_t e = 1; e + 1 < edges.size(); ++e) {
    const double before = std::max(edges[e].before, from.box.x0);
    const double behind = std::min(edges[e].behind, from.box.x1);
    table.edges.push_back(std::max(table.edges.back(), (before + behind) / 2));
  }
  table.edges.push_back(from.box.x1);
  int row = -1;
  for (PlacedCell& placed : from.cells) {
    if (table.rows.empty() || placed.tag.row != row) {
      Row& next = table.rows.emplace_back();
      next.box = placed.box;
      next.element = placed.tag.parent;
      row = placed.tag.row;
    }
    Cell cell;
    cell.column = placed.tag.column;
    cell.span = placed.tag.column_span;
    cell.left = placed.box.x0;
    cell.right = edges[static_cast<std::size_t>(cell.column + cell.span)].before;
    cell.lines = find_lines(std::move(placed.words));
    if (cell.lines.empty()) continue;
    table.rows.back().box.unite(placed.box);
    table.rows.back().cells.push_back(std::move(cell));
  }
  std::erase_if(table.rows, [](const Row& r) { return r.cells.empty(); });
  return table;
}

}  // namespace

std::vector<Table> take_tagged_tables(const Tags& tags, const std::vector<Grid>& grids,
                                      std::vector<Word>& words) {
  std::vector<Table> out;
  if (tags.cells().empty()) return out;
  std::map<std::int32_t, std::map<std::int32_t, PlacedCell>> found;  // by table, then cell
  for (const Word& word : words) {
    const std::int32_t index = tags.of(word.element).cell;
    if (index < 0) continue;
    const TaggedCell& tag = tags.cells()[static_cast<std::size_t>(index)];
    const auto [cell, first] = found[tag.table].try_emplace(index, PlacedCell{tag, {}, word.box});
    if (!first) cell->second.box.unite(word.box);
    cell->second.words.push_back(word);
  }
  if (found.size() > kMostTables) return out;
  for (auto& [element, cells] : found) {
    TaggedTable table;
    for (auto& [index, cell] : cells) {
      table.words += cell.words.size();
      if (table.cells.empty()) table.box = cell.box;
      table.box.unite(cell.box);
      table.cells.push_back(std::move(cell));
    }
    const int columns = tags.columns(element);
    if (columns < 2) continue;
    settle_columns(tags, grids, table, columns);
    if (!columns_in_order(table, columns) || !rows_in_order(table)) continue;
    std::size_t strangers = 0;
    for (const Word& word : words) {
      const std::int32_t index = tags.of(word.element).cell;
      const bool mine = index >= 0 && tags.cells()[static_cast<std::size_t>(index)].table == element;
      strangers += !mine && holds(table.box, word);
    }
    if (!few(strangers, table.words)) continue;
    Table built = build(table, element, columns);
    if (!built.rows.empty()) out.push_back(std::move(built));
  }
  std::erase_if(words, [&](const Word& word) {
    const std::int32_t index = tags.of(word.element).cell;
    if (index < 0) return false;
    const std::int32_t table = tags.cells()[static_cast<std::size_t>(index)].table;
    return std::any_of(out.begin(), out.end(), [&](const Table& t) { return t.element == table; });
  });
  return out;
}

}  // namespace pst::layout
