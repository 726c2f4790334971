// Decided markers to a tree of drafts: every line goes to a node, a section or furniture.
#pragma once

#include "plan/candidate.hpp"
#include "plan/decode.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"
#include "text/repair.hpp"

namespace pst::plan {

Drafts build_tree(const Scan& scan, const Candidates& candidates, const Decoding& decoding,
                  grammar::Reader& reader, const text::Repairer& french);

}  // namespace pst::plan
