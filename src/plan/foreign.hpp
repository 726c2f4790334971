// Text in another language than the plan's: a summary for the neighbours.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Marks such text (`[[boundary]] what = 'foreign'` tells where it begins) up to the next line that speaks
/// the plan's language, or begins with a marker of it.
void mark_foreign(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
