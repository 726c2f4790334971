// What only a table that names the plan's nodes once more says of them: who, when, how much, how far.
#pragma once

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Gives the values in rows that opened no node to the node that such a row names by its number, its address
/// or its wording, where only one answers to them. What a node says of itself stays as it is.
void take_recalled_values(grammar::Reader& reader, const Scan& scan, Drafts& drafts);

}  // namespace pst::plan
