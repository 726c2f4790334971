#include "plan/foreign.hpp"

#include <algorithm>

namespace pst::plan {
namespace {

/// Whether the plan goes on with the line: a marker whose words a grammar knows, another boundary, words of
/// the plan's language.
bool goes_on_in_french(const Piece& piece, grammar::Reader& reader) {
  const bool known = std::any_of(
      piece.reading.markers.begin(), piece.reading.markers.end(),
      [&](const grammar::MarkerMatch& m) { return !reader.rule(m).generic && !reader.rule(m).bare; });
  return known || piece.reading.boundary != nullptr || piece.reading.field >= 0 ||
         !reader.find("french_word", piece.fragment->text).empty();
}

bool begins_foreign(const Piece& piece) {
  return piece.preset == Preset::none && piece.reading.boundary != nullptr &&
         piece.reading.boundary->what == "foreign" && piece.reading.markers.empty() &&
         piece.fragment->columns <= 1 && piece.fragment->blank_before > 0;
}

}  // namespace

void mark_foreign(Scan& scan, grammar::Reader& reader) {
  for (std::size_t p = 0; p < scan.pieces.size(); ++p) {
    if (!begins_foreign(scan.pieces[p])) continue;
    scan.pieces[p].preset = Preset::foreign;
    for (; p + 1 < scan.pieces.size(); ++p) {
      Piece& next = scan.pieces[p + 1];
      const bool foreign = next.reading.boundary != nullptr && next.reading.boundary->what == "foreign";
      if (!foreign && goes_on_in_french(next, reader)) break;
      if (next.preset == Preset::none) next.preset = Preset::foreign;
    }
  }
}

}  // namespace pst::plan
