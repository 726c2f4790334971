// Several stores as one.
#pragma once

#include <string>
#include <vector>

namespace pst::batch {

/// Joins the stores into the one in `into`, which may hold one already. The result does not depend on the
/// order of the stores, nor on how often one is merged (the times in run.json apart). Returns a French
/// sentence for each conflict:
/// - two readings of the same bytes that differ: one that succeeded wins over one that failed, then the newer
///   program's, then a fixed order;
/// - one path with different bytes: both are kept.
/// Throws pst::Error.
std::vector<std::string> merge(const std::vector<std::string>& stores, const std::string& into);

}  // namespace pst::batch
