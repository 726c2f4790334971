// Labelled fields below a node or on a card: `Responsable : X`, `Indicateurs :` with a list, and the lines of
// a card that name the objective it belongs to.
#include <algorithm>
#include <utility>

#include "plan/joining.hpp"
#include "plan/table_cells.hpp"
#include "plan/tree_builder.hpp"
#include "plan/wording.hpp"
#include "text/bytes.hpp"
#include "text/check_boxes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// What stands between the fields of one line: `Délai : 2021 / Agent : Anne`, `[état : en cours] [pilote :
/// Anne]`.
constexpr text::ByteSet kBeforeLabel(";|.-,([/");
constexpr text::ByteSet kBehindValue(" ;|-[/");

std::string_view without_separators(std::string_view value) {
  while (!value.empty() && kBehindValue.has(value.back())) value.remove_suffix(1);
  if (value.ends_with("–")) value.remove_suffix(std::string_view("–").size());
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if (value.ends_with(']') && value.find('[') == value.npos) value.remove_suffix(1);
  return value;
}

}  // namespace

bool TreeBuilder::start_field(PieceIndex p, std::size_t offset) {
  const std::string_view text = std::string_view(piece(p).fragment->text).substr(offset);
  std::vector<grammar::FieldMatch> fields = reader_.fields(text);
  if (fields.empty()) return false;
  // Debris or a list sign may stand before the label, words may not.
  if (text::fold(text.substr(0, fields.front().begin)).size() > 1) return false;
  // A question between blank lines heads a paragraph of its own.
  if (text.back() == '?' && piece(p).fragment->blank_before > 0 && stands_alone(scan_, p)) return false;
  finish_field();
  // Below the sub-actions of a list, a field in line with the action is the action's.
  if (node(current_).bullet && node(current_).kind == Kind::sub_action && base_ >= 0 &&
      node(base_).kind == Kind::action && offset == 0 &&
      piece(p).fragment->indent <= piece(node(current_).piece).fragment->indent) {
    current_ = base_;
    reset_list();
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const grammar::FieldMatch& field = fields[i];
    // Within a line, a label counts behind a separator; a note's label is more likely wording.
    if (i > 0) {
      std::size_t before = field.begin;
      while (before > 0 && text[before - 1] == ' ') --before;
      const char sign = before > 0 ? text[before - 1] : ' ';
      const bool separated =
          kBeforeLabel.has(sign) ||
          (before >= 3 && (text.substr(before - 3, 3) == "–" || text.substr(before - 3, 3) == "•")) ||
          field.begin - before >= 2;
      // …or with a capital, where the writer only left a gap: `Pilote : X   Échéance : 2026`.
      const bool capital = text::starts_upper(text.substr(field.begin)) && field.rule->attribute != "note" &&
                           field.rule->attribute != "title" && !kind_named(field.rule->attribute);
      if (!separated && !capital) {
        fields[i - 1].end = field.end;
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(i--));
      }
    }
  }
  for (const grammar::FieldMatch& field : fields) {
    finish_field();
    std::string_view value = text.substr(field.value, field.end - std::min(field.end, field.value));
    value = without_separators(value);
    // A dash alone says that there is no value: a list below is not this field's.
    if (value.empty() && field.end > field.value && text.substr(field.value).find_first_not_of(' ') == 0)
      value = "-";
    field_.node = current_;
    field_.piece = p;
    field_.attribute = field.rule->attribute;
    field_.name = std::string(text.substr(field.begin, field.label_end - field.begin));
    field_.text = std::string(value);
    field_.items.clear();
    field_.list = false;
  }
  if (!(node(current_).card && field_.attribute == "title"))
    node(current_).title_closed = !node(current_).title.empty() || node(current_).card;
  touch(current_, p);
  place(p, Place::node, current_, "attribute", fields.front().rule->name, fields.front().rule->origin.file);
  return true;
}

bool TreeBuilder::continue_field(PieceIndex p, std::string_view text) {
  const Piece& here = piece(p);
  const layout::Fragment& last = *piece(last_piece_).fragment;
  if (here.reading.bullet) {
    const bool takes_list = field_.list || field_.text.empty();
    if (!takes_list || here.fragment->blank_before > 1) return false;
    field_.list = true;
    field_.items.emplace_back(text::is_box(here.reading.glyph) ? std::string_view(here.fragment->text)
                                                               : text);
  } else if (field_.list) {
    if (!continues(reader_, field_.items.back(), last, *here.fragment, scan_.layout->wrap_width))
      return false;
    join(reader_, french_, field_.items.back(), text, scan_.hard_hyphens);
  } else {
    constexpr int kHanging = 4;  // columns by which a value's next line is indented
    const bool hangs = here.fragment->blank_before == 0 && here.reading.markers.empty() &&
                       here.fragment->columns <= 1 && last.columns <= 1 &&
                       here.fragment->indent >= piece(field_.piece).fragment->indent + kHanging;
    const bool value_below = hangs || (field_.text.empty() && here.fragment->blank_before <= 1);
    if (!value_below && !continues(reader_, field_.text, last, *here.fragment, scan_.layout->wrap_width))
      return false;
    join(reader_, french_, field_.text, text, scan_.hard_hyphens);
  }
  touch(field_.node, p);
  place(p, Place::node, field_.node, "attribute", field_.name);
  return true;
}

