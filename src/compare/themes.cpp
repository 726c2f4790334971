#include "compare/themes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "compare/lexicon_impl.hpp"

namespace pst::compare {

namespace {

using Hit = Phrases::Hit;

// What evidence is worth. A longer expression is more specific; one with a gap is less sure.
constexpr double kCertain = 3.0, kLikely = 1.6, kHint = 0.6, kNamed = 0.9;
constexpr double kPerWord = 0.15;
constexpr double kMostForWords = 1.3;
constexpr double kGapped = 0.85;
constexpr double kDescription = 0.45, kField = 0.3;
constexpr double kFading = 0.6;  ///< each further piece of evidence counts that much of the one before

// Ancestors: with little of its own, a node is about what they are about.
constexpr double kContext = 0.9;
constexpr double kContextOfSilent = 1.6;
constexpr double kSilent = 3.0;     ///< own evidence from which a node is no longer silent
constexpr double kFromBelow = 0.8;  ///< what the nodes below add to a node that is silent

// Shares: the best theme has 1 where its sum reaches kSure.
constexpr double kSure = 1.2;
constexpr double kShape = 0.62;
constexpr double kLeastWeight = 0.12;
constexpr std::size_t kMostThemes = 8;
constexpr std::size_t kMostEvidence = 6;

double place_factor(Evidence::Where where) {
  switch (where) {
    case Evidence::Where::description:
      return kDescription;
    case Evidence::Where::field:
      return kField;
    default:
      return 1;
  }
}

double worth(Tier tier) {
  switch (tier) {
    case Tier::certain:
      return kCertain;
    case Tier::likely:
      return kLikely;
    case Tier::hint:
      return kHint;
    case Tier::never:
      break;
  }
  return 0;
}

bool within(const Hit& a, const Hit& b) {
  return std::includes(b.terms.begin(), b.terms.end(), a.terms.begin(), a.terms.end());
}

Evidence evidence_at(const Wording& wording, const Hit& hit, int node, double weight) {
  Evidence out;
  out.where = wording.where;
  out.node = node;
  out.begin = wording.terms[static_cast<std::size_t>(hit.terms.front())].begin;
  out.end = wording.terms[static_cast<std::size_t>(hit.terms.back())].end;
  out.words = wording.text.substr(out.begin, out.end - out.begin);
  out.weight = weight;
  return out;
}

/// Hits that are evidence: the longest of all themes, without those that their own theme excludes.
std::vector<Hit> telling_hits(const Wording& wording, const Lexicon::Impl& lexicon) {
  std::vector<Hit> positive, never;
  for (Hit& hit : lexicon.theme_phrases.find(wording.terms)) {
    const auto& sense = lexicon.theme_senses[static_cast<std::size_t>(hit.phrase)];
    (sense.tier == Tier::never ? never : positive).push_back(std::move(hit));
  }
  keep_longest(positive);
  const auto theme_of = [&](const Hit& hit) {
    return lexicon.theme_senses[static_cast<std::size_t>(hit.phrase)].theme;
  };
  std::erase_if(positive, [&](const Hit& hit) {
    return std::any_of(never.begin(), never.end(),
                       [&](const Hit& no) { return theme_of(no) == theme_of(hit) && within(hit, no); });
  });
  return positive;
}

void add_hits(const Wording& wording, int node, const Lexicon::Impl& lexicon, OwnThemes& out) {
  for (const Hit& hit : telling_hits(wording, lexicon)) {
    const auto& sense = lexicon.theme_senses[static_cast<std::size_t>(hit.phrase)];
    double stress = 0;
    for (const int term : hit.terms) stress += wording.stress[static_cast<std::size_t>(term)];
    stress /= static_cast<double>(hit.terms.size());
    const double words = std::min(kMostForWords, 1 + kPerWord * (static_cast<double>(hit.terms.size()) - 1));
    const double weight =
        worth(sense.tier) * words * stress * (hit.gapped ? kGapped : 1) * place_factor(wording.where);
    std::vector<Evidence>& evidence = out.evidence[static_cast<std::size_t>(sense.theme)];
    Evidence found = evidence_at(wording, hit, node, weight);
    // Two expressions of a theme that share a word are one piece of evidence: the better one.
    const auto same = std::find_if(evidence.begin(), evidence.end(), [&](const Evidence& e) {
      return e.where == found.where && e.begin < found.end && found.begin < e.end;
    });
    if (same == evidence.end()) {
      evidence.push_back(std::move(found));
    } else if (found.weight > same->weight) {
      *same = std::move(found);
    }
  }
}

void add_mentions(const std::vector<Wording>& wordings, int node, const Lexicon::Impl& lexicon,
                  OwnThemes& out) {
  for (const Wording& wording : wordings) {
    if (wording.where != Evidence::Where::title) continue;
    std::vector<Hit> hits = lexicon.entity_phrases.find(wording.terms);
    keep_longest(hits);
    for (const Hit& hit : hits) {
      const int entity = lexicon.entity_of[static_cast<std::size_t>(hit.phrase)];
      for (const int theme : lexicon.entity_themes[static_cast<std::size_t>(entity)]) {
        std::vector<Evidence>& evidence = out.evidence[static_cast<std::size_t>(theme)];
        const double weight = kNamed * wording.stress[static_cast<std::size_t>(hit.terms.front())] *
                              lexicon.theme_weights[static_cast<std::size_t>(theme)];
        Evidence found = evidence_at(wording, hit, node, weight);
        const bool known = std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& e) {
          return e.where == found.where && e.begin < found.end && found.begin < e.end;
        });
        if (!known) evidence.push_back(std::move(found));
      }
    }
  }
}

