// A table or list behind the body that names its objectives once more.
#pragma once

#include <vector>

#include "plan/named_rows.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Marks the rows, or lines, one right after another, that repeat labels with their wording and say little
/// more: figures, a state, a name. What only they say of a node is not given to it. Two at least stand beside
/// each other on their rung: a heading repeated on the next page with those above it is none.
void mark_recapitulations(Scan& scan, const std::vector<NamedRow>& rows);

}  // namespace pst::plan
