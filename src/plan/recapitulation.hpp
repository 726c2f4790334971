// A table or list behind the body that names its objectives once more.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Marks the rows, or lines, one right after another, that repeat labels with their wording and say nothing
/// new but figures. Two at least stand beside each other on their rung: a heading repeated on the next page
/// with those above it is none.
void mark_recapitulations(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
