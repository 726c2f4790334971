#include "plan/table_cells.hpp"

#include <cstdlib>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

const Piece& at(const Scan& scan, int piece) {
  return scan.pieces[static_cast<std::size_t>(piece)];
}

bool same_row(const Scan& scan, int a, int b) {
  return b >= 0 && b < static_cast<int>(scan.pieces.size()) &&
         at(scan, a).fragment->line_index == at(scan, b).fragment->line_index;
}

}  // namespace

bool is_heading_row(const Scan& scan, int piece) {
  if (same_row(scan, piece, piece - 1) || same_row(scan, piece, piece + 1)) return false;
  const layout::Fragment& cell = *at(scan, piece).fragment;
  const bool placed = cell.flow != layout::Flow::unknown;
  const bool plain = !cell.bold && text::upper_share(cell.text) < 0.8;
  const std::string& role = scan.role(at(scan, piece));
  const bool rung = kind_named(role).has_value() || role == "title";
  // Tabs before the only cell say that it stands in its column.
  const bool typed = !placed && cell.column > 0 && kind_named(role) == Kind::action;
  return !((placed || typed) && plain && rung);
}

bool is_one_of_several(const Scan& scan, int piece, Kind kind) {
  const layout::Fragment& here = *at(scan, piece).fragment;
  int first = piece;
  while (same_row(scan, piece, first - 1) && at(scan, first - 1).fragment->column == here.column) --first;
  const Piece& head = at(scan, first);
  const grammar::Reading& reading = at(scan, piece).reading;
  if (head.reading.bullet != reading.bullet) return false;
  if (reading.bullet)
    return head.reading.glyph == reading.glyph && std::abs(head.fragment->indent - here.indent) <= 1;
  if (kind < Kind::action || here.flow != layout::Flow::starts || !text::starts_upper(here.text))
    return false;
  return scan.heads[static_cast<std::size_t>(at(scan, piece).table)].objective_rows;
}

}  // namespace pst::plan
