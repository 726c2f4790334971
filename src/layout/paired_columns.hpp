// Labels and their values in two pairs of columns that keep no step with one another.
#pragma once

#include <optional>
#include <vector>

#include "layout/row_finder.hpp"

namespace pst::layout {

/// The rows of a box whose left half and right half are lists of labels with their values, each at heights of
/// its own: those of the left half, then those of the right one; lines across the columns stand above.
/// Nothing where the pieces are no such lists.
std::optional<std::vector<Row>> paired_rows(const std::vector<Piece>& pieces,
                                            const std::vector<double>& edges);

}  // namespace pst::layout
