#include "layout/merged_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pst::layout {
namespace {

constexpr double kTop = 0.35;  ///< of a line: a cell's first line stands so near its row's
constexpr double kExactTop = 0.1;
constexpr double kOff = 0.8;  ///< of a line: so far are cells off the middle of their rows, at most
constexpr double kExact = 0.3;
constexpr double kOpen = 0.5;      ///< …what counts at most where the rows go on over the page
constexpr double kSlight = 0.002;  ///< …and of what goes beyond
constexpr double kNone = 0.2;      ///< …by how much less off all must be, for the first rows to be none's
constexpr std::size_t kMostRows = 300;  ///< that are looked at together

/// Each cell at the top of a row of its own, no more than `most` off it.
std::optional<std::vector<std::size_t>> by_tops(const std::vector<Reach>& rows, const std::vector<bool>& may,
                                                const std::vector<Reach>& cells, double most) {
  std::vector<std::size_t> out;
  std::size_t next = 0;
  for (const Reach& cell : cells) {
    while (next < rows.size() && (!may[next] || rows[next].from < cell.from - most)) ++next;
    if (next == rows.size() || std::abs(rows[next].from - cell.from) > most) return std::nullopt;
    out.push_back(next++);
  }
  return out;
}

/// Each cell in the middle of a row of its own.
std::optional<std::vector<std::size_t>> by_rows(const std::vector<Reach>& rows,
                                                const std::vector<Reach>& cells, double line) {
  std::vector<std::size_t> out;
  std::size_t next = 0;
  for (const Reach& cell : cells) {
    const double at = (cell.from + cell.to) / 2;
    while (next < rows.size() && rows[next].to < at) ++next;
    if (next == rows.size() || std::abs((rows[next].from + rows[next].to) / 2 - at) > kExact * line)
      return std::nullopt;
    out.push_back(next++);
  }
  return out;
}

/// Where rows end: in the middle of the white between them. The outermost are as high as their cells need.
std::vector<double> bounds_of(const std::vector<Reach>& rows, const std::vector<Reach>& cells) {
  std::vector<double> gaps, bounds{0};
  for (std::size_t r = 1; r < rows.size(); ++r) {
    gaps.push_back(rows[r].from - rows[r - 1].to);
    bounds.push_back((rows[r].from + rows[r - 1].to) / 2);
  }
  std::sort(gaps.begin(), gaps.end());
  const double half = gaps.empty() ? 0 : gaps[gaps.size() / 2] / 2;
  bounds.front() = std::min(rows.front().from - half, cells.front().from);
  bounds.push_back(std::max(rows.back().to + half, cells.back().to));
  return bounds;
}

/// Each cell in the middle of its rows: the shares that fit best.
std::optional<std::vector<std::size_t>> by_middles(const std::vector<Reach>& rows,
                                                   const std::vector<bool>& may,
                                                   const std::vector<Reach>& cells, double line, double most,
                                                   Open open) {
  const std::size_t n = rows.size(), m = cells.size();
  const double open_most = std::min(kOpen, most);
  if (m > n) return std::nullopt;
  const std::vector<double> bounds = bounds_of(rows, cells);
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  const auto aside = [&](std::size_t cell, std::size_t first, std::size_t end) {
    return std::abs(bounds[first] + bounds[end] - cells[cell].from - cells[cell].to) / 2 / line;
  };
  // Rows go on from the page before below a head, too.
  const std::size_t head = aside(0, 0, 1) <= kOff ? 1 : 0;
  const auto cost_of = [&](std::size_t cell, std::size_t first, std::size_t end) {
    const bool goes_on = (open.below && end == n) || (open.above && cell == head && first == head);
    double off = aside(cell, first, end);
    // What a page's end breaks may stand at its top.
    if (open.below && end == n) off = std::min(off, std::abs(cells[cell].from - rows[first].from) / line);
    const double counted = goes_on && off > open_most ? open_most + kSlight * (off - open_most) : off;
    const double over =
        std::max(bounds[first] - cells[cell].from, 0.0) + std::max(cells[cell].to - bounds[end], 0.0);
    return std::pow(counted, 2) + std::pow(over / line, 2);
  };
  // cost[c][r]: of the first c cells in the first r rows.
  std::vector<std::vector<double>> cost(m + 1, std::vector<double>(n + 1, kInfinite));
  std::vector<std::vector<std::size_t>> from(m + 1, std::vector<std::size_t>(n + 1, 0));
  for (std::size_t r = head; r <= n; ++r)
    cost[head][r] = r == head ? 0 : open.above ? kNone * kNone : kInfinite;
  for (std::size_t c = head + 1; c <= m; ++c) {
    for (std::size_t end = c; end <= n; ++end) {
      for (std::size_t first = c - 1; first < end; ++first) {
        if (!may[first]) continue;
        const double sum = cost[c - 1][first] + cost_of(c - 1, first, end);
        if (sum >= cost[c][end]) continue;
        cost[c][end] = sum;
        from[c][end] = first;
      }
    }
  }
  if (cost[m][n] > most * most * static_cast<double>(m)) return std::nullopt;
  std::vector<std::size_t> out(m, 0);
  bool borne_out = most >= kOpen;  // else by one cell below the head, at least
  for (std::size_t c = m, end = n; c > head; --c) {
    borne_out = borne_out || aside(c - 1, from[c][end], end) <= most;
    out[c - 1] = end = from[c][end];
  }
  return borne_out || m == head ? std::optional(out) : std::nullopt;
}

}  // namespace

std::optional<std::vector<std::size_t>> first_rows(const std::vector<Reach>& rows,
                                                   const std::vector<bool>& may,
                                                   const std::vector<Reach>& cells, double line,
                                                   Stands stands, Open open) {
  if (cells.empty()) return std::vector<std::size_t>{};
  if (rows.empty() || rows.size() > kMostRows) return std::nullopt;
  if (stands == Stands::top) return by_tops(rows, may, cells, kTop * line);
  if (stands == Stands::exactly_top) return by_tops(rows, may, cells, kExactTop * line);
  if (stands == Stands::alone) return by_rows(rows, cells, line);
  return by_middles(rows, may, cells, line, stands == Stands::middle ? kOff : kExact, open);
}

}  // namespace pst::layout
