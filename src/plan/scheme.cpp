#include "plan/scheme.hpp"

#include <algorithm>
#include <cmath>

namespace pst::plan {
namespace {

double rounded(double value) {
  return std::round(std::clamp(value, 0.0, 1.0) * 100) / 100;
}

}  // namespace

Scheme choose_scheme(const grammar::Library& library, const Candidates& candidates, const Decoding& decoding,
                     const Drafts& drafts, int contradictions, const std::string& forced) {
  struct Score {
    const grammar::Library::Scheme* scheme;
    double share = 0;
    std::size_t markers = 0;
  };
  // What opened the nodes: a marker, a column, a list sign; and how many rungs were inferred.
  std::vector<int> opened_by(library.markers().size(), 0);
  int marked = 0, inferred = 0, bullets = 0, cells = 0;
  for (const Draft& draft : drafts.nodes) {
    bullets += draft.bullet;
    if (draft.candidate < 0) continue;
    const Candidate& candidate = candidates.list[static_cast<std::size_t>(draft.candidate)];
    const Family& family = candidates.families[static_cast<std::size_t>(candidate.family)];
    ++marked;
    cells += family.cell;
    inferred += decoding.inferred[static_cast<std::size_t>(candidate.family)] || family.heading;
    if (family.marker >= 0) ++opened_by[static_cast<std::size_t>(family.marker)];
  }
  const bool only_lists = marked == 0 && bullets > 0;
  std::vector<Score> scores;
  for (const auto& scheme : library.schemes()) {
    Score score{&scheme};
    int mine = scheme.tables ? cells : 0;
    for (std::size_t m = 0; m < scheme.uses.size(); ++m) {
      // The open class of words belongs to every grammar and speaks for none.
      if (!scheme.uses[m]) continue;
      score.markers += 1;
      if (!library.markers()[m].generic) mine += opened_by[m];
    }
    score.share = marked == 0 ? 0 : static_cast<double>(mine) / marked;
    if (only_lists) score.share = scheme.lists ? 1 : 0;
    // Lists and tables only speak for documents that have them.
    if (scheme.tables && cells == 0) score.share = 0;
    if (scheme.lists && !only_lists) score.share = 0;
    scores.push_back(score);
  }
  if (scores.empty()) return {};
  std::stable_sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) {
    return a.share != b.share ? a.share > b.share : a.markers < b.markers;
  });
  if (!forced.empty()) {
    std::stable_partition(scores.begin(), scores.end(),
                          [&](const Score& s) { return s.scheme->name == forced; });
  }
  double sure = marked == 0 ? 0.5 : 1.0 - 0.3 * inferred / marked;
  // A tree that was inferred and then contradicts its own numbers was probably inferred wrongly.
  if (2 * inferred > marked) sure *= std::max(0.0, 1.0 - 2.0 * contradictions / std::max(marked, 1));
  const double quality = only_lists ? 1.0 : decoding.quality;
  Scheme out;
  out.name = scores.front().scheme->name;
  out.confidence = rounded(std::max(scores.front().share, drafts.nodes.empty() ? 0.0 : 0.5) * quality * sure);
  for (const Score& score : scores) {
    if (score.scheme->name == out.name) continue;
    out.runner_up = score.scheme->name;
    out.runner_up_confidence = rounded(score.share * quality * sure);
    break;
  }
  return out;
}

}  // namespace pst::plan
