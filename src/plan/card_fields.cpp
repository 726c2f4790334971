#include "plan/card_fields.hpp"

#include "plan/kinds.hpp"

namespace pst::plan {
namespace {

/// Whether a field that names no objective follows before the next card.
template <class Opens>
bool has_field_ahead(const Scan& scan, grammar::Reader& reader, std::size_t from, Opens opens_card) {
  constexpr std::size_t kReach = 12;
  for (std::size_t j = from + 1; j < scan.pieces.size() && j - from <= kReach; ++j) {
    const Piece& next = scan.pieces[j];
    if (opens_card(next)) return false;
    if (next.reading.field < 0) continue;
    if (!kind_named(reader.field_rule(next.reading.field).attribute)) return true;
  }
  return false;
}

bool names_objective(const grammar::MarkerRule& rule) {
  return rule.preferred <= Kind::operational_objective && !rule.bare && !rule.generic;
}

}  // namespace

void find_card_fields(Scan& scan, grammar::Reader& reader) {
  const auto opens_card = [&](const Piece& piece) {
    return !piece.reading.markers.empty() && reader.rule(piece.reading.markers.front()).card;
  };
  bool in_card = false;
  for (std::size_t i = 0; i < scan.pieces.size(); ++i) {
    Piece& piece = scan.pieces[i];
    if (opens_card(piece)) {
      in_card = has_field_ahead(scan, reader, i, opens_card);
      piece.in_card = in_card;
      continue;
    }
    if (piece.reading.boundary != nullptr && piece.reading.boundary->closes()) in_card = false;
    if (!in_card || piece.preset != Preset::none) continue;
    piece.in_card = true;
    const bool field =
        piece.reading.field >= 0 && kind_named(reader.field_rule(piece.reading.field).attribute);
    const bool heading =
        !piece.reading.markers.empty() && names_objective(reader.rule(piece.reading.markers.front()));
    if (field || (heading && has_field_ahead(scan, reader, i, opens_card))) {
      piece.preset = Preset::card_field;
    } else if (heading) {
      in_card = piece.in_card = false;
    }
  }
}

}  // namespace pst::plan
