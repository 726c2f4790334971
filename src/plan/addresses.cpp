#include "plan/addresses.hpp"

namespace pst::plan {

bool has_address(const std::vector<Draft>& nodes, int node, const grammar::Number& number) {
  const auto at = [&](int index) -> const Draft& { return nodes[static_cast<std::size_t>(index)]; };
  if (!at(node).number) return false;
  if (*at(node).number == number) return number.depth > 1 || at(node).kind <= Kind::strategic_objective;
  int part = number.depth - 1;
  for (int up = node; up >= 0 && part >= 0; up = at(up).parent) {
    if (!facts(at(up).kind).in_codes) break;
    if (!at(up).number || at(up).number->last() != number.part(part).value) return false;
    const int above = at(up).parent;
    const bool outermost = above < 0 || !facts(at(above).kind).in_codes;
    if (at(up).number->depth > 1) {
      // A number that holds its ancestors' must be the rest of the address as a whole.
      if (at(up).number->depth != part + 1) return false;
      for (int i = 0; i <= part; ++i) {
        if (at(up).number->part(i).value != number.part(i).value) return false;
      }
      return true;
    }
    if (part == 0 && outermost) return true;
    --part;
  }
  return false;
}

NumberIndex::NumberIndex(const std::vector<Draft>& nodes, std::size_t most) : most_(most) {
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (!nodes[n].number) continue;
    std::vector<int>& alike = by_last_[nodes[n].number->last()];
    if (alike.size() <= most_) alike.push_back(static_cast<int>(n));
  }
}

const std::vector<int>& NumberIndex::ending_like(const grammar::Number& number) const {
  static const std::vector<int> none;
  const auto found = by_last_.find(number.last());
  return found == by_last_.end() || found->second.size() > most_ ? none : found->second;
}

}  // namespace pst::plan
