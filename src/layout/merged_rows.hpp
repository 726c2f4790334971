// Cells that reach over several rows: which rows they are, told by where their words stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pst::layout {

/// From where to where something reaches down the page.
struct Reach {
  double from = 0, to = 0;
};

/// Where in its rows a cell stands: the same all over a table. `middle` to the width of a line, since rows
/// are higher where their merged cell needs room; `exactly_top` and `exactly_middle` where nothing else bears
/// it out; `alone` in the middle of one row each.
enum class Stands : std::uint8_t { top, exactly_top, middle, exactly_middle, alone };

/// Whether the rows may go on from the page before, and to the next one.
struct Open {
  bool above = true, below = true;
};

/// The row that each cell of a column begins with. The cells share the rows out between them from the first
/// to the last. Rows above the first cell are none's where they may go on from the page before. Only rows
/// that `may` may be first ones. Nothing where the places do not bear this out. `line` is the height of a
/// line.
std::optional<std::vector<std::size_t>> first_rows(const std::vector<Reach>& rows,
                                                   const std::vector<bool>& may,
                                                   const std::vector<Reach>& cells, double line,
                                                   Stands stands, Open open = {});

}  // namespace pst::layout
