// Columns that fell out of their table, a value a line below the head: `Année` / `2021` / `2022`.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Marks the heads of such columns; whose the values are, the tree tells by their number.
void find_fallen_columns(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
