#include "plan/codes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "plan/series.hpp"

namespace pst::plan {
namespace {

using source::About;
using source::Diagnostic;
using source::Severity;

class Coder {
 public:
  Coder(const Drafts& drafts, std::vector<Diagnostic>& diagnostics)
      : drafts_(drafts), diagnostics_(diagnostics), series_(find_series(drafts)) {}

  std::vector<std::string> run() {
    codes_.resize(drafts_.nodes.size());
    prefix_.resize(drafts_.nodes.size());
    position_.resize(drafts_.nodes.size());
    head_position_.resize(drafts_.nodes.size());
    number_siblings(drafts_.roots);
    for (const Draft& draft : drafts_.nodes) number_siblings(draft.children);
    name_outer(drafts_.roots);
    find_prefixes();
    number_heads();
    for (const int root : drafts_.roots) visit(root, {});
    find_through_series();
    report_siblings(drafts_.roots);
    for (const Draft& draft : drafts_.nodes) report_siblings(draft.children);
    report_empty();
    return std::move(codes_);
  }

 private:
  const Draft& at(int node) const { return drafts_.nodes[static_cast<std::size_t>(node)]; }
  std::string& code(int node) { return codes_[static_cast<std::size_t>(node)]; }

  /// Volets and axes: their segment alone.
  void name_outer(const std::vector<int>& nodes) {
    for (const int n : nodes) {
      const Draft& draft = at(n);
      if (draft.kind == Kind::volet) {
        ++volets_;
        std::string segment = draft.segment.empty() ? "V" + std::to_string(volets_) : draft.segment;
        if (!used_.insert(segment).second) {
          segment = "V" + std::to_string(volets_);
          used_.insert(segment);
        }
        code(n) = segment;
      } else if (draft.kind == Kind::axis) {
        code(n) = std::string(facts(Kind::axis).segment) + std::to_string(++axes_);
      }
      name_outer(draft.children);
    }
  }

  int ancestor(int node, Kind kind) const {
    for (int up = at(node).parent; up >= 0; up = at(up).parent) {
      if (at(up).kind == kind) return up;
    }
    return -1;
  }

  /// Nodes that begin a code: nothing above them is part of it.
  bool is_head(int node) const {
    if (!facts(at(node).kind).in_codes) return false;
    const int parent = at(node).parent;
    return parent < 0 || !facts(at(parent).kind).in_codes;
  }

  /// Where numbering starts again in each volet (or, by analogy, in each axis), its code goes in front.
  void find_prefixes() {
    for (const Kind outer : {Kind::volet, Kind::axis}) {
      std::map<std::string, std::set<int>> below;  // segment → outer nodes that have it
      bool again = false;
      for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
        const auto index = static_cast<int>(n);
        if (!is_head(index) || !at(index).number || at(index).meant) continue;
        if (at(index).kind != Kind::strategic_objective && has_strategic_) continue;
        std::set<int>& places = below[prefix_[n] + head_segment(index)];
        places.insert(ancestor(index, outer));
        again = again || places.size() > 1;
      }
      if (!again) continue;
      for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
        const int up = is_head(static_cast<int>(n)) ? ancestor(static_cast<int>(n), outer) : -1;
        if (up >= 0) prefix_[n] += codes_[static_cast<std::size_t>(up)] + "-";
      }
    }
  }

  std::string head_segment(int node) const {
    const Draft& draft = at(node);
    const std::string segment(facts(draft.kind).segment);
    if (!draft.number) return segment + std::to_string(position(node));
    return segment + (draft.kind == Kind::strategic_objective ? draft.number->canonical()
                                                              : std::to_string(draft.number->last()));
  }

  /// 1-based, among the siblings of its kind.
  int position(int node) const { return position_[static_cast<std::size_t>(node)]; }

  void number_siblings(const std::vector<int>& siblings) {
    std::array<int, kKinds> count{};
    for (const int s : siblings) {
      position_[static_cast<std::size_t>(s)] = ++count[static_cast<std::size_t>(at(s).kind)];
    }
  }

