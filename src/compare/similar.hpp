// Similar measures of different plans: pairs, clusters, and what only one plan has. Internal to the compare
// room.
#pragma once

#include "compare/comparison.hpp"

namespace pst::compare {

/// Fills pairs, clusters and particular, and what the nodes say of them. Themes are to be there.
void find_similar(Comparison& out, const Lexicon& lexicon, const CompareOptions& options);

}  // namespace pst::compare
