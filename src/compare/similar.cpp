#include "compare/similar.hpp"

#include <algorithm>
#include <numeric>

#include "compare/clusters.hpp"
#include "compare/measures.hpp"
#include "compare/neighbours.hpp"
#include "compare/summary.hpp"

namespace pst::compare {

namespace {

constexpr double kSomewhatAlike = 0.3;  ///< below, nothing elsewhere is like it
constexpr float kTelling = 0.5F;        ///< weight from which a word tells something
constexpr double kSaysSomething = 2.0;  ///< weight of such words that a particular node has
constexpr std::size_t kPairWords = 5;
constexpr std::size_t kClusterNeighbours = 8;  ///< pairs of a node that may group it

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// All nodes, plans by name: an order that does not depend on that of the inputs.
std::vector<int> canonical_order(const Comparison& all) {
  std::vector<int> order(all.nodes.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const int pa = all.nodes[at(a)].plan, pb = all.nodes[at(b)].plan;
    return pa == pb ? a < b : all.plans[at(pa)].name < all.plans[at(pb)].name;
  });
  return order;
}

/// Each pair of neighbours once, best first. Of a node's neighbours only the `most` best ones are taken.
std::vector<Pair> pairs_of(const std::vector<std::vector<Neighbour>>& neighbours,
                           const std::vector<int>& rank, std::size_t most) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    const std::size_t count = std::min(most, neighbours[i].size());
    for (std::size_t k = 0; k < count; ++k) {
      const int here = static_cast<int>(i), there = neighbours[i][k].node;
      pairs.push_back({std::min(here, there), std::max(here, there), neighbours[i][k].score, {}});
    }
  }
  const auto ranks = [&](const Pair& p) { return std::minmax(rank[at(p.a)], rank[at(p.b)]); };
  std::sort(pairs.begin(), pairs.end(), [&](const Pair& a, const Pair& b) {
    return a.score != b.score ? a.score > b.score : ranks(a) < ranks(b);
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const Pair& a, const Pair& b) { return a.a == b.a && a.b == b.b; }),
              pairs.end());
  return pairs;
}

void note_nearest(std::vector<NodeEntry>& nodes, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    for (const auto& [here, there] : {std::pair{pair.a, pair.b}, std::pair{pair.b, pair.a}}) {
      if (nodes[at(here)].nearest >= 0) continue;  // the best pair came first
      nodes[at(here)].nearest = there;
      nodes[at(here)].nearest_score = pair.score;
    }
  }
}

void find_particular(Comparison& out, const std::vector<Measure>& measures) {
  if (out.plans.size() < 2) return;
  for (std::size_t i = 0; i < out.nodes.size(); ++i) {
    NodeEntry& node = out.nodes[i];
    if (!is_compared(node) || node.nearest_score >= kSomewhatAlike) continue;
    double said = 0;
    for (const Feature& f : measures[i].own) said += f.weight >= kTelling ? f.weight : 0;
    if (said < kSaysSomething) continue;
    node.particular = true;
    out.particular.push_back(
        {static_cast<int>(i), node.nearest_score, telling_words(measures[i], node.title, kPairWords)});
  }
}

}  // namespace

void find_similar(Comparison& out, const Lexicon& lexicon, const CompareOptions& options) {
  const std::vector<int> order = canonical_order(out);
  std::vector<int> rank(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[at(order[i])] = static_cast<int>(i);
  const std::vector<Measure> measures = measures_of(out.nodes, order, lexicon, options.jobs);
  const auto neighbours = neighbours_of(measures, rank, options.min_score, options.jobs);

  out.clusters = clusters_of(pairs_of(neighbours, rank, kClusterNeighbours), measures, out.nodes, rank);
  for (std::size_t c = 0; c < out.clusters.size(); ++c) {
    for (const ClusterMember& member : out.clusters[c].members)
      out.nodes[at(member.node)].cluster = static_cast<int>(c);
  }
  out.pairs = pairs_of(neighbours, rank, static_cast<std::size_t>(-1));
  note_nearest(out.nodes, out.pairs);
  if (out.pairs.size() > at(std::max(0, options.max_pairs)))
    out.pairs.resize(at(std::max(0, options.max_pairs)));
  for (Pair& pair : out.pairs) {
    pair.words =
        shared_words(measures[at(pair.a)], measures[at(pair.b)], out.nodes[at(pair.a)].title, kPairWords);
  }
  find_particular(out, measures);
}

}  // namespace pst::compare
