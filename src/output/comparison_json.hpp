// A comparison as JSON, and what goes with it: the ranked pairs, and each plan with its nodes' themes.
#pragma once

#include <string>
#include <string_view>

#include "compare/comparison.hpp"

namespace pst::output {

/// What `schema_version` of comparison.json says.
inline constexpr const char* kComparisonVersion = "1.0";

/// All of it, as comparison.schema.json describes: nodes are named `plan:code`, themes by their slug, plans
/// by their name. `indent` spaces a level; 0 puts all on one line.
std::string comparison_to_json(const compare::Comparison& comparison, int indent = 1);

/// `[{"a": "plan:code", "b": "plan:code", "score": …}]`, most similar first.
std::string similar_to_json(const compare::Comparison& comparison, int indent = 1);

/// The plan's JSON with `themes` on its nodes. `plan` is the one that `comparison.plans[index]` was made
/// from.
std::string themed_plan_to_json(const plan::Plan& plan, const compare::Comparison& comparison, int index,
                                int indent = 1);

/// The JSON Schema of comparison.json.
std::string_view comparison_schema_text();

}  // namespace pst::output
