#include "plan/ladder.hpp"

#include <array>
#include <cstddef>
#include <vector>

#include "plan/kinds.hpp"

namespace pst::plan {
namespace {

/// Nodes that each family opens.
std::vector<int> opened_nodes(const Candidates& candidates, const Decoding& decoding) {
  std::vector<int> opened(candidates.families.size(), 0);
  for (std::size_t c = 0; c < candidates.list.size(); ++c) {
    if (decoding.decisions[c].verdict == Verdict::opens)
      ++opened[static_cast<std::size_t>(candidates.list[c].family)];
  }
  return opened;
}

/// Whether the numbers of the family begin with those of the words that they stand below, and those below
/// them with theirs: `I.1`, `I.1.a` below `Axe I`.
bool stand_below_their_words(const Candidates& candidates, const Decoding& decoding, const Drafts& drafts,
                             std::size_t family) {
  bool any = false;
  for (const Draft& draft : drafts.nodes) {
    if (draft.candidate < 0 || !draft.number) continue;
    if (candidates.list[static_cast<std::size_t>(draft.candidate)].family != static_cast<int>(family))
      continue;
    const Draft* above = draft.parent < 0 ? nullptr : &drafts.nodes[static_cast<std::size_t>(draft.parent)];
    if (above == nullptr || above->candidate < 0 || !above->in_place() ||
        !draft.number->extends(*above->in_place()))
      return false;
    const Candidate& opener = candidates.list[static_cast<std::size_t>(above->candidate)];
    if (decoding.inferred[static_cast<std::size_t>(opener.family)]) return false;
    if (draft.children.empty()) continue;
    const auto& below = drafts.nodes[static_cast<std::size_t>(draft.children.front())].number;
    if (!below || !below->extends(*draft.number)) return false;
    any = true;
  }
  return any;
}

}  // namespace

bool shaky_ladder(const Candidates& candidates, const Decoding& decoding, const Drafts& drafts) {
  constexpr std::size_t kStyle = 5;  // where a bare family's key names the form of its first number
  const std::vector<int> opened = opened_nodes(candidates, decoding);
  std::array<int, kKinds> on_rung{}, named{};
  std::vector<std::size_t> bare;
  for (std::size_t f = 0; f < candidates.families.size(); ++f) {
    if (opened[f] == 0 || decoding.kinds[f] < 0) continue;
    const Family& family = candidates.families[f];
    const auto rung = static_cast<std::size_t>(decoding.kinds[f]);
    on_rung[rung] += opened[f];
    if (!decoding.inferred[f] && !family.cell && !family.heading) named[rung] += opened[f];
    // One alone may be a stray; it says nothing about the ladder.
    if (family.bare && decoding.inferred[f] && opened[f] > 1) bare.push_back(f);
  }
  constexpr int kTop = static_cast<int>(Kind::strategic_objective);
  constexpr int kSub = static_cast<int>(Kind::sub_action);
  const bool no_middle = on_rung[static_cast<std::size_t>(Kind::operational_objective)] == 0 &&
                         on_rung[static_cast<std::size_t>(Kind::project)] == 0;
  for (const std::size_t f : bare) {
    const Family& family = candidates.families[f];
    const int kind = decoding.kinds[f];
    if (kind <= kTop && family.depth > 1 && !stand_below_their_words(candidates, decoding, drafts, f))
      return true;
    if (kind == kSub && no_middle && on_rung[kTop] > 0) return true;
    const int others = named[static_cast<std::size_t>(kind)];
    if (others > 1 && opened[f] > 2 * others) return true;
    for (const std::size_t g : bare) {
      const Family& deeper = candidates.families[g];
      const bool same_form = family.key.size() > kStyle && deeper.key.size() > kStyle &&
                             family.key[kStyle] == deeper.key[kStyle];
      if (same_form && deeper.depth > family.depth && decoding.kinds[g] <= kind) return true;
    }
  }
  return false;
}

}  // namespace pst::plan
