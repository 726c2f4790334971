// Bullets: their depth (see ListLevels), and the rung that a depth stands for.
#include <algorithm>

#include "plan/tree_builder.hpp"
#include "plan/wording.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// Signs that an OCR or a broken font puts anywhere: they do not tell one depth from another.
bool is_noise_glyph(std::uint32_t glyph) {
  return glyph < 0x80
             ? glyph != '-' && glyph != '*' && glyph != 'o' && glyph != '+' && glyph != '>' && glyph != '?'
             : glyph < 0x2000;
}

}  // namespace

void TreeBuilder::reset_list() {
  levels_.clear();
}

int TreeBuilder::bullet_level(PieceIndex p) {
  const Piece& here = piece(p);
  std::uint32_t glyph = here.reading.glyph;
  if (scan_.misread && (glyph == '+' || glyph == '>' || glyph == '?')) glyph = '*';  // one sign, as read
  return levels_.add(*here.fragment, is_noise_glyph(glyph) ? 0 : glyph);
}

/// In a document that has nothing but lists, the nested ones are the plan; flat ones are lists of its prose.
void TreeBuilder::find_list_levels() {
  if (!list_document_) return;
  list_piece_.assign(scan_.pieces.size(), false);
  int deepest = 0;
  std::vector<std::pair<PieceIndex, int>> block;
  std::vector<std::pair<std::vector<std::pair<PieceIndex, int>>, int>> blocks;
  const auto end_block = [&] {
    int depth = 0;
    for (const auto& [p, level] : block) depth = std::max(depth, level);
    if (!block.empty()) blocks.emplace_back(block, depth);
    deepest = std::max(deepest, depth);
    block.clear();
    reset_list();
  };
  for (std::size_t i = 0; i < scan_.pieces.size(); ++i) {
    const auto p = static_cast<PieceIndex>(i);
    const Piece& here = piece(p);
    if (here.preset != Preset::none || p <= candidates_.signs_stated_at) continue;
    if (here.reading.bullet && here.fragment->columns <= 1) {
      block.emplace_back(p, bullet_level(p));
    } else if (here.fragment->blank_before > 0 || !accepted_[i].empty()) {
      end_block();
    }
  }
  end_block();
  list_depth_ = deepest;
  for (const auto& [items, depth] : blocks) {
    // Lists without the depth that the plan's own list has: part of a preamble.
    if (depth < std::min(deepest, 2)) continue;
    for (const auto& [p, level] : items) list_piece_[static_cast<std::size_t>(p)] = true;
  }
}

std::optional<Kind> TreeBuilder::bullet_kind(int level) const {
  static constexpr Kind kFromTop[] = {Kind::strategic_objective, Kind::operational_objective, Kind::action,
                                      Kind::sub_action};
  if (list_document_) {
    if (list_depth_ <= 1) return level == 1 ? std::optional(Kind::action) : std::nullopt;
    if (list_depth_ == 2) return level == 1 ? Kind::strategic_objective : Kind::action;
    return level <= 4 ? std::optional(kFromTop[level - 1]) : std::nullopt;
  }
  if (base_ < 0) return std::nullopt;
  if (candidates_.lists_hold_objectives && node(base_).kind == Kind::strategic_objective)
    return level <= 3 ? std::optional(kFromTop[level]) : std::nullopt;
  switch (node(base_).kind) {
    case Kind::strategic_objective:
    case Kind::operational_objective:
    case Kind::project:
      return level == 1   ? std::optional(Kind::action)
             : level == 2 ? std::optional(Kind::sub_action)
                          : std::nullopt;
    case Kind::action:
      return level == 1 ? std::optional(Kind::sub_action) : std::nullopt;
    case Kind::axis: {
      // An axis that plans act upon directly, where the document has no objectives.
      const bool objectives = std::any_of(out_.nodes.begin(), out_.nodes.end(), [](const Draft& d) {
        return d.kind == Kind::strategic_objective || d.kind == Kind::operational_objective;
      });
      return !objectives && level == 1 && next_kind_[0] != static_cast<int>(Kind::strategic_objective)
                 ? std::optional(Kind::action)
                 : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

/// The rung that the plan's own prose gives to the list sign, in a list of that level; none where it speaks
/// of list signs, but neither of this one nor of what it stands below.
std::optional<Kind> TreeBuilder::stated_kind(PieceIndex p, int level) const {
  const std::uint32_t sign = grammar::Reader::list_sign(piece(p).fragment->text);
  std::optional<Kind> any;
  bool actions = false;
  for (const auto& [glyph, kind] : candidates_.stated_signs) {
    if (glyph == sign) return kind;
    if (glyph == kAnyGlyph) any = kind;
    actions = actions || kind == Kind::action;
  }
  // Where list signs are actions, a list below such an item is its sub-actions.
  if (any) return any == Kind::action && level > 1 ? Kind::sub_action : any;
  if (!actions || level < 2 || current_ < 0 || !node(current_).bullet) return std::nullopt;
  const int deeper = piece(p).fragment->indent - piece(node(current_).piece).fragment->indent;
  const bool below =
      node(current_).kind == Kind::action ? deeper > 0 : node(current_).kind > Kind::action && deeper >= 0;
  return below ? std::optional(Kind::sub_action) : std::nullopt;
}

bool TreeBuilder::stated_bullet(PieceIndex p) {
  if (closed_ || description_list_ || current_ < 0 || p <= candidates_.signs_stated_at) return false;
  const std::optional<Kind> kind = stated_kind(p, bullet_level(p));
  if (!kind) return false;
  flush_strays();
  const Piece& here = piece(p);
  const ListLevels levels = levels_;
  const int base = base_;
  const int opened = open_node(*kind, p);
  levels_ = levels;
  base_ = base;
  node(opened).bullet = true;
  place(p, Place::node, opened, "node", "bullet", "common");
  add_title_line(opened, p, std::string_view(here.fragment->text).substr(here.reading.bullet_end));
  return true;
}

bool TreeBuilder::bullet(PieceIndex p) {
  if (!candidates_.stated_signs.empty() && !list_document_) return stated_bullet(p);
  const Piece& here = piece(p);
  if (list_document_ && !list_piece_[static_cast<std::size_t>(p)]) return false;
  if (closed_ && !list_document_) return false;
  if (description_list_ && !list_document_) return false;
  if (current_ >= 0 && node(current_).kind >= Kind::project && !node(current_).attributes.status &&
      states_behind_sign(p)) {
    give_cell(current_, "status", p);
    return true;
  }
  const int level = bullet_level(p);
  const std::optional<Kind> kind = bullet_kind(level);
  if (!kind) return false;
  if (!list_document_) {
    // A list between an objective and the first marker below it is prose.
    const int next = next_kind_[static_cast<std::size_t>(p)];
    if (*kind == Kind::action && next > static_cast<int>(node(base_).kind) && next <= static_cast<int>(*kind))
      return false;
  }
  flush_strays();
  const std::string_view wording = std::string_view(here.fragment->text).substr(here.reading.bullet_end);
  const ListLevels levels = levels_;
  const int base = base_;
  const int opened = open_node(*kind, p);
  levels_ = levels;
  if (!list_document_) base_ = base;
  node(opened).bullet = true;
  place(p, Place::node, opened, "node", "bullet", "common");
  add_title_line(opened, p, wording);
  return true;
}

}  // namespace pst::plan
