// A table or list behind the body that names its objectives once more.
#pragma once

#include <vector>

#include "plan/named_rows.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Marks the rows, or lines, one right after another, that repeat labels with their wording and say little
/// more: figures, a state, a name. In a table whose head names attributes the number alone will do, or the
/// wording. Two at least stand beside each other on their rung: a heading repeated on the next page with
/// those above it is none. What only they say of a node, take_recalled_values() gives it.
void mark_recapitulations(Scan& scan, const std::vector<NamedRow>& rows);

}  // namespace pst::plan
