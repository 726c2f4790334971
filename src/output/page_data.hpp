// What the HTML report's script works on: the Comparison as compact JSON. Internal to the output room; its
// shape is shared with src/output/page/data.js and no promise to anyone else (comparison.json is).
#pragma once

#include <string>

#include "compare/comparison.hpp"
#include "output/language.hpp"

namespace pst::output {

/// One line of JSON. Every `<` in it is escaped, so that it can stand inside a `<script>` element.
std::string page_data(const compare::Comparison& comparison, Language language);

}  // namespace pst::output
