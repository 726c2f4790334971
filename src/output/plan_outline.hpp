// A plan as a text to read and edit: headings with an anchor each, by code.
#pragma once

#include <string>

#include "plan/model.hpp"

namespace pst::output {

/// CommonMark with HTML anchors: `<a id="OS1-OO2"></a>` before each heading; objectives are headings, actions
/// list items, what the plan states of them further items.
std::string to_markdown(const plan::Plan& plan);

/// One HTML page with its own style, nothing fetched: a table of contents, headings with `id`s, attributes as
/// definition lists.
std::string to_html(const plan::Plan& plan);

}  // namespace pst::output
