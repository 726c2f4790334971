// Codes for a tree that was not read from text: a plan that another program wrote.
#pragma once

#include "plan/model.hpp"

namespace pst::plan {

/// Gives every node its code by the rules of the plan model, from kind, number, label and place; what the
/// nodes had for a code is replaced, except that a volet keeps `VI` or `VE`. A number that is not in
/// canonical form is taken for none. Appends to the plan's diagnostics what its numbering says against
/// itself. Where `numbers_identify`, numbers are names that another program gave out: gaps and order say
/// nothing.
void recode(Plan& plan, bool numbers_identify = false);

}  // namespace pst::plan
