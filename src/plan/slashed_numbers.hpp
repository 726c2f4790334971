// Numbers whose components slashes part: `1/2/1`.
#pragma once

#include "layout/layout.hpp"

namespace pst::plan {

/// Whether lines or cells are numbered so: `1/1/1` comes, and what follows it among its like. Dates and
/// shares begin otherwise.
bool slashes_part_numbers(const layout::Layout& layout);

}  // namespace pst::plan
