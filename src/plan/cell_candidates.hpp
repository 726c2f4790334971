// Candidates that the cells of tables are: a column of the table may be a rung, and a row's label another
// cell.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "grammar/reader.hpp"
#include "plan/families.hpp"
#include "plan/scan.hpp"
#include "plan/table_cells.hpp"

namespace pst::plan {

/// Takes the cells of the document in reading order.
class CellCandidates {
 public:
  CellCandidates(const Scan& scan, const grammar::Reader& reader, Families& families)
      : scan_(scan), reader_(reader), families_(families) {}

  /// Adds what the cell is; true where it was dealt with, false where it is to be read like a line.
  /// `last_boundary` is the piece behind which the plan proper is over, -1 for none.
  bool take(int index, const Piece& piece, int last_boundary);

 private:
  std::optional<Kind> kind_of(const Piece& piece, const std::string& role) const;
  bool is_marked_otherwise(const Piece& piece, Kind kind) const;
  void add_addressed(int index);
  void add_cell(int index, const Piece& piece, Kind kind);

  const Scan& scan_;
  const grammar::Reader& reader_;
  Families& families_;
  RowLabel row_label_;
  std::array<std::pair<std::string, int>, kKinds> last_cell_{};  ///< wording of the last cell of each rung
};

}  // namespace pst::plan