  void visit(int node, const std::string& above) {
    const Draft& draft = at(node);
    if (!facts(draft.kind).in_codes) {
      for (const int child : draft.children) visit(child, {});
      return;
    }
    const std::string base = above.empty() ? prefix_[static_cast<std::size_t>(node)] : above + "-";
    std::string wanted = base + segment_of(node);
    if (used_.count(wanted) != 0) {
      // The number stands already: position, then the next one that is free.
      const std::string segment = base + std::string(facts(draft.kind).segment);
      if (draft.number) moved_.push_back(node);
      int& free = next_free_[segment];
      free = std::max(free, position_in_code(node));
      do wanted = segment + std::to_string(free++);
      while (used_.count(wanted) != 0);
    }
    used_.insert(wanted);
    code(node) = wanted;
    for (const int child : draft.children) visit(child, wanted);
  }

  /// For an objective below an axis the siblings are those of the whole volet or document.
  int position_in_code(int node) const {
    return is_head(node) ? head_position_[static_cast<std::size_t>(node)] : position(node);
  }

  void number_heads() {
    std::unordered_map<std::string, int> count;
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      if (!is_head(static_cast<int>(n))) continue;
      head_position_[n] = ++count[prefix_[n] + std::string(facts(drafts_.nodes[n].kind).segment)];
    }
  }

  std::string segment_of(int node) {
    const Draft& draft = at(node);
    const std::string segment(facts(draft.kind).segment);
    if (!draft.number) return segment + std::to_string(position_in_code(node));
    if (draft.meant) {
      const bool misplaced = draft.meant->last() == draft.number->last();
      report(node, misplaced ? "number-misplaced" : "number-misprinted",
             "le numéro " + draft.number->canonical() + " contredit ceux qui l'entourent, qui attendent " +
                 draft.meant->canonical());
      if (stands_in_the_way(node)) return segment + std::to_string(position_in_code(node));
    }
    if (draft.kind == Kind::strategic_objective) return segment + draft.number->canonical();
    if (contradicts_place(drafts_, node)) {
      report(node, "number-misplaced",
             "le numéro " + draft.number->canonical() + " contredit sa place : le code suit la position");
      return segment + std::to_string(position(node));
    }
    return segment + std::to_string(draft.number->last());
  }

  /// Whether the number of a misprinted label contradicts the node's own siblings, not only those below
  /// another parent.
  bool stands_in_the_way(int node) const {
    if (at(node).kind == Kind::strategic_objective) return true;
    const int number = at(node).number->last();
    const auto& siblings = at(node).parent < 0 ? drafts_.roots : at(at(node).parent).children;
    bool before = true;
    for (const int s : siblings) {
      if (s == node) {
        before = false;
      } else if (at(s).kind == at(node).kind && at(s).number) {
        const int other = at(s).in_place()->last();
        if (before ? other >= number : other <= number) return true;
      }
    }
    return false;
  }

  void report(int node, const char* rule, const std::string& message) {
    Diagnostic diagnostic;
    diagnostic.about = About::plan;
    diagnostic.rule = rule;
    diagnostic.message = message;
    diagnostic.lines = {at(node).span.first_line, at(node).span.last_line};
    pending_.emplace_back(node, std::move(diagnostic));
  }

  /// Whether all numbers of that kind differ: it is numbered through the whole document.
  void find_through_series() {
    numbers_.resize(series_.count);
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      const Draft& draft = drafts_.nodes[n];
      if (!draft.number) continue;
      Numbers& numbers = numbers_[series_.of[n]];
      if (!numbers.all.insert(draft.in_place()->last()).second) numbers.again = true;
    }
  }

  /// Gaps and repeats among siblings; numbers that run through the document have none at a new parent.
  void report_siblings(const std::vector<int>& siblings) {
    std::map<std::size_t, int> last;  // of each series
    for (const int n : siblings) {
      const Draft& draft = at(n);
      if (draft.kind == Kind::volet || !draft.number || contradicts_place(drafts_, n)) continue;
      const std::size_t series = series_.of[static_cast<std::size_t>(n)];
      const std::unordered_set<int>& numbers = numbers_[series].all;
      const bool through = !numbers_[series].again;
      const int number = draft.in_place()->last(), before = last[series];
      const bool follows = through ? number == 1 || numbers.count(number - 1) != 0 : number <= before + 1;
      if (before > 0 && number == before && *draft.number->suffix == '\0') {
        report(n, "number-repeated",
               "le numéro " + draft.number->canonical() + " est déjà pris par un voisin");
      } else if (before > 0 && number < before) {
        report(n, "numbering-order",
               "le numéro " + draft.number->canonical() + " vient après " + std::to_string(before));
      } else if (!follows) {
        int first = before + 1;
        if (through) {
          for (first = number; first > 1 && numbers.count(first - 1) == 0; --first) {
          }
        }
        report(n, "numbering-gap", missing(first, number - 1, draft.kind));
      }
      last[series] = number;
    }
  }

  static std::string missing(int first, int last, Kind kind) {
    const std::string what(facts(kind).french);
    if (first == last) return "il manque le numéro " + std::to_string(first) + " (" + what + ")";
    return "il manque les numéros " + std::to_string(first) + " à " + std::to_string(last) + " (" + what +
           ")";
  }

  /// A code that is not its number's, where nothing else says why.
  void report_moved() {
    std::unordered_set<int> explained;
    for (const auto& [node, diagnostic] : pending_) {
      if (diagnostic.rule != "empty-marker" && diagnostic.rule != "numbering-gap") explained.insert(node);
    }
    for (const int node : moved_) {
      if (explained.count(node) != 0) continue;
      report(node, "code-taken",
             "le numéro " + at(node).number->canonical() +
                 " donnerait un code déjà pris : le code suit la position");
    }
  }

  void report_empty() {
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      const Draft& draft = drafts_.nodes[n];
      if (!draft.title.empty() || draft.kind == Kind::volet) continue;
      report(static_cast<int>(n), "empty-marker",
             "« " + draft.label + " » n'a pas d'intitulé : complétez le plan ou supprimez le numéro");
    }
    report_moved();
    for (auto& [node, diagnostic] : pending_) {
      diagnostic.code = codes_[static_cast<std::size_t>(node)];
      diagnostics_.push_back(std::move(diagnostic));
    }
  }

  const Drafts& drafts_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<std::string> codes_;
  std::vector<std::string> prefix_;
  std::vector<int> position_, head_position_;
  std::unordered_map<std::string, int> next_free_;  ///< per segment without its ordinal
  std::vector<int> moved_;                          ///< numbered nodes whose code is not their number's
  std::unordered_set<std::string> used_;
  std::vector<std::pair<int, Diagnostic>> pending_;
  struct Numbers {
    std::unordered_set<int> all;
    bool again = false;  ///< they start again somewhere
  };
  Series series_;
  std::vector<Numbers> numbers_;  ///< of each series in the document
  int volets_ = 0, axes_ = 0;
  bool has_strategic_ = std::any_of(drafts_.nodes.begin(), drafts_.nodes.end(),
                                    [](const Draft& d) { return d.kind == Kind::strategic_objective; });
};

}  // namespace

