#include "layout/grid.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace pst::layout {
namespace {

constexpr double kThin = 3;                ///< points: a box no thicker is a rule
constexpr double kShort = 4;               ///< a rule no longer is a speck or part of a glyph
constexpr double kNear = 3;                ///< points: rules nearer than this touch, or are one
constexpr double kInLine = 1.5;            ///< points: pieces of one rule lie on one line
constexpr double kWholePage = 0.8;         ///< a fill that covers so much of the page is its background
constexpr double kTallestStripe = 80;      ///< points: a shaded row
constexpr std::size_t kMostShades = 1000;  ///< that are looked at together
constexpr std::size_t kMostCells = 100'000;
constexpr double kUpright = 0.4;          ///< share of the inner edges with a rule for cells to be trusted
constexpr std::size_t kFewestLevels = 3;  ///< level rules that make a table without upright ones

/// A level rule at `at` from `from` to `to`; an upright one with x and y exchanged.
struct Rule {
  double at = 0, from = 0, to = 0;
};

struct Rules {
  std::vector<Rule> level, upright;
};

void add_edges(const Box& box, Rules& rules) {
  rules.level.push_back({box.y0, box.x0, box.x1});
  rules.level.push_back({box.y1, box.x0, box.x1});
  rules.upright.push_back({box.x0, box.y0, box.y1});
  rules.upright.push_back({box.x1, box.y0, box.y1});
}

void add(const Box& box, const source::Page& page, bool fill, Rules& rules) {
  const double w = width(box), h = height(box);
  if (!std::isfinite(w) || !std::isfinite(h)) return;
  if (w <= kThin && h <= kThin) return;
  if (h <= kThin) {
    if (w > kShort) rules.level.push_back({middle(box), box.x0, box.x1});
  } else if (w <= kThin) {
    if (h > kShort) rules.upright.push_back({(box.x0 + box.x1) / 2, box.y0, box.y1});
  } else {
    const bool background = w * h > kWholePage * page.width * page.height;
    if (!background && (!fill || (w > 2 * kShort && h > 2 * kShort))) add_edges(box, rules);
  }
}

/// Pieces of one line, drawn cell by cell, become one rule.
void merge(std::vector<Rule>& rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> merged;
  for (std::size_t i = 0; i < rules.size();) {
    std::size_t end = i + 1;
    while (end < rules.size() && rules[end].at - rules[i].at <= kInLine) ++end;
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(i),
              rules.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Rule& a, const Rule& b) { return a.from < b.from; });
    const std::size_t first = merged.size();
    for (; i < end; ++i) {
      if (merged.size() > first && rules[i].from <= merged.back().to + kNear) {
        merged.back().to = std::max(merged.back().to, rules[i].to);
      } else {
        merged.push_back(rules[i]);
      }
    }
  }
  rules = std::move(merged);
}

/// Values with near ones as one.
std::vector<double> distinct(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  for (const double v : values) {
    if (out.empty() || v - out.back() > kNear) out.push_back(v);
  }
  return out;
}

std::size_t nearest(const std::vector<double>& edges, double at) {
  const auto next = std::lower_bound(edges.begin(), edges.end(), at);
  if (next == edges.begin()) return 0;
  if (next == edges.end()) return edges.size() - 1;
  const auto i = static_cast<std::size_t>(next - edges.begin());
  return at - edges[i - 1] < edges[i] - at ? i - 1 : i;
}

