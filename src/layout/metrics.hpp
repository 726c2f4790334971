// What can be told of a placed document at once: its body type, line distances and the edges of its columns.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "layout/flow.hpp"
#include "layout/regions.hpp"

namespace pst::layout {

/// A column that pages have in common: page width and place among its neighbours.
struct ColumnKey {
  int page_width = 0;
  int columns = 1;
  int column = 0;
  bool operator<(const ColumnKey& other) const {
    return std::tie(page_width, columns, column) < std::tie(other.page_width, other.columns, other.column);
  }
};

struct ColumnEdges {
  double left = 0, right = 0;
};

struct Metrics {
  double body_size = 0;  ///< points
  double one_size = 1;   ///< sizes of which one is no more than that many times the other are the same
  double character = 5;  ///< points: mean width of a character of the body
  Pitches pitches;
  std::map<ColumnKey, ColumnEdges> edges;  ///< of the text, over all pages
  std::vector<double> heading_sizes;       ///< larger than the body's, descending

  /// 1 for the largest type, 0 for the body's and smaller ones.
  int heading_level(double size) const;
};

ColumnKey key_of(const PlacedPage& page, const Region& region);

Metrics measure(const std::vector<PlacedPage>& pages, const std::vector<PageRegions>& regions);

}  // namespace pst::layout
