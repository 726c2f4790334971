#include "plan/list_heads.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/list_levels.hpp"
#include "text/unicode.hpp"

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

/// How deep the lists behind the piece nest.
int depth_of_lists(const Scan& scan, int from) {
  ListLevels levels;
  int deepest = 0;
  for (auto p = static_cast<std::size_t>(from); p < scan.pieces.size(); ++p) {
    const Piece& piece = scan.pieces[p];
    if (is_item(piece)) deepest = std::max(deepest, levels.add(*piece.fragment, piece.reading.glyph));
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
  const auto capitals = [&](const Candidate& c) {
    return candidates.families[static_cast<std::size_t>(c.family)].capitals;
  };
  // Of one size, capitals stand above the rest.
  const auto outranks = [&](const Candidate& a, const Candidate& b) {
    return a.type != b.type ? a.type < b.type : capitals(a) && !capitals(b);
  };
  for (std::size_t i = 0; i + 1 < candidates.list.size(); ++i) {
    const Candidate& c = candidates.list[i];
    const Candidate& next = candidates.list[i + 1];
    const bool heading = candidates.families[static_cast<std::size_t>(c.family)].heading;
    if (heading && next.family == chosen && outranks(c, next)) ++above[static_cast<std::size_t>(c.family)];
  }
  const auto most = std::max_element(above.begin(), above.end());
  return *most < kFewestHeads ? -1 : static_cast<int>(most - above.begin());
}

/// Whether mark-up, an underline or the size of its type says the level of the family's headings. Two such
/// levels above lists are the whole ladder.
bool has_level(const Candidates& candidates, int family) {
  return std::ranges::any_of(candidates.list,
                             [&](const Candidate& c) { return c.family == family && c.type < kBodyType; });
}

/// A short line of its own, set like prose, with a list right below it.
bool is_plain_head(const Scan& scan, std::size_t p) {
  constexpr std::size_t kLongest = 60;
  const Piece& piece = scan.pieces[p];
  const layout::Fragment& here = *piece.fragment;
  if (piece.preset != Preset::none || here.columns > 1 || here.blank_before == 0 || piece.reading.bullet ||
      piece.reading.field >= 0 || here.flow == layout::Flow::continues) {
    return false;
  }
  const std::string& text = here.text;
  return text::length(text) <= kLongest && text::starts_upper(text) &&
         std::string_view(".;:,!?").find(text.back()) == std::string_view::npos &&
         p + 1 < scan.pieces.size() && is_item(scan.pieces[p + 1]);
}

/// The lines above the lists where nearly every list has one and some list nests, or there are many: headings
/// that no type tells from prose. In reading order.
std::vector<int> plain_heads(const Scan& scan) {
  constexpr std::size_t kMany = 4;
  std::vector<int> heads;
  std::size_t lists = 0;
  for (std::size_t p = 0; p < scan.pieces.size(); ++p) {
    if (is_plain_head(scan, p)) heads.push_back(static_cast<int>(p));
    lists += is_item(scan.pieces[p]) && (p == 0 || !is_item(scan.pieces[p - 1])) &&
             scan.pieces[p].fragment->flow != layout::Flow::continues;
  }
  if (heads.size() < kFewestHeads || 4 * heads.size() < 3 * lists) return {};
  if (heads.size() < kMany && depth_of_lists(scan, heads.front()) < 2) return {};
  return heads;
}

/// Adds them to the candidates, as headings of a form of their own.
void add_plain_heads(const std::vector<int>& heads, Candidates& candidates) {
  Family family;
  family.key = "heading:plain";
  family.kinds = grammar::kind_bit(Kind::axis);
  family.preferred = Kind::axis;
  family.heading = true;
  family.count = static_cast<int>(heads.size());
  candidates.families.push_back(std::move(family));
  std::vector<Candidate> merged;
  std::vector<int> moved(candidates.list.size(), -1);  // where each candidate now stands
  const auto add = [&](int piece) {
    Candidate c;
    c.piece = piece;
    c.family = static_cast<int>(candidates.families.size()) - 1;
    c.after_blank = c.upper_rest = true;
    merged.push_back(std::move(c));
  };
  auto head = heads.begin();
  for (std::size_t i = 0; i < candidates.list.size(); ++i) {
    for (; head != heads.end() && *head < candidates.list[i].piece; ++head) add(*head);
    moved[i] = static_cast<int>(merged.size());
    merged.push_back(std::move(candidates.list[i]));
  }
  for (; head != heads.end(); ++head) add(*head);
  for (Candidate& c : merged) {
    for (int* other : {&c.alternative, &c.same_as}) {
      if (*other >= 0) *other = moved[static_cast<std::size_t>(*other)];
    }
  }
  candidates.list = std::move(merged);
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
  if (markers.size() > kStrayMarkers) return;
  if (std::none_of(heads.begin(), heads.end(), [](int n) { return n >= kFewestHeads; })) {
    const std::vector<int> plain = plain_heads(scan);
    if (plain.empty()) return;
    add_plain_heads(plain, candidates);
    heads.push_back(static_cast<int>(plain.size()));
  }
  const auto most = std::max_element(heads.begin(), heads.end());
  const auto chosen = static_cast<int>(most - heads.begin());
  Family& family = candidates.families[static_cast<std::size_t>(chosen)];
  const int outer = headings_above(candidates, chosen);
  set_rung(family, outer < 0 ? Kind::strategic_objective : Kind::operational_objective);
  for (Candidate& c : candidates.list) {
    if (c.family != chosen) continue;
    c.before_plan = !heads_list(scan, c.piece);
    if (!c.before_plan && first < 0) first = c.piece;
  }
  candidates.guessed_ladder = outer < 0 || !has_level(candidates, chosen) || !has_level(candidates, outer);
  if (outer >= 0) {
    set_rung(candidates.families[static_cast<std::size_t>(outer)], Kind::strategic_objective);
    for (std::size_t i = 0; i < candidates.list.size(); ++i) {
      Candidate& c = candidates.list[i];
      if (c.family == outer) c.before_plan = !stands_above(candidates, i, chosen);
    }
    return;
  }
  constexpr int kObjectives = 3;  // rungs below the headings: objectives, actions, sub-actions
  candidates.lists_hold_objectives = depth_of_lists(scan, first) >= kObjectives;
}

}  // namespace pst::plan
