// Gutters: strips of white that part a page's columns.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/placed.hpp"

namespace pst::layout {

/// A strip of white between two columns of prose.
struct Gutter {
  double x0 = 0, x1 = 0;
  double y0 = 0, y1 = 0;
};

/// The tallest gutter between columns of prose among the words, if there is one. `known` are gutters of other
/// pages: where they stand, less evidence is enough. A gap that only justified text leaves, the gap between a
/// bullet and its words and the columns of a table are none.
std::optional<Gutter> find_gutter(std::span<const Word* const> words, std::span<const double> known);

}  // namespace pst::layout
