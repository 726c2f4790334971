// Text inside the plan that looks like nodes which were not read: lines that begin or stand like items.
#pragma once

#include <vector>

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Appends diagnostics about lines behind the first node that were read as prose, though they begin like one
/// another, stand like a heading, or stand among items like one of them. Returns how many lines it doubts.
int find_unread(grammar::Reader& reader, const Scan& scan, const Drafts& drafts,
                std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
