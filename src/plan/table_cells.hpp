// What the cells of a table are, as its head and the other cells tell.
#pragma once

#include <optional>
#include <string>

#include "grammar/library.hpp"
#include "plan/kinds.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Whether cells of a column of that role speak of an attribute.
bool is_attribute(const std::string& role);

/// The number cell of a row labels the node of that row: `| A1.2 | Créer … |`.
struct RowLabel {
  int line = -1;
  std::string text;
  std::optional<grammar::Number> number;
  std::optional<Kind> kind;                     ///< where the label says it (`OS1`)
  std::optional<grammar::MarkerMatch> address;  ///< where only the labels together do (`S1 - O2`)
};

RowLabel row_label_of(const grammar::Library& library, const Piece& piece);

/// Whether blank lines stand behind the piece, or nothing.
bool stands_alone(const Scan& scan, int piece);

/// Whether it is a line between two rows of a typed table.
bool parts_rows(const Scan& scan, int piece);

/// Whether the cell stands alone in its row and is a heading within the table. On a page with places a
/// heading stands across the columns; what stands in a column that is a rung, with nothing beside it, is a
/// row like others.
bool is_heading_row(const Scan& scan, int piece);

/// Whether a further paragraph of a cell is a node like the first: an item of the list that the cell is, or,
/// in a table whose every row is an objective's, one of its actions.
bool is_one_of_several(const Scan& scan, int piece, Kind kind);

/// Whether the piece is nothing but the words of a rung and explains them: behind a list sign, or beside or
/// below the names of other columns.
bool only_names_rung(const Scan& scan, int piece, const grammar::MarkerMatch& match);

}  // namespace pst::plan
