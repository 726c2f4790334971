// The pieces of a table's cells, measured: which stand beside one another, and how far apart the lines of one
// cell are.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/row_pieces.hpp"

namespace pst::layout {

class MeasuredPieces {
 protected:
  MeasuredPieces(std::vector<Piece> pieces, std::size_t columns);

  double step(const std::vector<std::size_t>& column, std::size_t k) const;
  /// Whether a step is wider than those between the lines of a cell.
  bool is_loose(double step, double size) const;
  /// Whether gaps over the whole width, but for the first `merged` columns, are wider than between the lines
  /// of a cell often enough to tell the rows apart.
  bool gaps_tell(int merged) const;
  /// Whether two lines of one column are no further apart than those of a cell.
  bool near(const TextLine& above, const TextLine& line) const;
  bool across_between(std::size_t a, std::size_t b) const;
  /// Whether a line of another column stands on the same height, or none is near.
  bool is_level(std::size_t i) const;
  /// Where the words of the wider of two pieces of one column end at most.
  double right_of(const Piece& above, const Piece& line) const;
  /// Whether both lines stand in rows that fill all of three columns or more, the lower one with a figure
  /// among its cells and none that goes on in lower case: cells seldom wrap all at once.
  bool both_whole(std::size_t above, std::size_t below) const;

  /// Whether the level of a piece and the one above it fill all of four columns or more, and the lines above
  /// leave room for what stands below in two of them at least: no cell of theirs wraps.
  bool levels_apart(std::size_t above, std::size_t below) const;
  /// The same of all levels, three or more: the fields of a card.
  bool all_levels_apart() const;

  std::vector<Piece> pieces_;                        ///< from top to bottom
  std::vector<std::vector<std::size_t>> by_column_;  ///< pieces; none across
  std::vector<double> left_, right_;                 ///< where each column's words begin and end
  std::vector<std::size_t> level_;                   ///< of each piece: those of one height have one
  std::vector<std::size_t> filled_;                  ///< pieces of each level
  std::vector<bool> labelled_next_;  ///< pieces whose number comes after the one above in their column
  bool items_are_rows_ = false;      ///< an item of a list stands beside other cells

 private:
  void measure();
  void learn_limit();
  std::size_t first_of_level(std::size_t i) const;

  double pitch_ = 0;  ///< of the lines of a cell, in sizes
  double limit_ = 0;  ///< largest step within a cell where that could be told, in sizes
};

}  // namespace pst::layout
