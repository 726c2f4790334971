// Numbers that begin again below one parent, as they do where the heading of the next was not read.
#pragma once

#include <vector>

#include "plan/draft.hpp"

namespace pst::plan {

/// Appends a doubt about each such stretch: from the node whose number begins again to the last of its kind
/// below the same parent, with what stands below them; from the first of them on where they begin again more
/// than once.
void doubt_restarts(const Drafts& drafts, std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