void TreeBuilder::finish_field() {
  if (field_.node < 0) return;
  const OpenField field = std::move(field_);
  field_ = OpenField{};
  Draft& draft = node(field.node);
  if (field.list) {
    std::string whole;
    for (const std::string& item : field.items) whole += item + ' ';
    if (const auto choice = text::read_choice(whole);
        choice && choice->options.size() == field.items.size()) {
      set_attribute(reader_, scan_, draft, field.attribute, field.name, whole);
      return;
    }
    for (const std::string& item : field.items) {
      std::string value = item;
      trim_title(value);
      set_attribute(reader_, scan_, draft, field.attribute, field.name, value);
    }
    return;
  }
  if (field.text.empty()) return;
  if (field.attribute == "responsible") known_names_.insert(text::fold(field.text));
  std::string value = field.text;
  if (value.size() > 2 && value[0] == '-' && value[1] == ' ') value.erase(0, 2);
  if (field.attribute != "budget" && field.attribute != "note") trim_title(value);
  set_attribute(reader_, scan_, draft, field.attribute, field.name, value);
}

/// `Objectif opérationnel : 2.1 Mobilité` on a card: the card moves below that objective, which is made where
/// the plan has not announced it.
void TreeBuilder::card_objective(PieceIndex p) {
  finish_field();
  const Piece& here = piece(p);
  const std::string& text = here.fragment->text;
  if (current_ < 0) {
    add_section(p, text, false);
    return;
  }
  Kind kind = Kind::strategic_objective;
  std::size_t value = 0;
  std::optional<grammar::Number> number;
  std::string label;
  const bool as_field =
      here.reading.field >= 0 && kind_named(reader_.field_rule(here.reading.field).attribute).has_value();
  if (!here.reading.markers.empty() && here.reading.markers.front().number) {
    const grammar::MarkerMatch& match = here.reading.markers.front();
    kind = reader_.rule(match).preferred;
    number = match.number;
    label = text.substr(match.begin, match.end - match.begin);
    value = match.rest;
  } else if (as_field) {
    kind = *kind_named(reader_.field_rule(here.reading.field).attribute);
    value = here.reading.field_value;
    label = text.substr(here.reading.field_begin, here.reading.field_end - here.reading.field_begin);
    grammar::Reading inner;
    reader_.read(std::string_view(text).substr(value), inner);
    for (const grammar::MarkerMatch& match : inner.markers) {
      const grammar::MarkerRule& rule = reader_.rule(match);
      if (!match.number || rule.generic || (!rule.bare && !grammar::has_kind(rule.kinds, kind))) continue;
      number = match.number;
      label = text.substr(value + match.begin, match.end - match.begin);
      value += match.rest;
      break;
    }
    if (!number) {
      // `n° 1 – …`, `2.1`: a number without a marker's form.
      const std::size_t sign = reader_.word_prefix("number_sign", std::string_view(text).substr(value));
      const std::size_t begin = value + sign;
      const std::size_t end = std::min(text.find_first_of(" :–", begin), text.size());
      std::string_view token = std::string_view(text).substr(begin, end - begin);
      while (!token.empty() && (token.back() == '.' || token.back() == ')')) token.remove_suffix(1);
      const bool digits =
          token.find_first_of("0123456789") != std::string_view::npos || end == text.size() || sign > 0;
      if (digits && token.size() <= 8) number = grammar::parse_number(token);
      if (number) {
        label += " " + std::string(token);
        value = end;
        value += reader_.word_prefix("separator", std::string_view(text).substr(value));
      }
    }
  }
  // Only a card moves, and only below an objective: anything else would tie the tree into a knot.
  if (!node(current_).card || kind > Kind::operational_objective) {
    add_description(p, text);
    return;
  }
  std::string wording = text::collapse(std::string_view(text).substr(std::min(value, text.size())));
  trim_title(wording);
  const int card = current_;
  int below = -1;
  if (kind == Kind::operational_objective && number && number->depth < 2) {
    for (int up = node(card).parent; up >= 0; up = node(up).parent) {
      if (node(up).kind == Kind::strategic_objective) below = up;
    }
  }
  int objective = find_objective(kind, wording, number, below);
  if (objective < 0 && number) objective = find_misnumbered(kind, wording, *number, label, p);
  if (objective < 0 && (number || !wording.empty())) {
    const auto saved = open_;
    const int saved_current = current_, saved_base = base_;
    for (int k = static_cast<int>(kind); k < kKinds; ++k) open_[static_cast<std::size_t>(k)] = -1;
    if (below >= 0) open_[static_cast<std::size_t>(Kind::strategic_objective)] = below;
    objective = open_node(kind, p);
    node(objective).number = number;
    node(objective).label = label;
    node(objective).title = wording;
    node(objective).title_closed = true;
    named_objective_ = objective;
    open_ = saved;
    current_ = saved_current;
    base_ = saved_base;
    place(p, Place::node, objective, "node", "card-objective");
  }
  if (objective >= 0) adopt(card, objective);
  place(p, Place::node, card, "attribute", "card-objective");
  last_piece_ = p;
}

