#include "compare/alignment.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "compare/assignment.hpp"
#include "compare/neighbours.hpp"
#include "text/stems.hpp"
#include "text/unicode.hpp"

namespace pst::compare {

namespace {

constexpr double kAlike = 0.45;     ///< worth from which two wordings are one measure
constexpr double kByChance = 0.35;  ///< letter pairs that wordings share without being alike
constexpr double kSameParent = 0.14, kSameCode = 0.08, kSameKind = 0.04;
constexpr double kSplitCover = 0.7;  ///< share of what a node says that its parts say
constexpr double kSplitPart = 0.25;  ///< share that each part says, and that the others do not all say
constexpr std::size_t kMostParts = 6;
constexpr std::size_t kMostSiblings = 60;  ///< of a matched parent's children that are tried with each other

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

class Aligner {
 public:
  explicit Aligner(const TwoPlans& plans) : p_(plans) {
    out_.counterpart.assign(p_.nodes.size(), -1);
    out_.likeness.assign(p_.nodes.size(), 0);
    out_.parts.resize(p_.nodes.size());
  }

  Alignment run() {
    same_wording();
    same_empty_place();
    alike();
    alike();  // parents found in the first round help their children in the second
    splits();
    return std::move(out_);
  }

 private:
  bool later(int node) const { return node >= p_.first_after; }
  bool open(int node) const { return out_.counterpart[at(node)] < 0; }

  void join(int before, int after, double likeness) {
    out_.counterpart[at(before)] = after;
    out_.counterpart[at(after)] = before;
    out_.likeness[at(before)] = out_.likeness[at(after)] = likeness;
  }

  /// Volets and axes only go with their like.
  bool compatible(int a, int b) const {
    const plan::Kind ka = p_.nodes[at(a)].kind, kb = p_.nodes[at(b)].kind;
    return ka == kb || (ka > plan::Kind::axis && kb > plan::Kind::axis);
  }

  bool same_parent(int before, int after) const {
    const int pa = p_.nodes[at(before)].parent, pb = p_.nodes[at(after)].parent;
    return pa < 0 || pb < 0 ? pa == pb : out_.counterpart[at(pa)] == pb;
  }

  double place(int before, int after) const {
    const NodeEntry& a = p_.nodes[at(before)];
    const NodeEntry& b = p_.nodes[at(after)];
    return (same_parent(before, after) ? kSameParent : 0) + (a.code == b.code ? kSameCode : 0) +
           (a.kind == b.kind ? kSameKind : 0);
  }

  void same_wording() {
    std::map<std::string, std::pair<std::vector<int>, std::vector<int>>> by_wording;
    for (std::size_t i = 0; i < p_.nodes.size(); ++i) {
      const std::string wording = text::fold(p_.nodes[i].title);
      if (wording.empty()) continue;
      auto& [before, after] = by_wording[wording];
      (later(static_cast<int>(i)) ? after : before).push_back(static_cast<int>(i));
    }
    // Unique wordings first: they are the fixed points by which repeated ones are told apart.
    for (const bool unique : {true, false}) {
      for (const auto& [wording, sides] : by_wording) {
        const auto& [before, after] = sides;
        if ((before.size() == 1 && after.size() == 1) != unique) continue;
        std::vector<Candidate> candidates;
        for (const int a : before) {
          for (const int b : after) {
            const bool far =
                before.size() * after.size() > 10000 && p_.nodes[at(a)].code != p_.nodes[at(b)].code;
            if (!far && compatible(a, b)) candidates.push_back({a, b, 1 + place(a, b)});
          }
        }
        for (const auto& [a, b] : assign(std::move(candidates))) join(a, b, 1);
      }
    }
  }

  /// Nodes without words are known by their place alone.
  void same_empty_place() {
    std::map<std::string, int> before;
    for (int i = 0; i < p_.first_after; ++i) {
      if (open(i) && p_.nodes[at(i)].title.empty()) before.emplace(p_.nodes[at(i)].code, i);
    }
    for (int i = p_.first_after; i < static_cast<int>(p_.nodes.size()); ++i) {
      if (!open(i) || !p_.nodes[at(i)].title.empty()) continue;
      const auto found = before.find(p_.nodes[at(i)].code);
      if (found != before.end() && compatible(found->second, i) && open(found->second))
        join(found->second, i, 1);
    }
  }

  double worth(int before, int after) const {
    const std::string& a = p_.nodes[at(before)].title;
    const std::string& b = p_.nodes[at(after)].title;
    // Any two French sentences share a good part of their letter pairs.
    const double letters = std::max(0.0, (text::similarity(a, b) - kByChance) / (1 - kByChance));
    return std::max(letters, score(p_.measures[at(before)], p_.measures[at(after)]));
  }

  void alike() {
    std::set<std::pair<int, int>> tried;
    std::vector<Candidate> candidates;
    const auto attempt = [&](int before, int after) {
      if (!open(before) || !open(after) || !compatible(before, after)) return;
      if (p_.nodes[at(before)].title.empty() || p_.nodes[at(after)].title.empty()) return;
      if (!tried.insert({before, after}).second) return;
      const double worth_of_words = worth(before, after);
      const double all = worth_of_words + place(before, after);
      if (worth_of_words >= kAlike - kSameParent && all >= kAlike) candidates.push_back({before, after, all});
    };
    for (int i = 0; i < p_.first_after; ++i) {
      for (const Neighbour& n : neighbours()[at(i)]) attempt(i, n.node);
    }
    by_code(attempt);
    by_parent(attempt);
    for (const auto& [a, b] : assign(std::move(candidates))) join(a, b, worth(a, b));
  }