class Components {
 public:
  explicit Components(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// The cells of the table whose rules these are.
class Cells {
 public:
  Cells(const Rules& rules, Grid& grid)
      : grid_(grid),
        rows_(grid.rows.size() - 1),
        columns_(grid.columns.size() - 1),
        level_((rows_ + 1) * columns_, false),
        upright_(rows_ * (columns_ + 1), false) {
    for (const Rule& rule : rules.level) paint_level(rule);
    for (const Rule& rule : rules.upright) paint_upright(rule);
  }

  void find() {
    grid_.upright = inner_share() >= kUpright;
    Components parts(rows_ * columns_);
    for (std::size_t r = 0; r < rows_; ++r) {
      for (std::size_t c = 0; c < columns_; ++c) {
        if (c + 1 < columns_ && !upright_[r * (columns_ + 1) + c + 1]) parts.join(id(r, c), id(r, c + 1));
        if (r + 1 < rows_ && !level_[(r + 1) * columns_ + c]) parts.join(id(r, c), id(r + 1, c));
      }
    }
    struct Extent {
      std::size_t r0 = SIZE_MAX, c0 = SIZE_MAX, r1 = 0, c1 = 0, count = 0;
    };
    std::vector<Extent> extents(rows_ * columns_);
    for (std::size_t r = 0; r < rows_; ++r) {
      for (std::size_t c = 0; c < columns_; ++c) {
        Extent& e = extents[parts.of(id(r, c))];
        e = {std::min(e.r0, r), std::min(e.c0, c), std::max(e.r1, r), std::max(e.c1, c), e.count + 1};
      }
    }
    for (std::size_t r = 0; r < rows_; ++r) {
      for (std::size_t c = 0; c < columns_; ++c) {
        const Extent& e = extents[parts.of(id(r, c))];
        const bool rectangle = e.count == (e.r1 - e.r0 + 1) * (e.c1 - e.c0 + 1);
        if (!rectangle) {
          add(r, c, r, c);
        } else if (e.r0 == r && e.c0 == c) {
          add(e.r0, e.c0, e.r1, e.c1);
        }
      }
    }
  }

 private:
  std::size_t id(std::size_t r, std::size_t c) const { return r * columns_ + c; }

  void paint_level(const Rule& rule) {
    const std::size_t r = nearest(grid_.rows, rule.at);
    if (std::abs(grid_.rows[r] - rule.at) > 2 * kNear) return;
    for (std::size_t c = 0; c < columns_; ++c) {
      const double at = (grid_.columns[c] + grid_.columns[c + 1]) / 2;
      if (rule.from <= at && at <= rule.to) level_[r * columns_ + c] = true;
    }
  }

  void paint_upright(const Rule& rule) {
    const std::size_t c = nearest(grid_.columns, rule.at);
    if (std::abs(grid_.columns[c] - rule.at) > 2 * kNear) return;
    const auto first = static_cast<std::size_t>(
        std::upper_bound(grid_.rows.begin(), grid_.rows.end(), rule.from) - grid_.rows.begin());
    for (std::size_t r = first > 0 ? first - 1 : 0; r < rows_ && grid_.rows[r] < rule.to; ++r) {
      const double at = (grid_.rows[r] + grid_.rows[r + 1]) / 2;
      if (rule.from <= at && at <= rule.to) upright_[r * (columns_ + 1) + c] = true;
    }
  }

  double inner_share() const {
    if (columns_ < 2) return 0;
    std::size_t ruled = 0;
    for (std::size_t r = 0; r < rows_; ++r) {
      for (std::size_t c = 1; c < columns_; ++c) ruled += upright_[r * (columns_ + 1) + c];
    }
    return static_cast<double>(ruled) / static_cast<double>(rows_ * (columns_ - 1));
  }

  void add(std::size_t r0, std::size_t c0, std::size_t r1, std::size_t c1) {
    grid_.cells.push_back({static_cast<int>(r0),
                           static_cast<int>(c0),
                           static_cast<int>(r1 - r0 + 1),
                           static_cast<int>(c1 - c0 + 1),
                           {grid_.columns[c0], grid_.rows[r0], grid_.columns[c1 + 1], grid_.rows[r1 + 1]}});
  }

  Grid& grid_;
  std::size_t rows_, columns_;
  std::vector<bool> level_, upright_;  ///< edges above each cell and the last row; left of each and the last
};

/// Rules that touch, as one table each; none where there are too many to be tables.
std::vector<Rules> connected(const Rules& rules) {
  constexpr std::size_t kMostPairs = 4'000'000;
  std::size_t pairs = 0;
  Components parts(rules.level.size() + rules.upright.size());
  for (std::size_t u = 0; u < rules.upright.size(); ++u) {
    const Rule& upright = rules.upright[u];
    auto level = std::lower_bound(rules.level.begin(), rules.level.end(), upright.from - kNear,
                                  [](const Rule& rule, double y) { return rule.at < y; });
    for (; level != rules.level.end() && level->at <= upright.to + kNear; ++level) {
      if (++pairs > kMostPairs) return {};
      if (level->from - kNear > upright.at || level->to + kNear < upright.at) continue;
      parts.join(rules.level.size() + u, static_cast<std::size_t>(level - rules.level.begin()));
    }
  }
  std::vector<int> index(rules.level.size() + rules.upright.size(), -1);
  std::vector<Rules> out;
  const auto part = [&](std::size_t i) -> Rules& {
    int& at = index[parts.of(i)];
    if (at < 0) {
      at = static_cast<int>(out.size());
      out.emplace_back();
    }
    return out[static_cast<std::size_t>(at)];
  };
  for (std::size_t i = 0; i < rules.level.size(); ++i) part(i).level.push_back(rules.level[i]);
  for (std::size_t i = 0; i < rules.upright.size(); ++i)
    part(rules.level.size() + i).upright.push_back(rules.upright[i]);
  return out;
}

Grid grid_of(const Rules& rules) {
  Grid grid;
  std::vector<double> xs, ys;
  for (const Rule& rule : rules.upright) {
    xs.push_back(rule.at);
    // …and at the page's end, where a row is broken.
    ys.push_back(rule.from);
    ys.push_back(rule.to);
  }
  if (!ys.empty()) ys = {*std::min_element(ys.begin(), ys.end()), *std::max_element(ys.begin(), ys.end())};
  for (const Rule& rule : rules.level) {
    ys.push_back(rule.at);
    // A table may be open at its sides.
    xs.push_back(rule.from);
    xs.push_back(rule.to);
  }
  // …but the ends of short rules within are no columns of their own.
  std::vector<double> outer = {*std::min_element(xs.begin(), xs.end()),
                               *std::max_element(xs.begin(), xs.end())};
  for (const Rule& rule : rules.upright) outer.push_back(rule.at);
  grid.columns = distinct(std::move(outer));
  grid.rows = distinct(std::move(ys));
  if (grid.columns.size() >= 2 && grid.rows.size() >= 2)
    grid.box = {grid.columns.front(), grid.rows.front(), grid.columns.back(), grid.rows.back()};
  return grid;
}

/// Whether rules that end at one edge may begin where columns of one table do: at few places, none of them
/// far on the right.
bool are_merged_rows(const std::vector<Rule>& rules) {
  constexpr std::size_t kMostStarts = 4;
  std::vector<double> starts;
  for (const Rule& rule : rules) starts.push_back(rule.from);
  starts = distinct(std::move(starts));
  return starts.size() <= kMostStarts && std::all_of(starts.begin() + 1, starts.end(), [&](double start) {
           // What is left of a table is more than its narrowest column.
           return rules.front().to - start > (rules.front().to - starts.front()) / 4;
         });
}

/// Level rules of one width, one below the other. Between the rows of a merged cell on the left they begin
/// at its right.
void add_level_grids(std::vector<Rule>& lone, std::vector<Grid>& out) {
  std::sort(lone.begin(), lone.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<bool> used(lone.size(), false);
  constexpr std::size_t kMostLone = 3000;
  if (lone.size() > kMostLone) return;
  const auto add = [&](std::size_t first, bool merged) {
    Rules rules;
    std::vector<std::size_t> taken;
    for (std::size_t j = first; j < lone.size(); ++j) {
      if (used[j] || std::abs(lone[j].to - lone[first].to) > kNear) continue;
      if (!merged && std::abs(lone[j].from - lone[first].from) > kNear) continue;
      taken.push_back(j);
      rules.level.push_back(lone[j]);
    }
    if (rules.level.size() < kFewestLevels || (merged && !are_merged_rows(rules.level))) return;
    Grid grid = grid_of(rules);
    if (grid.rows.size() < kFewestLevels) return;
    if (merged) {
      grid.reach.assign(grid.rows.size(), grid.box.x1);
      for (const Rule& rule : rules.level) {
        double& reach = grid.reach[nearest(grid.rows, rule.at)];
        reach = std::min(reach, rule.from);
      }
    }
    for (const std::size_t j : taken) used[j] = true;
    out.push_back(std::move(grid));
  };
  for (const bool merged : {true, false}) {
    for (std::size_t i = 0; i < lone.size(); ++i) {
      if (!used[i]) add(i, merged);
    }
  }
}

bool same_columns(const Grid& a, const Grid& b) {
  if (a.columns.size() != b.columns.size()) return false;
  for (std::size_t c = 0; c < a.columns.size(); ++c) {
    if (std::abs(a.columns[c] - b.columns[c]) > kNear) return false;
  }
  return true;
}

/// Every other row shaded: the shaded ones are grids of one row, the others have no edges of their own.
std::vector<Grid> with_striped_tables(std::vector<Grid> grids) {
  constexpr double kFarApart = 90;  // points between two shaded rows
  std::vector<Grid> out;
  std::vector<double> heights;
  const auto finish = [&] {
    if (heights.size() < 2) return;
    // The rows above the first and below the last shaded one may be white, too.
    std::sort(heights.begin(), heights.end());
    const double room = heights[heights.size() / 2] + 2;
    Grid& grid = out.back();
    grid.cells.clear();
    grid.upright = false;
    grid.rows.insert(grid.rows.begin(), grid.rows.front() - room);
    grid.rows.push_back(grid.rows.back() + room);
    grid.box.y0 -= room;
    grid.box.y1 += room;
    grid.striped = true;
  };
  for (Grid& grid : grids) {
    const bool one_row = grid.rows.size() == 2 && grid.columns.size() == 2;
    if (one_row && !heights.empty() && same_columns(out.back(), grid) &&
        grid.rows.front() - out.back().rows.back() < kFarApart &&
        grid.rows.front() > out.back().rows.back() - kNear) {
      Grid& whole = out.back();
      if (grid.rows.front() > whole.rows.back() + kNear) whole.rows.push_back(grid.rows.front());
      whole.rows.push_back(grid.rows.back());
      whole.box.unite(grid.box);
      heights.push_back(grid.rows.back() - grid.rows.front());
      continue;
    }
    finish();
    heights.clear();
    if (one_row) heights.push_back(grid.rows.back() - grid.rows.front());
    out.push_back(std::move(grid));
  }
  finish();
  return out;
}

bool has_upright_rules(const source::Page& page) {
  return std::any_of(page.rules.begin(), page.rules.end(),
                     [](const Box& rule) { return width(rule) <= kThin && height(rule) > 2 * kShort; });
}

/// The shade of cells side by side, each as high as the last: that of a merged cell, which reaches down
/// beside white rows, too, would join the rows. Where upright rules part them, these tell.
std::vector<Box> shades_of_rows(const source::Page& page) {
  std::vector<Box> fills = page.fills;
  std::sort(fills.begin(), fills.end(), [](const Box& a, const Box& b) {
    return std::abs(a.y0 - b.y0) > 1e-6 ? a.y0 < b.y0 : a.x0 < b.x0;
  });
  if (has_upright_rules(page)) return fills;
  for (std::size_t i = 0; i < fills.size();) {
    std::size_t end = i + 1;
    while (end < fills.size() && std::abs(fills[end].y0 - fills[i].y0) <= kInLine &&
           std::abs(fills[end].x0 - fills[end - 1].x1) <= kNear)
      ++end;
    const double low = fills[end - 1].y1;
    if (low - fills[i].y0 > 2 * kShort) {
      for (std::size_t k = i; k < end; ++k) fills[k].y1 = low;
    }
    i = end;
  }
  return fills;
}

/// Takes the boxes out that stand by themselves on the left below wider ones: the shade of a merged cell
/// beside white rows, which would join these to the row above. Where upright rules part the cells, none.
std::vector<Box> take_merged_shades(std::vector<Box>& fills) {
  std::vector<Box> out;
  if (fills.size() > kMostShades) return out;
  const auto below_wider = [&](const Box& box) {
    if (width(box) <= 2 * kShort || height(box) <= 2 * kShort) return false;
    double right = box.x1;
    bool left = false;
    for (const Box& other : fills) {
      const bool beside = other.y0 < box.y1 - kInLine && other.y1 > box.y0 + kInLine;
      if (beside && (other.x0 >= box.x1 - kNear || other.x1 <= box.x0 + kNear)) return false;
      if (std::abs(other.y1 - box.y0) > kInLine || height(other) <= kThin) continue;
      left = left || std::abs(other.x0 - box.x0) <= kNear;
      // Labels shaded by themselves make no row.
      if (left && other.x0 <= right + kNear) right = std::max(right, other.x1);
    }
    return left && right - box.x1 > width(box);
  };
  std::vector<Box> others;
  std::partition_copy(fills.begin(), fills.end(), std::back_inserter(out), std::back_inserter(others),
                      below_wider);
  fills = std::move(others);
  return out;
}

}  // namespace

std::vector<Grid> find_grids(const source::Page& page) {
  std::vector<Grid> out;
  if (page.rules.size() + page.fills.size() > kMostRules) return out;
  Rules rules;
  for (const Box& box : page.rules) add(box, page, false, rules);
  std::vector<Box> shades = shades_of_rows(page);
  const std::vector<Box> merged = has_upright_rules(page) ? std::vector<Box>{} : take_merged_shades(shades);
  for (const Box& box : merged) {
    Rules sides;
    add_edges(box, sides);
    Grid grid = grid_of(sides);
    Cells(sides, grid).find();
    out.push_back(std::move(grid));
  }
  for (const Box& box : shades) add(box, page, true, rules);
  merge(rules.level);
  merge(rules.upright);
  std::vector<Rule> lone;
  for (const Rules& part : connected(rules)) {
    if (part.upright.empty()) {
      lone.insert(lone.end(), part.level.begin(), part.level.end());
      continue;
    }
    if (part.level.empty()) continue;
    Grid grid = grid_of(part);
    if (grid.columns.size() < 2 || grid.rows.size() < 2) continue;
    if ((grid.columns.size() - 1) * (grid.rows.size() - 1) > kMostCells) continue;
    Cells(part, grid).find();
    const bool stripe = grid.rows.size() == 2 && height(grid.box) < kTallestStripe;
    const bool shapeless = grid.cells.size() < 2 && !stripe;
    const bool frame = grid.rows.size() == 2 && height(grid.box) > 0.4 * page.height;
    if (!shapeless && !frame) out.push_back(std::move(grid));
  }
  add_level_grids(lone, out);
  std::sort(out.begin(), out.end(), [](const Grid& a, const Grid& b) { return a.box.y0 < b.box.y0; });
  return with_striped_tables(std::move(out));
}

}  // namespace pst::layout
