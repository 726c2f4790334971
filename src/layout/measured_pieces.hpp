// The pieces of a table's cells, measured: how far apart the lines of one cell are, and what each line's
// words and place say of whether it goes on with the line above it in its column.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/row_pieces.hpp"

namespace pst::layout {

class MeasuredPieces {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr double kNever = 4;  ///< no paragraph of the cell above either

  MeasuredPieces(std::vector<Piece> pieces, std::size_t columns);

  const std::vector<Piece>& pieces() const { return pieces_; }
  std::size_t columns() const { return by_column_.size(); }
  /// A column's pieces, from top to bottom; none across.
  const std::vector<std::size_t>& column(std::size_t c) const { return by_column_[c]; }
  /// The piece above in the same column, no heading across between them; of such a heading, its line above.
  /// kNone for none.
  std::size_t above(std::size_t i) const { return above_[i]; }
  /// How surely a piece goes on with the cell of the one above it: less than zero where it rather begins one,
  /// or a paragraph.
  double goes_on(std::size_t i) const { return goes_on_[i]; }
  /// Whether a list sign begins it.
  bool is_item(std::size_t i) const { return is_item_[i]; }
  /// Where a column's words end at most.
  double right(std::size_t c) const { return right_[c]; }
  /// Between the middles of a cell's lines, in sizes.
  double pitch() const { return pitch_; }
  /// Whether two lines of one column are no further apart than those of a cell.
  bool near(const TextLine& above, const TextLine& line) const;

 private:
  /// Where the text of a piece's column ends, and where it may: the next column leaves room.
  double right_of(std::size_t i) const;
  double room_of(std::size_t i) const;
  /// Whether the line above fills less than half of that room.
  bool is_short(std::size_t i) const;
  double evidence(std::size_t i) const;
  void measure_pitch();

  std::vector<Piece> pieces_;  ///< from top to bottom
  std::vector<std::vector<std::size_t>> by_column_;
  std::vector<double> left_, right_;  ///< where each column's words begin and end
  std::vector<std::size_t> above_;
  std::vector<double> goes_on_;
  std::vector<bool> is_item_;
  std::vector<bool> labelled_next_;  ///< pieces whose number comes after the one above in their column
  double pitch_ = 0;
};

}  // namespace pst::layout
