#include "plan/rungs.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>

#include "plan/doubt.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using grammar::Number;

/// The number of the parent that a number of several parts names.
std::string parent_number(Number number) {
  --number.depth;
  number.suffix = "";
  return number.canonical();
}

constexpr int kSeveral = 3;

class Finder {
 public:
  Finder(const Scan& scan, const Drafts& drafts, const std::vector<std::string>& codes,
         std::vector<source::Diagnostic>& out)
      : scan_(scan), drafts_(drafts), codes_(codes), out_(out), last_line_(drafts.nodes.size(), 0) {
    for (std::size_t n = drafts.nodes.size(); n-- > 0;) {
      const Draft& draft = drafts.nodes[n];
      last_line_[n] = std::max(last_line_[n], draft.span.last_line);
      if (draft.parent < 0) continue;
      int& above = last_line_[static_cast<std::size_t>(draft.parent)];
      above = std::max(above, last_line_[n]);
    }
  }

  double run() {
    find_orphans(drafts_.roots, -1);
    find_uneven();
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      find_orphans(drafts_.nodes[n].children, static_cast<int>(n));
      find_actions_beside(drafts_.nodes[n].children);
      find_inner_lists(drafts_.nodes[n].children);
      find_flattened_lists(drafts_.nodes[n].children);
    }
    double most = 0;
    for (std::size_t k = 0; k < numbered_.size(); ++k) {
      if (orphans_[k] >= kSeveral) most = std::max(most, static_cast<double>(orphans_[k]) / numbered_[k]);
    }
    return most;
  }

 private:
  const Draft& at(int n) const { return drafts_.nodes[static_cast<std::size_t>(n)]; }

  /// The nodes from one sibling to another and all below them.
  source::Span lines(int first, int last) const {
    source::Span span;
    span.first_line = at(first).span.first_line;
    span.last_line = std::max(span.first_line, last_line_[static_cast<std::size_t>(last)]);
    return span;
  }

  /// `1.1.1`, `1.1.2`, `1.2.1`, `1.2.2` below one node: `1.1` and `1.2` were not read. A single number astray
  /// is the plan's own fault.
  void find_orphans(const std::vector<int>& siblings, int parent) {
    std::unordered_map<std::string, int> beginnings;
    for (const int s : siblings) {
      if (!at(s).number || at(s).number->depth < 2) continue;
      ++numbered_[static_cast<std::size_t>(at(s).kind)];
      ++beginnings[parent_number(*at(s).number)];
    }
    const auto series =
        std::count_if(beginnings.begin(), beginnings.end(), [](const auto& b) { return b.second > 1; });
    if (!astray(beginnings, parent) && (beginnings.size() < 2 || (series < 2 && beginnings.size() < 3)))
      return;
    std::set<std::string> before;  // axes may nest, though the model has one rung for them
    int first = -1, last = -1;
    const auto say = [&] {
      if (first < 0) return;
      out_.push_back(reading_doubt("missing-parent",
                                   "ces numéros annoncent des parents qui n'ont pas été lus (« " +
                                       parent_number(*at(first).number) +
                                       " »…) : des titres ont pu échapper, vérifiez",
                                   lines(first, last)));
      first = -1;
    };
    for (std::size_t i = 0; i < siblings.size(); ++i) {
      const int s = siblings[i];
      const Draft& draft = at(s);
      const bool multiple = draft.number && draft.number->depth > 1;
      const std::string wanted = multiple ? parent_number(*draft.number) : std::string();
      const bool known = !multiple || names(parent, wanted) || stands_between(siblings, i, parent) ||
                         (draft.kind <= Kind::axis && before.count(wanted) != 0);
      if (draft.number && draft.kind <= Kind::axis) before.insert(draft.in_place()->canonical());
      if (known) {
        say();
        continue;
      }
      ++orphans_[static_cast<std::size_t>(draft.kind)];
      if (first < 0) first = s;
      last = s;
    }
    say();
  }

  bool names(int node, const std::string& number) const {
    return node >= 0 && at(node).number && at(node).in_place()->canonical() == number;
  }

  /// `4.1`, `9.2`, `4.3` below 4: only the beginning of the second is wrong.
  bool stands_between(const std::vector<int>& siblings, std::size_t i, int parent) const {
    const auto beside = [&](std::size_t other, int step) {
      const auto& number = at(siblings[other]).number;
      return number && number->depth > 1 && names(parent, parent_number(*number)) &&
             number->last() == at(siblings[i]).number->last() + step;
    };
    const bool follows = i > 0 && beside(i - 1, -1), goes_on = i + 1 < siblings.size() && beside(i + 1, 1);
    return (follows && (goes_on || i + 1 == siblings.size())) || (i == 0 && goes_on);
  }

  /// All below one node, though they name another of its form: `2.1`, `2.2` below `1`.
  bool astray(const std::unordered_map<std::string, int>& beginnings, int parent) const {
    if (parent < 0 || beginnings.size() != 1 || beginnings.begin()->second < 2) return false;
    const Draft& above = at(parent);
    const std::string& named = beginnings.begin()->first;
    return facts(above.kind).in_codes && above.number && above.in_place()->canonical() != named &&
           std::count(named.begin(), named.end(), '.') + 1 == above.number->depth;
  }

  /// Nodes that stand below another rung than nearly all of their kind.
  void find_uneven() {
    constexpr int kMany = 6, kShare = 4;
    std::array<std::array<int, kKinds + 1>, kKinds> count{};  // per kind, by the rung above
    const auto above = [&](const Draft& draft) {
      return static_cast<std::size_t>(draft.parent < 0 ? kKinds : static_cast<int>(at(draft.parent).kind));
    };
    for (const Draft& draft : drafts_.nodes) ++count[static_cast<std::size_t>(draft.kind)][above(draft)];
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      const Draft& draft = drafts_.nodes[n];
      if (draft.kind <= Kind::strategic_objective) continue;
      const auto& mine = count[static_cast<std::size_t>(draft.kind)];
      const int all = std::accumulate(mine.begin(), mine.end(), 0);
      const int most = *std::max_element(mine.begin(), mine.end());
      if (all < kMany || mine[above(draft)] == most || 2 * most <= all) continue;
      const bool below_none = draft.parent < 0 || at(draft.parent).kind <= Kind::axis;
      if (!below_none && kShare * (all - most) > all) continue;
      say_of_node(
          "uneven-parent",
          "cet élément ne dépend pas du même niveau que les autres de son espèce : un titre a pu échapper "
          "au-dessus de lui, vérifiez",
          static_cast<int>(n));
    }
  }

  void say_of_node(const char* rule, const char* message, int node) {
    out_.push_back(reading_doubt(rule, message, lines(node, node)));
    out_.back().code = codes_[static_cast<std::size_t>(node)];
  }

  /// Actions directly below a node that has objectives or projects, too.
  void find_actions_beside(const std::vector<int>& siblings) {
    const auto is_action = [&](int s) { return at(s).kind >= Kind::action; };
    const auto actions = std::count_if(siblings.begin(), siblings.end(), is_action);
    if (actions == 0 || actions == static_cast<std::ptrdiff_t>(siblings.size())) return;
    for (const int s : siblings) {
      if (!is_action(s)) continue;
      out_.push_back(
          reading_doubt("action-beside-objectives",
                        "action placée à côté d'objectifs ou de projets au lieu d'en dépendre : un "
                        "titre a pu échapper au-dessus d'elle, vérifiez",
                        lines(s, s)));
      out_.back().code = codes_[static_cast<std::size_t>(s)];
    }
  }

  /// Items of one list at several indents: their sign says one rung, their indent several.
  void find_flattened_lists(const std::vector<int>& siblings) {
    constexpr int kStep = 2, kFewest = 2;
    int shallow = 0, deep = 0, least = 0;
    const auto indent = [&](int s) {
      return scan_.pieces[static_cast<std::size_t>(at(s).piece)].fragment->indent;
    };
    for (const int s : siblings) {
      if (!at(s).bullet || at(s).span.page) continue;
      if (shallow == 0 || indent(s) < least) least = indent(s);
      ++shallow;
    }
    for (const int s : siblings) deep += at(s).bullet && !at(s).span.page && indent(s) >= least + kStep;
    if (deep < kFewest || shallow - deep < kFewest) return;
    out_.push_back(
        reading_doubt("list-in-list",
                      "les éléments de cette liste sont en retrait les uns des autres, mais portent le "
                      "même signe : sont-ils d'un seul niveau ? vérifiez",
                      lines(siblings.front(), siblings.back())));
  }

  /// `• Revoir l'accueil :` and `• former les agents` with one sign: the list that the first announces was
  /// read as part of its own, and moves all that follows.
  void find_inner_lists(const std::vector<int>& siblings) {
    for (std::size_t i = 0; i + 1 < siblings.size(); ++i) {
      const Draft& draft = at(siblings[i]);
      const Draft& next = at(siblings[i + 1]);
      if (!draft.bullet || !next.bullet || !draft.children.empty() || draft.kind != next.kind) continue;
      if (draft.title_end < 0 || scan_.text(draft.title_end).back() != ':') continue;
      if (!text::starts_upper(draft.title) || !text::starts_lower(next.title)) continue;
      out_.push_back(
          reading_doubt("list-in-list",
                        "un élément de la liste annonce ceux qui suivent, mais ils portent le même "
                        "signe : sont-ils ses sous-actions ? vérifiez",
                        lines(siblings[i + 1], siblings.back())));
      return;
    }
  }

  const Scan& scan_;
  const Drafts& drafts_;
  const std::vector<std::string>& codes_;
  std::vector<source::Diagnostic>& out_;
  std::vector<int> last_line_;                      ///< per node: of all that stands below it
  std::array<int, kKinds> numbered_{}, orphans_{};  ///< per kind: numbers of several parts
};

}  // namespace

double find_misplaced(const Scan& scan, const Drafts& drafts, const std::vector<std::string>& codes,
                      std::vector<source::Diagnostic>& diagnostics) {
  return Finder(scan, drafts, codes, diagnostics).run();
}

}  // namespace pst::plan
