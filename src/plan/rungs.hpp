// Whether the tree holds together: parents that no line names, lists within lists that were read as one.
#pragma once

#include <vector>

#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Appends diagnostics about nodes that seem to stand below the wrong one: siblings whose numbers begin with
/// those of parents that were not read, actions beside the objectives that should hold them, nodes below
/// another rung than the rest of their kind, items of a list that one of them announces. Returns the share of
/// numbers with several parts whose parent is missing, on the rung where it is largest.
double find_misplaced(const Scan& scan, const Drafts& drafts, const std::vector<std::string>& codes,
                      std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
