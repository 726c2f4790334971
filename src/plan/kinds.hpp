// The ladder of kinds, as the model names it; the table itself stands where the grammars need it.
#pragma once

#include "grammar/kinds.hpp"

namespace pst::plan {

using grammar::facts;
using grammar::Kind;
using grammar::kind_named;
using grammar::KindFacts;
using grammar::kKinds;
using grammar::kLadder;

}  // namespace pst::plan
