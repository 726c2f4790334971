// A list or table before the body that names its objectives in advance.
#pragma once

#include <vector>

#include "plan/named_rows.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Marks the rows, or lines, one right after another, whose labels all come again behind them with their
/// wording, and there with more beside or between them: that is the body. They say nothing else but figures.
void mark_announcements(Scan& scan, grammar::Reader& reader, const std::vector<NamedRow>& rows);

}  // namespace pst::plan
