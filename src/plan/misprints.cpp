#include "plan/misprints.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "plan/branches.hpp"
#include "plan/codes.hpp"
#include "plan/doubt.hpp"
#include "plan/series.hpp"

namespace pst::plan {
namespace {

using grammar::Number;

class Finder {
 public:
  explicit Finder(Drafts& drafts) : drafts_(drafts), series_(find_series(drafts)) {}

  void run() {
    std::vector<std::vector<std::vector<int>>> lists(series_.count);  // per series: of siblings
    collect(drafts_.roots, lists);
    for (const Draft& draft : drafts_.nodes) collect(draft.children, lists);
    for (auto& of_one : lists) {
      if (of_one.empty()) continue;
      std::ranges::sort(of_one);  // in the order of the document
      if (at(of_one.front().front()).kind <= Kind::strategic_objective || runs_through(of_one)) {
        std::vector<int> all;
        for (const auto& list : of_one) all.insert(all.end(), list.begin(), list.end());
        of_one = {std::move(all)};
      }
      for (const auto& list : of_one) look_at(list);
    }
  }

 private:
  Draft& at(int n) const { return drafts_.nodes[static_cast<std::size_t>(n)]; }

  void collect(const std::vector<int>& siblings, std::vector<std::vector<std::vector<int>>>& lists) const {
    std::map<std::size_t, std::vector<int>> mine;
    for (const int n : siblings) {
      if (at(n).number && at(n).kind != Kind::volet && *at(n).number->suffix == '\0')
        mine[series_.of[static_cast<std::size_t>(n)]].push_back(n);
    }
    for (auto& [series, list] : mine) lists[series].push_back(std::move(list));
  }

  /// Whether the numbers go on where a new parent begins, instead of starting again.
  bool runs_through(const std::vector<std::vector<int>>& lists) const {
    int on = 0, again = 0;
    for (std::size_t i = 1; i < lists.size(); ++i) {
      const Number& first = *at(lists[i].front()).number;
      if (first.depth != 1) return false;
      on += first.last() == at(lists[i - 1].back()).number->last() + 1;
      again += first.last() == 1;
    }
    return on > again;
  }

  void look_at(const std::vector<int>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      Draft& draft = at(list[i]);
      const Number& own = *draft.number;
      const Draft* before = i > 0 ? &at(list[i - 1]) : nullptr;
      const Draft* after = i + 1 < list.size() ? &at(list[i + 1]) : nullptr;
      const Number* above = number_above(draft);
      std::vector<Number> said;
      if (before != nullptr && before->in_place()->depth == own.depth) said.push_back(beside(*before, 1));
      if (after != nullptr && after->number->depth == own.depth && after->number->last() > 1)
        said.push_back(beside(*after, -1));
      if (const auto below = named_below(draft)) said.push_back(*below);
      // Where its parent bears it out, only numbers of that parent say anything about it.
      if (above != nullptr && own.extends(*above))
        std::erase_if(said, [&](const Number& number) { return !number.extends(*above); });
      if (std::ranges::count(said, own) > 0) continue;
      const auto sure = std::ranges::find_if(said, [&](const Number& number) {
        // The first of a series is number one.
        return std::ranges::count(said, number) > 1 || (before == nullptr && number.last() == 1);
      });
      if (sure != said.end()) draft.meant = *sure;
    }
  }

  /// The number that one of several parts should begin with.
  const Number* number_above(const Draft& draft) const {
    if (draft.parent < 0 || draft.number->depth < 2) return nullptr;
    const auto& above = at(draft.parent).in_place();
    return above && above->depth + 1 == draft.number->depth ? &*above : nullptr;
  }

  static Number beside(const Draft& draft, int step) {
    Number number = *draft.in_place();
    number.parts[number.depth - 1U].value += step;
    return number;
  }

  /// The number that most of those below begin with, where they are written out from the strategic objective
  /// down.
  std::optional<Number> named_below(const Draft& draft) const {
    if (draft.number->depth == 1 && draft.kind > Kind::strategic_objective) return std::nullopt;
    std::vector<Number> named;
    for (const int c : draft.children) {
      const auto& number = at(c).number;
      if (!number || number->depth <= draft.number->depth || *number->suffix != '\0') continue;
      named.push_back(*number);
      named.back().depth = draft.number->depth;
    }
    // The only one that can be said by more than half of them (Boyer and Moore's majority vote).
    const Number* most = nullptr;
    int votes = 0;
    for (const Number& number : named) {
      if (votes == 0) most = &number;
      votes += number == *most ? 1 : -1;
    }
    if (most == nullptr || 2 * std::ranges::count(named, *most) <= static_cast<std::ptrdiff_t>(named.size()))
      return std::nullopt;
    return *most;
  }

  Drafts& drafts_;
  Series series_;
};

}  // namespace

void find_misprints(Drafts& drafts) {
  Finder(drafts).run();
}

void doubt_numbers(const Drafts& drafts, const std::vector<std::string>& codes,
                   std::vector<source::Diagnostic>& diagnostics) {
  std::vector<source::Span> branches;
  const auto look_at = [&](const std::vector<int>& siblings) {
    std::array<int, kKinds> last{};
    for (const int n : siblings) {
      const Draft& draft = drafts.nodes[static_cast<std::size_t>(n)];
      const std::string& code = codes[static_cast<std::size_t>(n)];
      if (!draft.number || !facts(draft.kind).in_codes || contradicts_place(drafts, n)) continue;
      const Number& number = *draft.in_place();
      const bool repeated =
          std::exchange(last[static_cast<std::size_t>(draft.kind)], number.last()) == number.last();
      const bool whole = draft.kind == Kind::strategic_objective;
      const std::string ordinal = whole ? number.canonical() : std::to_string(number.last());
      if (repeated || code.ends_with(std::string(facts(draft.kind).segment) + ordinal)) continue;
      if (branches.empty()) branches = branch_spans(drafts);
      diagnostics.push_back(reading_doubt(
          "number-doubtful",
          draft.meant
              ? "le numéro " + draft.number->canonical() + " est sans doute " + number.canonical() +
                    " : le code de cet élément et de ceux qui en dépendent peut être un autre, vérifiez"
              : "un autre élément porte déjà le numéro " + number.canonical() +
                    " : un titre a pu échapper entre eux, ou l'un des deux est mal lu, vérifiez",
          branches[static_cast<std::size_t>(n)], code));
    }
  };
  look_at(drafts.roots);
  for (const Draft& draft : drafts.nodes) look_at(draft.children);
}

}  // namespace pst::plan