  const std::vector<std::vector<Neighbour>>& neighbours() {
    if (neighbours_.empty()) {
      std::vector<int> rank(p_.nodes.size());
      for (std::size_t i = 0; i < rank.size(); ++i) rank[i] = static_cast<int>(i);
      neighbours_ = neighbours_of(p_.measures, rank, 0.2, 1);
    }
    return neighbours_;
  }

  template <class Attempt>
  void by_code(Attempt attempt) const {
    std::map<std::string, int> before;
    for (int i = 0; i < p_.first_after; ++i) before.emplace(p_.nodes[at(i)].code, i);
    for (int i = p_.first_after; i < static_cast<int>(p_.nodes.size()); ++i) {
      const auto found = before.find(p_.nodes[at(i)].code);
      if (found != before.end()) attempt(found->second, i);
    }
  }

  /// Open children of parents that go together, and open roots.
  template <class Attempt>
  void by_parent(Attempt attempt) const {
    std::map<int, std::pair<std::vector<int>, std::vector<int>>> families;  // by earlier parent, -1 for roots
    for (int i = 0; i < static_cast<int>(p_.nodes.size()); ++i) {
      if (!open(i)) continue;
      const int parent = p_.nodes[at(i)].parent;
      const int key = parent < 0 || !later(i) ? parent : out_.counterpart[at(parent)];
      if (parent >= 0 && key < 0) continue;
      auto& [before, after] = families[key];
      (later(i) ? after : before).push_back(i);
    }
    for (const auto& [_, family] : families) {
      if (family.first.size() > kMostSiblings || family.second.size() > kMostSiblings) continue;
      for (const int a : family.first) {
        for (const int b : family.second) attempt(a, b);
      }
    }
  }

  /// The stems of a title, and how much each says: the words of the genre say little.
  using Stems = std::map<std::string, double>;

  Stems stems_of(int node) {
    Stems stems;
    const std::string& title = p_.nodes[at(node)].title;
    const std::vector<Feature>& features = p_.measures[at(node)].own;
    for (const text::Term& term : stemmer_.terms(title)) {
      if (term.stop) continue;
      const auto said = std::find_if(features.begin(), features.end(), [&](const Feature& f) {
        return f.begin <= term.begin && term.end <= f.end;
      });
      const bool telling = said == features.end() || said->weight >= kTellingWeight;
      stems.emplace(term.stem, telling ? 1 : kSaysLittle);
    }
    return stems;
  }

  static double weight_of(const Stems& all, const std::set<std::string>& chosen) {
    double sum = 0;
    for (const auto& [stem, weight] : all) sum += chosen.contains(stem) ? weight : 0;
    return sum;
  }

  bool same_words(int before) const {
    return !open(before) && text::fold(p_.nodes[at(before)].title) ==
                                text::fold(p_.nodes[at(out_.counterpart[at(before)])].title);
  }

  void splits() {
    for (int i = 0; i < p_.first_after; ++i) {
      if (p_.measures[at(i)].empty() || same_words(i)) continue;
      std::vector<int> parts = parts_of(i);
      if (parts.size() < 2) continue;
      if (!open(i)) out_.counterpart[at(out_.counterpart[at(i)])] = -1;
      out_.counterpart[at(i)] = parts.front();
      for (const int part : parts) {
        out_.counterpart[at(part)] = i;
        out_.likeness[at(part)] = worth(i, part);
      }
      out_.likeness[at(i)] = out_.likeness[at(parts.front())];
      out_.parts[at(i)] = std::move(parts);
    }
  }

  /// Later nodes, free or this one's own counterpart, that together say what it says; each adds something.
  std::vector<int> parts_of(int before) {
    std::vector<int> choice;
    const int mate = out_.counterpart[at(before)];
    if (mate >= 0) choice.push_back(mate);
    for (const Neighbour& n : neighbours()[at(before)]) {
      if (open(n.node) && compatible(before, n.node) && n.node != mate) choice.push_back(n.node);
    }
    if (choice.size() < 2) return {};
    const Stems whole = stems_of(before);
    std::set<std::string> all, covered;
    for (const auto& [stem, weight] : whole) all.insert(stem);
    const double sum = weight_of(whole, all);
    std::vector<int> parts;
    for (const int part : choice) {
      std::set<std::string> fresh;
      for (const auto& [stem, weight] : stems_of(part)) {
        if (whole.contains(stem) && !covered.contains(stem)) fresh.insert(stem);
      }
      if (weight_of(whole, fresh) < kSplitPart * sum || parts.size() == kMostParts) continue;
      parts.push_back(part);
      covered.insert(fresh.begin(), fresh.end());
    }
    if (weight_of(whole, covered) < kSplitCover * sum) return {};
    std::sort(parts.begin(), parts.end());
    // The mate stays one of the parts, or the pair stays what it is.
    if (mate >= 0 && std::find(parts.begin(), parts.end(), mate) == parts.end()) return {};
    return parts;
  }

  static constexpr float kTellingWeight = 0.5F;
  static constexpr double kSaysLittle = 0.2;

  TwoPlans p_;
  Alignment out_;
  std::vector<std::vector<Neighbour>> neighbours_;
  text::Stemmer stemmer_;
};

}  // namespace

Alignment align(const TwoPlans& plans) {
  return Aligner(plans).run();
}

}  // namespace pst::compare
