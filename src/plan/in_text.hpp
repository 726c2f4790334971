// How a candidate stands among the words around it: as a label does, or as a mention of another node.
#pragma once

#include "grammar/reader.hpp"
#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Sets what the words before and behind the candidate tell (`mentioned`, `breaks_sentence`). `marker` is the
/// rule that found it, `bare` whether its family has no word of its own.
void place_in_text(Candidate& candidate, const Scan& scan, grammar::Reader& reader, int marker, bool bare);

}  // namespace pst::plan
