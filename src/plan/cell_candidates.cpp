#include "plan/cell_candidates.hpp"

#include <algorithm>

#include "plan/figures.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {

using grammar::MarkerMatch;

/// The rung that a cell stands for: its column's, or that of the row's label.
std::optional<Kind> CellCandidates::kind_of(const Piece& piece, const std::string& role) const {
  const bool labelled = row_label_.line == piece.fragment->line_index && row_label_.number;
  const auto kind = kind_named(role);
  if (labelled && (kind || role == "title"))
    return row_label_.kind ? row_label_.kind : kind ? kind : Kind::action;
  const bool bare = role == "title" && piece.fragment->part == 0 && piece.reading.markers.empty() &&
                    text::starts_upper(piece.fragment->text) &&
                    scan_.heads[static_cast<std::size_t>(piece.table)].bare_actions;
  return bare ? Kind::action : kind;
}

/// The title beside an address: a node of the rung that addresses of its form have.
void CellCandidates::add_addressed(int index) {
  Candidate c;
  c.piece = index;
  c.label = row_label_.text;
  c.number = row_label_.number;
  c.family = families_.of_marker(*row_label_.address, c.number, scan_.text(index));
  c.after_blank = c.upper_rest = c.punctuated = true;
  row_label_ = {};
  families_.add(std::move(c));
}

/// A cell of a column that is a rung is a node, with or without a number.
void CellCandidates::add_cell(int index, const Piece& piece, Kind kind) {
  Candidate c;
  c.piece = index;
  c.family = families_.named("cell:" + std::string(facts(kind).json), [&](Family& f) {
    f.kinds = grammar::kind_bit(kind);
    f.preferred = kind;
    f.cell = true;
  });
  if (row_label_.line == piece.fragment->line_index && row_label_.number) {
    c.label = row_label_.text;
    c.number = row_label_.number;
    row_label_ = {};
  } else {
    for (const MarkerMatch& match : piece.reading.markers) {
      if (reader_.rule(match).generic ||
          (!reader_.rule(match).bare && !grammar::has_kind(reader_.rule(match).kinds, kind)))
        continue;
      c.begin = match.begin;
      c.end = match.end;
      c.rest = match.rest;
      c.number = match.number;
      break;
    }
  }
  c.after_blank = c.upper_rest = c.punctuated = true;
  // A cell repeated down the column is one node.
  const std::string wording = text::fold(piece.fragment->text);
  auto& last = last_cell_[static_cast<std::size_t>(kind)];
  if (last.first == wording && kind < Kind::action) {
    c.same_as = last.second;
  } else {
    last = {wording, families_.size()};
  }
  families_.add(std::move(c));
}

/// Whether it has markers of other rungs, or several.
bool CellCandidates::is_marked_otherwise(const Piece& piece, Kind kind) const {
  const auto other_rung = [&](const MarkerMatch& m) {
    return !reader_.rule(m).bare && !reader_.rule(m).generic &&
           !grammar::has_kind(reader_.rule(m).kinds, kind);
  };
  return !piece.reading.inside.empty() ||
         std::any_of(piece.reading.markers.begin(), piece.reading.markers.end(), other_rung);
}

bool CellCandidates::take(int index, const Piece& piece, int last_boundary) {
  const std::string& role = scan_.role(piece);
  if (role.empty()) return false;
  // What stands behind the plan's end is no row of a table before it.
  if (scan_.heads[static_cast<std::size_t>(piece.table)].first_piece < last_boundary) return true;
  if (is_heading_row(scan_, index)) return false;
  if (role == "number") {
    row_label_ = row_label_of(reader_.library(), piece);
    return row_label_.number.has_value();
  }
  if (role == "title" && row_label_.address && row_label_.line == piece.fragment->line_index) {
    add_addressed(index);
    return true;
  }
  if (const auto kind = kind_of(piece, role)) {
    if (piece.reading.markers.empty() && is_figures(piece.fragment->text)) return true;
    if (is_marked_otherwise(piece, *kind) && row_label_.line != piece.fragment->line_index) return false;
    if (piece.fragment->part > 0 && piece.reading.markers.empty() && !is_one_of_several(scan_, index, *kind))
      return false;
    add_cell(index, piece, *kind);
    return true;
  }
  return role != "title";  // attributes and notes hold no markers
}

}  // namespace pst::plan