bool contradicts_place(const Drafts& drafts, int node) {
  const Draft& draft = drafts.nodes[static_cast<std::size_t>(node)];
  if (!draft.number || draft.number->depth < 2) return false;
  const grammar::Number& number = *draft.in_place();
  for (int up = draft.parent; up >= 0; up = drafts.nodes[static_cast<std::size_t>(up)].parent) {
    // The nearest number of several components says what ours must begin with.
    const Draft& above = drafts.nodes[static_cast<std::size_t>(up)];
    if (!above.number || !facts(above.kind).in_codes) continue;
    const grammar::Number& theirs = *above.in_place();
    if (theirs.depth >= 2 && theirs.depth < number.depth) return !number.extends(theirs);
    break;
  }
  std::vector<int> ordinals;  // of the numbered ancestors, innermost first
  bool numbered = false;
  for (int up = draft.parent; up >= 0; up = drafts.nodes[static_cast<std::size_t>(up)].parent) {
    const Draft& above = drafts.nodes[static_cast<std::size_t>(up)];
    if (!above.number) continue;
    if (number.extends(*above.in_place())) return false;
    if (!facts(above.kind).in_codes) continue;
    numbered = true;
    ordinals.push_back(above.in_place()->last());
  }
  if (!numbered) return false;
  // O.S. 4 / O.O. 2 / Action 4.2.1: each number starts again, the whole one adds them up.
  const auto deep = static_cast<std::size_t>(number.depth) - 1;
  if (ordinals.size() < deep) return true;
  for (std::size_t i = 0; i < deep; ++i) {
    if (ordinals[i] != number.part(number.depth - 2 - static_cast<int>(i)).value) return true;
  }
  return false;
}

std::vector<std::string> assign_codes(const Drafts& drafts, std::vector<Diagnostic>& diagnostics) {
  return Coder(drafts, diagnostics).run();
}

}  // namespace pst::plan
