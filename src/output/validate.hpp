// Whether a model file keeps its promises: those of the schema, and those that a schema cannot say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/schema.hpp"
#include "plan/model.hpp"

namespace pst::output {

/// The promises between the values of a plan: parents above children on the ladder; codes unique and derived
/// from kind, number, parent and position; references and diagnostics that point at nodes of the plan; lines
/// in order and inside the document; coverage that adds up, with nothing unassigned; text in NFC.
std::vector<Finding> check_invariants(const plan::Plan& plan);

/// The part of check_invariants that is about codes (see the plan model, "Numbers and codes").
std::vector<Finding> check_codes(const plan::Plan& plan);

/// Everything wrong with a model file: what is not JSON, else the schema's findings, else the invariants'.
std::vector<Finding> validate(std::string_view text);

}  // namespace pst::output
