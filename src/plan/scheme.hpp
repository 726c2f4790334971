// Which grammar reads the document best, how sure that is, and what came second.
#pragma once

#include <string>

#include "grammar/library.hpp"
#include "plan/candidate.hpp"
#include "plan/decode.hpp"
#include "plan/draft.hpp"
#include "plan/model.hpp"

namespace pst::plan {

/// Below this confidence the whole reading is in doubt.
inline constexpr double kDoubtfulScheme = 0.25;

/// Every scheme is scored by the share of the document's nodes that its own markers opened; among equals the
/// one with fewer markers, as the more particular. Confidence is that share times how well the numbers follow
/// one another; rungs that were inferred count less than rungs that the grammar names, and the less the more
/// the numbers contradict the tree (`contradictions`: repeated, misplaced or out of order).
Scheme choose_scheme(const grammar::Library& library, const Candidates& candidates, const Decoding& decoding,
                     const Drafts& drafts, int contradictions, const std::string& forced);

}  // namespace pst::plan