bool TreeBuilder::continue_card_objective(PieceIndex p, std::string_view text) {
  const int objective = std::exchange(named_objective_, -1);
  const Piece& here = piece(p);
  if (objective < 0 || here.reading.field >= 0 || here.reading.bullet || here.fragment->blank_before > 0)
    return false;
  Draft& draft = node(objective);
  if (!continues(reader_, draft.title, *piece(last_piece_).fragment, *here.fragment,
                 scan_.layout->wrap_width))
    return false;
  join(reader_, french_, draft.title, text, scan_.hard_hyphens);
  trim_title(draft.title);
  touch(objective, p);
  place(p, Place::node, objective, "title", "wrapped");
  named_objective_ = objective;
  return true;
}

constexpr std::size_t kMostKnown = 1000;  ///< objectives, the latest, among which a card looks for its own

int TreeBuilder::find_objective(Kind kind, const std::string& wording,
                                const std::optional<grammar::Number>& number, int below) const {
  const std::string folded = text::fold(wording);
  int by_number = -1, by_words = -1;
  const std::vector<int>& known = of_kind_[static_cast<std::size_t>(kind)];
  for (std::size_t k = known.size() - std::min(known.size(), kMostKnown); k < known.size(); ++k) {
    const int i = known[k];
    const Draft& other = node(i);
    bool inside = below < 0;
    for (int up = other.parent; up >= 0 && !inside; up = node(up).parent) inside = up == below;
    if (!folded.empty() && (number || inside)) {
      const std::string theirs = text::fold(other.title);
      if (theirs == folded || (folded.size() > 12 && theirs.rfind(folded, 0) == 0)) by_words = i;
    }
    if (number && other.number && inside &&
        (*other.number == *number ||
         (number->depth != other.number->depth && number->last() == other.number->last() && below >= 0))) {
      by_number = i;
    }
  }
  return number ? by_number : by_words;
}

/// The objective of the same words below the one that the card names above, where one of the two numbers says
/// another one: a figure was misread. The number that agrees is kept.
int TreeBuilder::find_misnumbered(Kind kind, const std::string& wording, const grammar::Number& number,
                                  const std::string& label, PieceIndex p) {
  int above = node(current_).parent;
  while (above >= 0 && node(above).kind >= kind) above = node(above).parent;
  if (above < 0 || !node(above).number || kind != Kind::operational_objective) return -1;
  const auto agrees = [&](const grammar::Number& it) {
    return it.depth >= 2 && it.part(it.depth - 2) == node(above).number->part(node(above).number->depth - 1);
  };
  const int same = find_objective(kind, wording, std::nullopt, above);
  if (same < 0 || !node(same).number || node(same).number->depth != number.depth) return -1;
  if (agrees(number) == agrees(*node(same).number)) return -1;
  std::string read = number.canonical(), kept = node(same).number->canonical();
  if (agrees(number)) {
    std::swap(read, kept);
    node(same).number = number;
    node(same).label = label;
  }
  doubt("label-restored",
        "le numéro " + read + " est lu " + kept +
            " d'après l'objectif nommé au-dessus et l'intitulé, vérifiez sur l'original",
        same, p, p);
  return same;
}

void TreeBuilder::adopt(int index, int parent) {
  Draft& draft = node(index);
  if (draft.parent == parent) return;
  std::vector<int>& old = draft.parent >= 0 ? node(draft.parent).children : out_.roots;
  old.erase(std::remove(old.begin(), old.end(), index), old.end());
  draft.parent = parent;
  node(parent).children.push_back(index);
  for (int k = 0; k < static_cast<int>(draft.kind); ++k) open_[static_cast<std::size_t>(k)] = -1;
  for (int up = parent; up >= 0; up = node(up).parent) open_[static_cast<std::size_t>(node(up).kind)] = up;
}

}  // namespace pst::plan
