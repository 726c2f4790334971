// Pointers to their targets: `cf O.O.1.4` to the code of that objective.
#pragma once

#include <string>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/draft.hpp"

namespace pst::plan {

/// Fills in the codes of all references whose target is one node of this plan.
void resolve_references(grammar::Reader& reader, Drafts& drafts, const std::vector<std::string>& codes);

}  // namespace pst::plan
