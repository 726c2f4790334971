#include "plan/series.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/ascii.hpp"
#include "text/bytes.hpp"

namespace pst::plan {
namespace {

/// Letters that a label begins with: `Défi 1` and `Axe 1` are two series.
std::string series_of(const Draft& draft) {
  std::string letters(facts(draft.kind).json);
  const std::string& label = draft.restored.empty() ? draft.label : draft.restored;
  // `0.0.1.2`, `O0 1.2`: zeros for letters are letters.
  std::size_t digit = text::find_digit(label);
  if (digit != std::string::npos && label[digit] == '0') {
    for (digit = 0; digit < label.size(); ++digit) {
      const bool zero = label[digit] == '0' && digit + 1 < label.size() && !text::is_digit(label[digit + 1]);
      if (text::is_digit(label[digit]) && !zero) break;
      letters += zero ? 'O' : label[digit];
    }
    return letters;
  }
  // `b)` follows `a)`: a number that is a letter belongs to the number.
  return letters + label.substr(0, digit == std::string::npos ? label.find_last_of(' ') + 1 : digit);
}

/// Asked of the nodes in the order of the document.
class Standings {
 public:
  explicit Standings(const Drafts& drafts) : drafts_(drafts), last_child_(drafts.nodes.size()) {
    for (auto& child : last_child_) child.fill(-1);
    last_root_.fill(-1);
    last_any_.fill(-1);
  }

  Standing of(int index) {
    const Draft& draft = drafts_.nodes[static_cast<std::size_t>(index)];
    const auto kind = static_cast<std::size_t>(draft.kind);
    auto& below = draft.parent < 0 ? last_root_ : last_child_[static_cast<std::size_t>(draft.parent)];
    const int sibling = std::exchange(below[kind], index);
    const int any = std::exchange(last_any_[kind], index);
    if (!draft.number) return draft.kind == Kind::volet ? Standing::opens : Standing::unproved;
    const auto follows = [&](int other) {
      return other >= 0 && number(other) && draft.number->last() == number(other)->last() + 1;
    };
    const bool next = sibling >= 0 ? follows(sibling) : draft.number->last() == 1 || follows(any);
    const bool fits = draft.number->depth < 2 || draft.parent < 0 || !number(draft.parent) ||
                      draft.number->extends(*number(draft.parent));
    if (!next || !fits) return Standing::unproved;
    return sibling >= 0 ? Standing::follows : Standing::opens;
  }

 private:
  const std::optional<grammar::Number>& number(int index) const {
    return drafts_.nodes[static_cast<std::size_t>(index)].number;
  }

  const Drafts& drafts_;
  std::vector<std::array<int, kKinds>> last_child_;
  std::array<int, kKinds> last_root_{}, last_any_{};
};

}  // namespace

Series find_series(const Drafts& drafts) {
  Series out;
  out.of.resize(drafts.nodes.size(), 0);
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    if (!drafts.nodes[n].number) continue;
    out.of[n] = known.try_emplace(series_of(drafts.nodes[n]), out.count).first->second;
    out.count = std::max(out.count, out.of[n] + 1);
  }
  return out;
}

std::vector<Standing> find_standings(const Drafts& drafts) {
  Standings standings(drafts);
  std::vector<Standing> out;
  out.reserve(drafts.nodes.size());
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) out.push_back(standings.of(static_cast<int>(n)));
  return out;
}

}  // namespace pst::plan
