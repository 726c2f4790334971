#include "compare/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "text/codepoints.hpp"
#include "text/unicode.hpp"

namespace pst::compare {

namespace {

constexpr double kStrong = 0.45;     ///< a pair that may begin a group
constexpr double kAlike = 0.4;       ///< mean likeness of two groups that become one
constexpr std::size_t kSampled = 5;  ///< members by which a large group is judged
constexpr int kMostOfPlan = 2;       ///< members of one plan in a group
constexpr std::size_t kNameWords = 3;
constexpr std::size_t kLongestWord = 40;  ///< letters of a word of the name
constexpr double kOften = 0.5;            ///< share of the members that have a word of the name, or a theme

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

class Grouping {
 public:
  Grouping(const std::vector<Measure>& measures, const std::vector<NodeEntry>& nodes)
      : measures_(measures), nodes_(nodes), group_(nodes.size(), -1) {}

  void join(const Pair& pair) {
    int a = group_of(pair.a), b = group_of(pair.b);
    if (a == b) return;
    // The smaller group joins the larger: what a join costs then grows with the smaller one.
    if (groups_[at(a)].nodes.size() < groups_[at(b)].nodes.size()) std::swap(a, b);
    Group& to = groups_[at(a)];
    Group& from = groups_[at(b)];
    if (!fit(to, from) || mean(to.nodes, from.nodes) < kAlike) return;
    for (const int node : from.nodes) {
      group_[at(node)] = a;
      ++to.of_plan[nodes_[at(node)].plan];
    }
    to.nodes.insert(to.nodes.end(), from.nodes.begin(), from.nodes.end());
    from = {};
  }

  std::vector<std::vector<int>> take() {
    std::vector<std::vector<int>> out;
    for (Group& group : groups_) out.push_back(std::move(group.nodes));
    return out;
  }

 private:
  struct Group {
    std::vector<int> nodes;
    std::unordered_map<int, int> of_plan;  ///< how many of its nodes a plan has
  };

  int group_of(int node) {
    if (group_[at(node)] < 0) {
      group_[at(node)] = static_cast<int>(groups_.size());
      groups_.push_back({{node}, {{nodes_[at(node)].plan, 1}}});
    }
    return group_[at(node)];
  }

  bool fit(const Group& large, const Group& small) const {
    return std::all_of(small.of_plan.begin(), small.of_plan.end(), [&](const auto& entry) {
      const auto there = large.of_plan.find(entry.first);
      return entry.second + (there == large.of_plan.end() ? 0 : there->second) <= kMostOfPlan;
    });
  }

  /// Mean likeness; of large groups, of members spread over them.
  double mean(const std::vector<int>& a, const std::vector<int>& b) const {
    const std::size_t na = std::min(a.size(), kSampled), nb = std::min(b.size(), kSampled);
    double sum = 0;
    for (std::size_t i = 0; i < na; ++i) {
      for (std::size_t j = 0; j < nb; ++j)
        sum += score(measures_[at(a[i * a.size() / na])], measures_[at(b[j * b.size() / nb])]);
    }
    return sum / static_cast<double>(na * nb);
  }

  const std::vector<Measure>& measures_;
  const std::vector<NodeEntry>& nodes_;
  std::vector<int> group_;
  std::vector<Group> groups_;
};

/// A word as running text would have it: not all in capitals, unless it is an abbreviation.
std::string as_word(std::string_view written) {
  const bool shouted = text::upper_share(written) > 0.6 && text::length(written) > 5;
  if (!shouted) return std::string(written);
  std::string lower;
  for (std::size_t i = 0; i < written.size();)
    text::append(lower, text::to_lower(text::next_code_point(written, i)));
  return lower;
}

class Describer {
 public:
  Describer(const std::vector<Measure>& measures, const std::vector<NodeEntry>& nodes)
      : measures_(measures), nodes_(nodes) {}

  Cluster run(std::vector<int> members) const {
    Cluster out;
    std::sort(members.begin(), members.end());
    for (const int node : members) {
      out.members.push_back({node, closeness(node, members)});
      out.cohesion += out.members.back().score / static_cast<double>(members.size());
      const int plan = nodes_[at(node)].plan;
      if (out.plans.empty() || out.plans.back() != plan) out.plans.push_back(plan);
    }
    out.words = words(members);
    for (const std::string& word : out.words) out.name += (out.name.empty() ? "" : " · ") + word;
    out.themes = themes(members);
    return out;
  }

