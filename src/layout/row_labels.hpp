// Numbers that begin the cells of a column, and with them its rows: `1.1.2`, `A3`, `OS1.2`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::layout {

/// The numbers of one column's lines, from the top down.
class LabelSeries {
 public:
  /// Whether the line begins with a number that comes after the last one above it: the same letters, as many
  /// components. A year or a lone number, which may as well be a quantity, is none.
  bool goes_on(std::string_view line);

 private:
  std::string letters_;
  std::vector<int> parts_;  ///< of the last number; empty before the first
};

/// A number, a date, a sum, a label, and hardly anything beside it.
bool is_short_figure(std::string_view text);

}  // namespace pst::layout
