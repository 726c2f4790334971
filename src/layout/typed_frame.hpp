// Frames of `+---+---+` and `|`, or of line-drawing signs, around the cells of a typed table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/columns.hpp"

namespace pst::layout {

class FrameFinder {
 public:
  FrameFinder(const std::vector<std::string>& texts, const std::vector<LineInfo>& lines)
      : texts_(texts), lines_(lines) {}

  /// Whether the line begins with a frame's corner and rule.
  bool begins(std::size_t line) const;

  /// The table whose frame begins at the line. A cell may span columns and rows. `end` becomes the line
  /// behind the frame's: where it holds no table, none of its lines begins one.
  std::optional<TypedTable> at(std::size_t line, std::size_t& end) const;

 private:
  const std::vector<std::string>& texts_;
  const std::vector<LineInfo>& lines_;
};

}  // namespace pst::layout
