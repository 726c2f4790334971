// Whether the rungs that were inferred for unnamed numbers hold together.
#pragma once

#include "plan/candidate.hpp"
#include "plan/decode.hpp"
#include "plan/draft.hpp"

namespace pst::plan {

/// True where the ladder as read contradicts the numbers it was inferred from: `2.1` above `3`, `2.1` on the
/// topmost rung with no `2` above, a rung left out between objectives and sub-actions, or a handful of named
/// markers on the rung of many unnamed ones.
bool shaky_ladder(const Candidates& candidates, const Decoding& decoding, const Drafts& drafts);

}  // namespace pst::plan
