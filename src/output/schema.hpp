// The JSON Schema of the plan model, and the check of a JSON text against it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::output {

/// One thing that is wrong with a model file.
struct Finding {
  std::string pointer;  ///< JSON pointer of the value; empty for the whole document
  std::string message;  ///< French, without a final dot
};

/// The schema as shipped: JSON Schema, draft 2020-12.
std::string_view schema_text();

/// What in `text` does not keep to the schema; empty where all is well. Throws pst::Error where it is not
/// JSON.
std::vector<Finding> check_schema(std::string_view text, const std::string& file = {});

/// The same with a schema of one's own. Throws pst::Error where `schema` has a keyword this check does not
/// know.
std::vector<Finding> check_schema(std::string_view text, std::string_view schema, const std::string& file);

}  // namespace pst::output
