// Tables that lost their columns: one cell a line, behind heads that stand one a line too.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Makes the lines of such tables the cells of rows. A row begins with a lone number; its last cells are told
/// by what they look like, from the end in the order of the heads. What may as well go on with the title
/// stays there, with a diagnostic.
void join_flat_rows(Scan& scan, grammar::Reader& reader, const text::Repairer& french);

}  // namespace pst::plan
