// Which nodes of other plans are like a node, found without comparing all with all. Internal to the compare
// room.
#pragma once

#include <vector>

#include "compare/measures.hpp"

namespace pst::compare {

struct Neighbour {
  int node = -1;
  double score = 0;
};

/// For each node its most similar ones of other plans, best first, with `min_score` at least. `rank` orders
/// nodes whatever the order of the plans; it settles ties.
///
/// An inverted index over telling features gives the candidates: a node looks at so many postings and no
/// more, its rarest features and the nodes that say most of them first. So the work grows with the nodes, not
/// with their square.
std::vector<std::vector<Neighbour>> neighbours_of(const std::vector<Measure>& measures,
                                                  const std::vector<int>& rank, double min_score, int jobs);

}  // namespace pst::compare