double faded_sum(std::vector<Evidence>& evidence) {
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
  double sum = 0, factor = 1;
  for (const Evidence& e : evidence) {
    sum += e.weight * factor;
    factor *= kFading;
  }
  return sum;
}

/// Own scores of the nodes below, as shares, averaged.
std::vector<double> from_below(const std::vector<NodeEntry>& nodes, const std::vector<OwnThemes>& own,
                               std::size_t node, std::size_t themes) {
  std::vector<double> sum(themes, 0);
  int count = 0;
  const std::size_t end = node + static_cast<std::size_t>(nodes[node].subtree);
  for (std::size_t i = node + 1; i < end; ++i) {
    if (own[i].best <= 0) continue;
    ++count;
    for (std::size_t t = 0; t < themes; ++t) sum[t] += own[i].score[t] / own[i].best;
  }
  for (double& share : sum) share /= std::max(1, count);
  return sum;
}

std::vector<ThemeShare> shares_of(const std::vector<double>& total, const OwnThemes& own,
                                  const NodeEntry* parent) {
  std::vector<ThemeShare> shares;
  const double best = *std::max_element(total.begin(), total.end());
  if (best <= 0) return shares;
  const double sure = std::min(1.0, std::sqrt(best / kSure));
  for (std::size_t t = 0; t < total.size(); ++t) {
    const double weight = std::pow(total[t] / best, kShape) * sure;
    if (weight < kLeastWeight) continue;
    ThemeShare share;
    share.theme = static_cast<int>(t);
    share.weight = std::round(weight * 1000) / 1000;
    share.evidence = own.evidence[t];
    shares.push_back(std::move(share));
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](const ThemeShare& a, const ThemeShare& b) { return a.weight > b.weight; });
  if (shares.size() > kMostThemes) shares.resize(kMostThemes);
  for (ThemeShare& share : shares) {
    const ThemeShare* above = nullptr;
    if (parent != nullptr) {
      for (const ThemeShare& candidate : parent->themes) {
        if (candidate.theme == share.theme) above = &candidate;
      }
    }
    if (above != nullptr) {
      for (Evidence e : above->evidence) {
        if (e.where != Evidence::Where::title && e.where != Evidence::Where::ancestor) continue;
        e.where = Evidence::Where::ancestor;
        e.weight *= kContext / kCertain;
        share.evidence.push_back(std::move(e));
      }
    }
    if (share.evidence.size() > kMostEvidence) share.evidence.resize(kMostEvidence);
  }
  return shares;
}

}  // namespace

OwnThemes own_themes(const std::vector<Wording>& wordings, int node, const Lexicon& lexicon) {
  OwnThemes out;
  const std::size_t themes = lexicon.themes().size();
  out.score.assign(themes, 0);
  out.evidence.resize(themes);
  for (const Wording& wording : wordings) add_hits(wording, node, lexicon.impl(), out);
  add_mentions(wordings, node, lexicon.impl(), out);
  for (std::size_t t = 0; t < themes; ++t) {
    out.score[t] = faded_sum(out.evidence[t]);
    out.best = std::max(out.best, out.score[t]);
  }
  return out;
}

void assign_themes(std::vector<NodeEntry>& nodes, const std::vector<OwnThemes>& own, const Lexicon& lexicon) {
  const std::size_t themes = lexicon.themes().size();
  for (std::size_t i = 0; i < nodes.size() && themes > 0; ++i) {
    std::vector<double> total = own[i].score;
    const double silent = std::max(0.0, 1 - own[i].best / kSilent);
    if (!nodes[i].leaf && silent > 0) {
      const std::vector<double> below = from_below(nodes, own, i, themes);
      for (std::size_t t = 0; t < themes; ++t) total[t] += kFromBelow * silent * below[t];
    }
    const NodeEntry* parent =
        nodes[i].parent < 0 ? nullptr : &nodes[static_cast<std::size_t>(nodes[i].parent)];
    if (parent != nullptr) {
      const double context = kContext + kContextOfSilent * silent;
      for (const ThemeShare& share : parent->themes)
        total[static_cast<std::size_t>(share.theme)] += context * std::pow(share.weight, 1 / kShape);
    }
    nodes[i].themes = shares_of(total, own[i], parent);
  }
}

std::vector<Mention> mentions_of(const std::vector<Wording>& wordings, const Lexicon& lexicon) {
  std::vector<Mention> out;
  const Lexicon::Impl& impl = lexicon.impl();
  for (const Wording& wording : wordings) {
    std::vector<Hit> hits = impl.entity_phrases.find(wording.terms);
    keep_longest(hits);
    const std::size_t first = out.size();
    for (const Hit& hit : hits) {
      const Evidence at = evidence_at(wording, hit, -1, 0);
      const int entity = impl.entity_of[static_cast<std::size_t>(hit.phrase)];
      const bool known = std::any_of(
          out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
          [&](const Mention& m) { return m.entity == entity && m.begin < at.end && at.begin < m.end; });
      if (!known) out.push_back({entity, at.words, at.where, at.begin, at.end});
    }
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                     [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  }
  return out;
}

}  // namespace pst::compare
