// A plan as JSON, and JSON back to a plan: the promise that other programs rely on.
#pragma once

#include <string>
#include <string_view>

#include "plan/model.hpp"

namespace pst::output {

/// The plan as UTF-8 JSON with a final line feed: keys in the schema's order, unknown ones left out, the same
/// bytes for the same plan. `indent` spaces a level; 0 puts all on one line.
std::string to_json(const plan::Plan& plan, int indent = 1);

/// The plan of a JSON text that to_json, or a program that keeps to the schema, has written. Strict: throws
/// pst::Error, with `file`, the line and the JSON pointer, for what is not JSON, a missing or unknown key, a
/// value of the wrong type, or another schema version.
plan::Plan from_json(std::string_view text, const std::string& file = {});

}  // namespace pst::output
