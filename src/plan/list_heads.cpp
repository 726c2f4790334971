#include "plan/list_heads.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace pst::plan {
namespace {

constexpr int kFewestHeads = 2;
constexpr std::size_t kIntroduction = 3;  ///< lines of prose between a heading and its list

bool is_item(const Piece& piece) {
  return piece.reading.bullet && piece.fragment->columns <= 1 && piece.preset == Preset::none;
}

/// Whether a list follows the piece, with a few lines between them at most.
bool heads_list(const Scan& scan, int piece) {
  const auto first = static_cast<std::size_t>(piece) + 1;
  for (std::size_t p = first; p < scan.pieces.size() && p <= first + kIntroduction; ++p) {
    if (is_item(scan.pieces[p])) return true;
  }
  return false;
}

/// How deep the lists behind the piece nest, by indentation or, in line, by their signs.
std::size_t depth_of_lists(const Scan& scan, int from) {
  constexpr int kStep = 2;
  std::size_t deepest = 0;
  std::vector<std::pair<int, std::uint32_t>> levels;  // indent and sign
  for (auto p = static_cast<std::size_t>(from); p < scan.pieces.size(); ++p) {
    if (!is_item(scan.pieces[p])) continue;
    const int indent = scan.pieces[p].fragment->indent;
    const std::uint32_t sign = scan.pieces[p].reading.glyph;
    while (levels.size() > 1 && indent <= levels.back().first - kStep) levels.pop_back();
    if (levels.empty() || indent >= levels.back().first + kStep) {
      levels.emplace_back(indent, sign);
    } else if (sign != levels.back().second) {
      const auto known =
          std::find_if(levels.begin(), levels.end(), [&](const auto& level) { return level.second == sign; });
      if (known == levels.end()) {
        levels.emplace_back(indent, sign);
      } else {
        levels.erase(known + 1, levels.end());
      }
    }
    deepest = std::max(deepest, levels.size());
  }
  return deepest;
}

/// Whether the next heading behind the candidate is one of the family.
bool stands_above(const Candidates& candidates, std::size_t candidate, int family) {
  return candidate + 1 < candidates.list.size() && candidates.list[candidate + 1].family == family;
}

/// The form of larger headings that stand right above the chosen ones, twice at least; -1 where none does.
int headings_above(const Candidates& candidates, int chosen) {
  std::vector<int> above(candidates.families.size(), 0);
  for (std::size_t i = 0; i + 1 < candidates.list.size(); ++i) {
    const Candidate& c = candidates.list[i];
    const Candidate& next = candidates.list[i + 1];
    const bool heading = candidates.families[static_cast<std::size_t>(c.family)].heading;
    if (heading && next.family == chosen && c.type < next.type) ++above[static_cast<std::size_t>(c.family)];
  }
  const auto most = std::max_element(above.begin(), above.end());
  return *most < kFewestHeads ? -1 : static_cast<int>(most - above.begin());
}

void set_rung(Family& family, Kind kind) {
  family.heading = false;
  family.kinds = grammar::kind_bit(kind);
  family.preferred = kind;
}

}  // namespace

void head_lists(const Scan& scan, Candidates& candidates) {
  constexpr std::size_t kStrayMarkers = 2;        // numbers within prose
  std::set<std::pair<int, std::string>> markers;  // by form and number: `M.` before each name is one
  int first = -1;
  std::vector<int> heads(candidates.families.size(), 0);
  for (const Candidate& c : candidates.list) {
    const Family& family = candidates.families[static_cast<std::size_t>(c.family)];
    if (c.boundary || c.is_alternative) continue;
    if (!family.heading)
      markers.emplace(c.family, c.number ? c.number->canonical() : '@' + std::to_string(c.piece));
    if (family.heading) heads[static_cast<std::size_t>(c.family)] += heads_list(scan, c.piece);
  }
  const auto most = std::max_element(heads.begin(), heads.end());
  if (markers.size() > kStrayMarkers || most == heads.end() || *most < kFewestHeads) return;
  const auto chosen = static_cast<int>(most - heads.begin());
  Family& family = candidates.families[static_cast<std::size_t>(chosen)];
  const int outer = headings_above(candidates, chosen);
  set_rung(family, outer < 0 ? Kind::strategic_objective : Kind::operational_objective);
  for (Candidate& c : candidates.list) {
    if (c.family != chosen) continue;
    c.before_plan = !heads_list(scan, c.piece);
    if (!c.before_plan && first < 0) first = c.piece;
  }
  candidates.guessed_ladder = true;
  if (outer >= 0) {
    set_rung(candidates.families[static_cast<std::size_t>(outer)], Kind::strategic_objective);
    for (std::size_t i = 0; i < candidates.list.size(); ++i) {
      Candidate& c = candidates.list[i];
      if (c.family == outer) c.before_plan = !stands_above(candidates, i, chosen);
    }
    return;
  }
  constexpr std::size_t kObjectives = 3;  // rungs below the headings: objectives, actions, sub-actions
  candidates.lists_hold_objectives = depth_of_lists(scan, first) >= kObjectives;
}

}  // namespace pst::plan
