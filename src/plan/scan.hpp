// The document's fragments with what the grammars say of each, and what can be told of the document at once:
// tables and their heads, legends, the table of contents, list signs. No decision about markers yet.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/reader.hpp"
#include "layout/layout.hpp"
#include "text/repair.hpp"

namespace pst::plan {

/// What a fragment is already known to be, whatever the markers.
enum class Preset : std::uint8_t {
  none,
  contents,        ///< entry or head of a table of contents
  head_row,        ///< column heads
  legend,          ///< says what signs mean
  furniture,       ///< page numbers and the like
  footnote,        ///< at the foot of a page
  figures,         ///< a row of figures for a node named before
  recapitulation,  ///< names in advance or once more what stands in the body
  foreign,         ///< in another language than the plan
  card_field,      ///< a card's line that names its objective
};

/// A marker found in what a line may have said before OCR misread its beginning (see rereadings()). Its
/// places are those in the text as it stands.
struct Restored {
  grammar::MarkerMatch match;
  std::string label;  ///< as it may have been
  float doubt = 0;
};

struct Piece {
  const layout::Fragment* fragment = nullptr;
  grammar::Reading reading;
  Preset preset = Preset::none;
  int table = -1;                  ///< into Scan::heads: the head in force for this row, -1 for none
  int shift = -1;                  ///< columns by which it stands further right; -1: as many as its row lacks
  bool in_card = false;            ///< within a card of labelled fields
  std::vector<Restored> restored;  ///< of a recognised text: what its label may have been, likeliest first
};

/// What a column headed by a year alone is: `year:2026`. Its cells hold a sign or a sum.
inline constexpr std::string_view kYearRole = "year:";

/// The head row of a table: the role of each column, empty where it has none.
struct TableHead {
  std::vector<std::string> roles;
  std::vector<bool> of_objective;  ///< by column, or empty: it is the objective's, not each action's
  int first_piece = 0;
  bool objective_rows = false;  ///< every row begins with an objective of its own
  bool bare_actions = false;    ///< its objectives are labelled, the rows below them carry no label
};

struct Scan {
  const layout::Layout* layout = nullptr;
  std::vector<Piece> pieces;
  std::vector<TableHead> heads;
  std::vector<std::string> run_together;  ///< roles of heads in one line, whose rows lost their columns
  std::vector<source::Span> headless;     ///< tables without a head whose columns are not plain
  std::deque<layout::Fragment> merged;    ///< cells that wrap; rows of a label and its value, as one field
  std::vector<grammar::Reader::LegendEntry> legend;
  std::vector<source::Diagnostic> diagnostics;  ///< cells whose column is in doubt
  bool names_in_cells = false;                  ///< a column of responsibles exists: stray names may be cells
  bool periods_in_cells = false;                ///< likewise for years
  bool hard_hyphens = false;                    ///< the document splits no words at its lines' ends
  bool recognised = false;  ///< another program's OCR made the document, as its text shows
  bool misread = false;     ///< …or as its labels show

  /// What the columns of all tables are.
  std::set<std::string, std::less<>> column_roles() const;

  /// The role that the table's head gives to the piece's column; empty for none. Rows that lost cells in the
  /// middle are read from both ends.
  const std::string& role(const Piece& piece) const;

  /// Whether the head says that the piece's column speaks of the objective of its row (`Pilote de
  /// l'objectif`).
  bool of_objective(const Piece& piece) const;

  /// The first piece behind the row that begins with this one; a line of text is a row of one.
  std::size_t row_end(std::size_t piece) const {
    const int line = pieces[piece].fragment->line_index;
    while (piece < pieces.size() && pieces[piece].fragment->line_index == line) ++piece;
    return piece;
  }

  const std::string& text(int piece) const { return pieces[static_cast<std::size_t>(piece)].fragment->text; }

 private:
  /// The head's column that the piece stands in; none where it has no head, or the row lost too much.
  std::optional<std::size_t> head_column(const Piece& piece) const;
};

/// `french` tells a word split at a cell's edge from a compound.
Scan scan(const layout::Layout& layout, grammar::Reader& reader, const text::Repairer& french);

}  // namespace pst::plan
