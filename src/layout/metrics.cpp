#include "layout/metrics.hpp"

#include <algorithm>
#include <cmath>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kHeading = 1.12;  ///< times the body's size: larger type is a heading's
/// Sizes nearer than this are one; where they are told from an image, lines set alike vary more.
constexpr double kOneSize = 1.04, kOneSizeSeen = 1.08;
constexpr std::size_t kMostLevels = 6;
constexpr double kStray = 0.01;  ///< share of a column's lines that may stick out of it

/// The edge that all values but a few strays keep to.
double edge(std::vector<double>& values, bool low) {
  const auto skip = static_cast<std::size_t>(kStray * static_cast<double>(values.size()));
  const std::size_t at = low ? skip : values.size() - 1 - skip;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
  return values[at];
}

struct Gathered {
  std::map<int, std::size_t> sizes;  ///< characters by half points
  double widths = 0, characters = 0;
  std::map<ColumnKey, std::pair<std::vector<double>, std::vector<double>>> edges;

  void add_line(const TextLine& line) {
    for (const Word& word : line.words) {
      const std::size_t length = text::length(word.text);
      sizes[static_cast<int>(std::lround(2 * std::min(word.size, 1000.0)))] += length;
      widths += width(word.box) / std::max(word.size, 1.0);
      characters += static_cast<double>(length);
    }
  }
};

}  // namespace

int Metrics::heading_level(double size) const {
  for (std::size_t i = 0; i < heading_sizes.size(); ++i) {
    if (size * one_size >= heading_sizes[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

ColumnKey key_of(const PlacedPage& page, const Region& region) {
  return {static_cast<int>(std::lround(page.width / 4)), region.columns, region.column};
}

Metrics measure(const std::vector<PlacedPage>& pages, const std::vector<PageRegions>& regions) {
  Metrics metrics;
  Gathered all;
  const bool seen =
      std::any_of(pages.begin(), pages.end(), [](const PlacedPage& p) { return p.read_by_ocr; });
  metrics.one_size = seen ? kOneSizeSeen : kOneSize;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const Region& region : regions[p].regions) {
      if (region.table) {
        for (const Row& row : region.table->rows) {
          for (const Cell& cell : row.cells) {
            for (std::size_t i = 0; i < cell.lines.size(); ++i) {
              all.add_line(cell.lines[i]);
              if (i > 0) metrics.pitches.add(cell.lines[i - 1], cell.lines[i]);
            }
          }
        }
        continue;
      }
      auto& [lefts, rights] = all.edges[key_of(pages[p], region)];
      for (std::size_t i = 0; i < region.lines.size(); ++i) {
        const TextLine& line = region.lines[i];
        all.add_line(line);
        lefts.push_back(line.box.x0);
        rights.push_back(line.box.x1);
        if (i > 0) metrics.pitches.add(region.lines[i - 1], line);
      }
    }
  }
  metrics.pitches.finish();
  const auto most = std::max_element(all.sizes.begin(), all.sizes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != all.sizes.end()) metrics.body_size = most->first / 2.0;
  if (all.characters > 0) metrics.character = std::max(1.0, metrics.body_size * all.widths / all.characters);
  for (auto& [key, lists] : all.edges)
    metrics.edges[key] = {edge(lists.first, true), edge(lists.second, false)};
  for (auto size = all.sizes.rbegin(); size != all.sizes.rend(); ++size) {
    const double points = size->first / 2.0;
    if (points < kHeading * metrics.body_size || metrics.heading_sizes.size() >= kMostLevels) break;
    if (metrics.heading_sizes.empty() || points * metrics.one_size < metrics.heading_sizes.back())
      metrics.heading_sizes.push_back(points);
  }
  return metrics;
}

}  // namespace pst::layout
