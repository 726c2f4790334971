#include "compare/neighbours.hpp"

#include <algorithm>

#include "compare/workers.hpp"

namespace pst::compare {

namespace {

constexpr float kIndexed = 0.9F;             ///< features that weigh less lead to nobody
constexpr std::size_t kMostPostings = 2000;  ///< that a node looks at
constexpr std::size_t kMostOfFeature = 800;  ///< of these, for one feature
constexpr std::size_t kMostCandidates = 48;  ///< that are compared in full
constexpr std::size_t kMostNeighbours = 24;

struct Posting {
  int node = -1;
  float weight = 0;
  float impact = 0;  ///< how much of the node the feature is
};

using Index = std::vector<std::vector<Posting>>;

Index index_of(const std::vector<Measure>& measures, const std::vector<int>& rank) {
  Index index;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    for (const Feature& f : measures[i].own) {
      if (f.weight < kIndexed) continue;
      if (index.size() <= static_cast<std::size_t>(f.id)) index.resize(static_cast<std::size_t>(f.id) + 1);
      index[static_cast<std::size_t>(f.id)].push_back(
          {static_cast<int>(i), f.weight, f.weight / measures[i].own_norm});
    }
  }
  for (std::vector<Posting>& postings : index) {
    std::sort(postings.begin(), postings.end(), [&](const Posting& a, const Posting& b) {
      if (a.impact != b.impact) return a.impact > b.impact;
      return rank[static_cast<std::size_t>(a.node)] < rank[static_cast<std::size_t>(b.node)];
    });
  }
  return index;
}

/// What a thread needs again and again.
struct Scratch {
  std::vector<float> sums;   ///< by node, 0 between calls
  std::vector<int> touched;  ///< whose sum is not 0
  std::vector<const Feature*> features;
};

class Search {
 public:
  Search(const std::vector<Measure>& measures, const std::vector<int>& rank, const Index& index,
         double min_score)
      : measures_(measures), rank_(rank), index_(index), min_score_(min_score) {}

  std::vector<Neighbour> run(Scratch& scratch, std::size_t node) const {
    std::vector<Neighbour> out;
    const Measure& here = measures_[node];
    if (here.empty()) return out;
    collect(scratch, here);
    best_candidates(scratch, here);
    for (const int candidate : scratch.touched) {
      const double s = score(here, measures_[static_cast<std::size_t>(candidate)]);
      if (s >= min_score_) out.push_back({candidate, s});
    }
    std::sort(out.begin(), out.end(), [&](const Neighbour& a, const Neighbour& b) {
      return a.score != b.score ? a.score > b.score : before(a.node, b.node);
    });
    if (out.size() > kMostNeighbours) out.resize(kMostNeighbours);
    return out;
  }

 private:
  bool before(int a, int b) const {
    return rank_[static_cast<std::size_t>(a)] < rank_[static_cast<std::size_t>(b)];
  }

  const std::vector<Posting>& postings(const Feature& f) const {
    return index_[static_cast<std::size_t>(f.id)];
  }

  void collect(Scratch& scratch, const Measure& here) const {
    scratch.sums.resize(measures_.size(), 0);
    scratch.touched.clear();
    scratch.features.clear();
    for (const Feature& f : here.own) {
      if (f.weight >= kIndexed) scratch.features.push_back(&f);
    }
    // Rarest first: their postings are short, and the likeness they show is worth most.
    std::sort(scratch.features.begin(), scratch.features.end(), [&](const Feature* a, const Feature* b) {
      const std::size_t na = postings(*a).size(), nb = postings(*b).size();
      if (na != nb) return na < nb;
      return a->weight != b->weight ? a->weight > b->weight : a->id < b->id;
    });
    std::size_t left = kMostPostings;
    for (const Feature* f : scratch.features) {
      const std::vector<Posting>& list = postings(*f);
      const std::size_t count = std::min({list.size(), left, kMostOfFeature});
      for (std::size_t k = 0; k < count; ++k) {
        const Posting& p = list[k];
        if (measures_[static_cast<std::size_t>(p.node)].plan == here.plan) continue;
        float& sum = scratch.sums[static_cast<std::size_t>(p.node)];
        if (sum == 0) scratch.touched.push_back(p.node);
        sum += f->weight * p.impact;
      }
      left -= count;
      if (left == 0) break;
    }
  }

  /// Leaves the candidates of the highest sums in `touched`, and all sums at 0 again.
  void best_candidates(Scratch& scratch, const Measure&) const {
    std::vector<int>& found = scratch.touched;
    const auto better = [&](int a, int b) {
      const float sa = scratch.sums[static_cast<std::size_t>(a)],
                  sb = scratch.sums[static_cast<std::size_t>(b)];
      return sa != sb ? sa > sb : before(a, b);
    };
    const std::vector<int> all = found;
    if (found.size() > kMostCandidates) {
      std::nth_element(found.begin(), found.begin() + kMostCandidates, found.end(), better);
      found.resize(kMostCandidates);
    }
    for (const int node : all) scratch.sums[static_cast<std::size_t>(node)] = 0;
  }

  const std::vector<Measure>& measures_;
  const std::vector<int>& rank_;
  const Index& index_;
  double min_score_;
};

}  // namespace

std::vector<std::vector<Neighbour>> neighbours_of(const std::vector<Measure>& measures,
                                                  const std::vector<int>& rank, double min_score, int jobs) {
  const Index index = index_of(measures, rank);
  const Search search(measures, rank, index, min_score);
  std::vector<std::vector<Neighbour>> out(measures.size());
  for_each_index<Scratch>(measures.size(), jobs,
                          [&](Scratch& scratch, std::size_t i) { out[i] = search.run(scratch, i); });
  return out;
}

}  // namespace pst::compare
