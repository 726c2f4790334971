// Heads of tables whose columns nobody told: a line that comes again, word for word, above rows of the plan.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Marks as heads the lines without marker, sign or label that stand three times or more in the document,
/// each time directly above a marker.
void mark_repeated_heads(Scan& scan);

}  // namespace pst::plan