 private:
  double closeness(int node, const std::vector<int>& members) const {
    double sum = 0;
    int count = 0;
    const std::size_t step = std::max<std::size_t>(1, members.size() / 12);
    for (std::size_t i = 0; i < members.size(); i += step) {
      if (nodes_[at(members[i])].plan == nodes_[at(node)].plan) continue;
      sum += score(measures_[at(node)], measures_[at(members[i])]);
      ++count;
    }
    return count == 0 ? 0 : std::round(sum / count * 10000) / 10000;
  }

  struct Word {
    double weight = 0;
    int members = 0;
    std::map<std::string, int> forms;
  };

  /// The features that most members share, each in the form that most of them write.
  std::vector<std::string> words(const std::vector<int>& members) const {
    std::map<int, Word> found;
    for (const int node : members) {
      for (const Feature& f : measures_[at(node)].own) {
        const std::string_view written =
            std::string_view(nodes_[at(node)].title).substr(f.begin, f.end - f.begin);
        if (text::length(written) > kLongestWord) continue;
        Word& word = found[f.id];
        word.weight += f.weight;
        ++word.members;
        ++word.forms[as_word(written)];
      }
    }
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [id, word] : found) {
      const double share = static_cast<double>(word.members) / static_cast<double>(members.size());
      const auto form =
          std::max_element(word.forms.begin(), word.forms.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second < b.second : a.first > b.first;
          });
      const double weight = word.weight / static_cast<double>(members.size()) * (share < kOften ? 0.3 : 1);
      ranked.emplace_back(-weight, form->first);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> out;
    for (const auto& [weight, form] : ranked) {
      if (out.size() == kNameWords || (!out.empty() && -weight < 0.35 * -ranked.front().first)) break;
      const bool known = std::any_of(out.begin(), out.end(), [&, &written = form](const std::string& word) {
        return text::fold(word) == text::fold(written);
      });
      if (!known) out.push_back(form);
    }
    return out;
  }

  std::vector<int> themes(const std::vector<int>& members) const {
    std::map<int, std::pair<int, double>> found;
    for (const int node : members) {
      for (const ThemeShare& share : nodes_[at(node)].themes) {
        if (share.weight < kThemeHolds) continue;
        ++found[share.theme].first;
        found[share.theme].second += share.weight;
      }
    }
    std::vector<std::pair<double, int>> ranked;
    for (const auto& [theme, sum] : found) {
      if (sum.first >= kOften * static_cast<double>(members.size())) ranked.emplace_back(-sum.second, theme);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<int> out;
    for (const auto& [sum, theme] : ranked) out.push_back(theme);
    return out;
  }

  const std::vector<Measure>& measures_;
  const std::vector<NodeEntry>& nodes_;
};

}  // namespace

std::vector<Cluster> clusters_of(const std::vector<Pair>& pairs, const std::vector<Measure>& measures,
                                 const std::vector<NodeEntry>& nodes, const std::vector<int>& rank) {
  Grouping grouping(measures, nodes);
  for (const Pair& pair : pairs) {
    if (pair.score < kStrong) break;
    grouping.join(pair);
  }
  const Describer describer(measures, nodes);
  std::vector<Cluster> out;
  for (std::vector<int>& members : grouping.take()) {
    if (members.size() > 1) out.push_back(describer.run(std::move(members)));
  }
  std::erase_if(out, [](const Cluster& c) { return c.plans.size() < 2 || c.words.empty(); });
  const auto first = [&](const Cluster& c) {
    int least = rank[at(c.members.front().node)];
    for (const ClusterMember& m : c.members) least = std::min(least, rank[at(m.node)]);
    return least;
  };
  std::sort(out.begin(), out.end(), [&](const Cluster& a, const Cluster& b) {
    if (a.plans.size() != b.plans.size()) return a.plans.size() > b.plans.size();
    if (a.cohesion != b.cohesion) return a.cohesion > b.cohesion;
    return first(a) < first(b);
  });
  return out;
}

}  // namespace pst::compare
