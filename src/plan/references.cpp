#include "plan/references.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "plan/addresses.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using grammar::Number;

class Resolver {
 public:
  Resolver(grammar::Reader& reader, const Drafts& drafts)
      : reader_(reader), drafts_(drafts), numbers_(drafts.nodes, kMostAlike) {
    for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
      const Draft& draft = drafts.nodes[n];
      const auto index = static_cast<int>(n);
      std::string label = text::fold(draft.label);
      if (draft.kind == Kind::volet && volets_.size() < kMostVolets) volets_.emplace_back(index, label);
      if (label.size() >= kLeastLabel && label.size() <= kLongestLabel) {
        longest_ = std::max(longest_, label.size());
        Alike& alike = by_label_[std::move(label)];
        if (alike.size() <= kMostAlike) alike.push_back(index);
      }
    }
  }

  /// The node that `raw`, said of node `from`, points at; -1 where there is none or more than one.
  int target(const std::string& raw, int from) const {
    if (raw.find("..") != std::string::npos) return -1;  // `O.O.5....` names a whole family
    if (raw.find_first_of("0123456789") != std::string::npos) {
      if (const int found = by_address(raw, from); found >= 0) return found;
      // `action 3 du O.O.2.1`: the outer target first, then the inner one below it.
      std::vector<grammar::MarkerMatch> mentions = reader_.mentions(raw);
      std::stable_sort(mentions.begin(), mentions.end(), [&](const auto& a, const auto& b) {
        return reader_.rule(a).preferred < reader_.rule(b).preferred;
      });
      int found = -1;
      for (const grammar::MarkerMatch& match : mentions) {
        const int inner = found >= 0 ? below(found, reader_.rule(match).kinds, *match.number)
                                     : by_number(reader_.rule(match).kinds, *match.number, from, raw);
        if (inner >= 0) found = inner;
      }
      if (found >= 0) return found;
    }
    return by_label(raw, from);
  }

 private:
  // Bounds that no plan reaches, so that each pointer costs little however many there are.
  static constexpr std::size_t kMostVolets = 50;
  static constexpr std::size_t kMostAlike =
      2000;  ///< so many nodes of one label or number: it tells none of them
  static constexpr std::size_t kLeastLabel = 4, kLongestLabel = 100;

  /// Nodes that share a label, in the plan's order.
  using Alike = std::vector<int>;

  const Draft& at(int node) const { return drafts_.nodes[static_cast<std::size_t>(node)]; }
  int volet_of(int node) const {
    while (node >= 0 && at(node).kind != Kind::volet) node = at(node).parent;
    return node;
  }

  /// The volet that the pointer names, else that of the node it stands in.
  int volet_meant(const std::string& raw, int from) const {
    const std::string folded = text::fold(raw);
    for (const auto& [node, label] : volets_) {
      if (label.size() > 5 && folded.find(label) != std::string::npos) return node;
    }
    return volet_of(from);
  }

  /// The one of `nodes`, or the one of them in that volet; -1 where that leaves none or several.
  int only(const std::vector<int>& nodes, int volet) const {
    if (nodes.size() == 1) return nodes.front();
    int found = -1, count = 0;
    for (const int node : nodes) {
      if (volet_of(node) != volet) continue;
      found = node;
      ++count;
    }
    return count == 1 ? found : -1;
  }

  int below(int node, grammar::KindSet kinds, const Number& number) const {
    for (const int child : numbers_.ending_like(number)) {
      if (at(child).parent == node && grammar::has_kind(kinds, at(child).kind)) return child;
    }
    return -1;
  }

  int by_number(grammar::KindSet kinds, const Number& number, int from, const std::string& raw) const {
    std::vector<int> addressed, beside, same;
    for (const int index : numbers_.ending_like(number)) {
      const Draft& node = at(index);
      if (!grammar::has_kind(kinds, node.kind)) continue;
      if (has_address(drafts_.nodes, index, number)) addressed.push_back(index);
      if (!(*node.number == number)) continue;
      same.push_back(index);
      if (node.parent == at(from).parent || node.parent == from) beside.push_back(index);
    }
    const int volet = volet_meant(raw, from);
    for (const std::vector<int>* nodes : {&addressed, &beside, &same}) {
      if (!nodes->empty()) return only(*nodes, volet);
    }
    return -1;
  }

  /// A label named whole at the pointer's end: `voir Cible 2.1`.
  int by_label(const std::string& raw, int from) const {
    const std::string folded = text::fold(raw);
    int found = -1, count = 0, beside = -1, beside_count = 0;
    for (std::size_t size = kLeastLabel; size <= std::min(longest_, folded.size()); ++size) {
      const auto alike = by_label_.find(folded.substr(folded.size() - size));
      if (alike == by_label_.end()) continue;
      for (const int node : alike->second) {
        found = node;
        ++count;
        if (at(node).parent == at(from).parent) {
          beside = node;
          ++beside_count;
        }
      }
    }
    return count == 1 ? found : beside_count == 1 ? beside : -1;
  }

  /// A number of several components alone: `(voir II.A.1.c)`.
  int by_address(const std::string& raw, int from) const {
    const std::size_t begin = raw.find_last_of(' ');
    std::string token = raw.substr(begin == std::string::npos ? 0 : begin + 1);
    while (!token.empty() && (token.back() == '.' || token.back() == ')')) token.pop_back();
    if (token.find('.') == std::string::npos) return -1;
    const auto number = grammar::parse_number(token);
    if (!number) return -1;
    std::vector<int> found;
    for (const int node : numbers_.ending_like(*number)) {
      if (has_address(drafts_.nodes, node, *number)) found.push_back(node);
    }
    return only(found, volet_meant(raw, from));
  }

  grammar::Reader& reader_;
  const Drafts& drafts_;
  std::vector<std::pair<int, std::string>> volets_;  ///< with their labels, folded
  std::unordered_map<std::string, Alike> by_label_;  ///< folded
  std::size_t longest_ = 0;                          ///< of those labels, in bytes
  NumberIndex numbers_;
};

}  // namespace

void resolve_references(grammar::Reader& reader, Drafts& drafts, const std::vector<std::string>& codes) {
  const bool any = std::any_of(drafts.nodes.begin(), drafts.nodes.end(),
                               [](const Draft& draft) { return !draft.attributes.references.empty(); });
  if (!any) return;
  const Resolver resolver(reader, drafts);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    for (Reference& reference : drafts.nodes[n].attributes.references) {
      const int target = resolver.target(reference.raw, static_cast<int>(n));
      if (target >= 0 && target != static_cast<int>(n))
        reference.code = codes[static_cast<std::size_t>(target)];
    }
  }
}

}  // namespace pst::plan
