// Rows with fewer cells than their head: which columns the missing ones are of.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Says for the cells of such rows by how many columns they stand further right than they seem. Empty cells
/// between others may have been dropped as well as those at the end: what the values look like decides, and
/// where they do not, the cells keep to the right.
void align_short_rows(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
