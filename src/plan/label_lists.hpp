// Labels one below the other in one cell, each level with its value in the cell beside it: a definition list.
#pragma once

#include <deque>
#include <vector>

#include "grammar/reader.hpp"
#include "layout/layout.hpp"

namespace pst::plan {

/// The fragments in reading order; where a row of two columns holds two or more labels of fields on the left,
/// each level with words on the right, every label with its value becomes a row of its own. Such parted
/// fragments live in `storage`.
std::vector<const layout::Fragment*> part_label_lists(const layout::Layout& layout, grammar::Reader& reader,
                                                      std::deque<layout::Fragment>& storage);

}  // namespace pst::plan
