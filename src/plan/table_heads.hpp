// Head rows of tables, and what the rows below each have in common.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Adds to Scan::heads the rows of which two or more cells, and most of them, name a column; the rows below,
/// until the next head, point to it.
void find_heads(Scan& scan, grammar::Reader& reader);

/// Fills what TableHead says of the rows below a head.
void learn_rows(Scan& scan, const grammar::Library& library);

}  // namespace pst::plan
