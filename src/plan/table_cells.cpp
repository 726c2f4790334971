#include "plan/table_cells.hpp"

#include <cstdlib>
#include <string_view>

#include "grammar/number.hpp"
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

bool is_attribute(const std::string& role) {
  return role == "responsible" || role == "period" || role == "priority" || role == "status" ||
         role == "budget" || role == "indicators" || role == "recurrence" || role == "references" ||
         role == "note" || role.starts_with(kYearRole);
}

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
  const auto in_cell = [&](int other) {
    return same_row(scan, piece, other) && at(scan, other).fragment->column == here.column;
  };
  // Mostly each paragraph is one piece: then this is the first, and the cell is not walked through.
  int first = in_cell(piece - here.part) ? piece - here.part : piece;
  while (in_cell(first - 1)) --first;
  const Piece& head = at(scan, first);
  const grammar::Reading& reading = at(scan, piece).reading;
  if (head.reading.bullet != reading.bullet) return false;
  if (reading.bullet)
    return head.reading.glyph == reading.glyph && std::abs(head.fragment->indent - here.indent) <= 1;
  if (kind < Kind::action || here.flow == layout::Flow::continues || !text::starts_upper(here.text))
    return false;
  return scan.heads[static_cast<std::size_t>(at(scan, piece).table)].objective_rows;
}

RowLabel row_label_of(const grammar::Library& library, const Piece& piece) {
  RowLabel out{piece.fragment->line_index, piece.fragment->text, std::nullopt, std::nullopt, std::nullopt};
  for (const grammar::MarkerMatch& match : piece.reading.markers) {
    if (!match.number || match.rest < piece.fragment->text.size()) continue;
    const grammar::MarkerRule& rule = library.marker(match.marker);
    out.number = match.number;
    if (!match.code.empty()) out.address = match;
    if (!rule.bare && !rule.generic) out.kind = rule.preferred;
    return out;
  }
  std::string_view token = piece.fragment->text;
  while (!token.empty() && (token.back() == '.' || token.back() == ')')) token.remove_suffix(1);
  out.number = grammar::parse_number(token);
  return out;
}

bool stands_alone(const Scan& scan, int piece) {
  const auto next = static_cast<std::size_t>(piece) + 1;
  return next >= scan.pieces.size() || scan.pieces[next].fragment->blank_before > 0;
}

bool parts_rows(const Scan& scan, int piece) {
  return piece > 0 && piece + 1 < static_cast<int>(scan.pieces.size()) &&
         at(scan, piece).fragment->columns <= 1 && at(scan, piece - 1).fragment->columns > 1 &&
         at(scan, piece + 1).fragment->columns > 1;
}

bool only_names_rung(const Scan& scan, int piece, const grammar::MarkerMatch& match) {
  const Piece& here = scan.pieces[static_cast<std::size_t>(piece)];
  if (match.rest < here.fragment->text.size()) return false;
  if (match.decorated) return true;
  if (here.reading.column == nullptr) return false;
  const auto names_column = [&](int p) {
    return p >= 0 && p < static_cast<int>(scan.pieces.size()) &&
           scan.pieces[static_cast<std::size_t>(p)].reading.column != nullptr;
  };
  return here.fragment->columns > 2 || names_column(piece - 1) || names_column(piece + 1);
}

}  // namespace pst::plan
