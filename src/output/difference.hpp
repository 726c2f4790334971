// What changed between two plans, as text, JSON and a page.
#pragma once

#include <string>
#include <string_view>

#include "compare/difference.hpp"

namespace pst::output {

/// What `schema_version` of the JSON says.
inline constexpr const char* kDifferenceVersion = "1.0";

/// French name of a change: `conservé`, `reformulé` …
std::string_view french_change(compare::Change change);

/// For reading in a terminal or a mail: a summary, then a line or two for each step but the kept ones, unless
/// `all`. Words that went stand in [-…-], words that came in {+…+}.
std::string difference_to_text(const compare::Difference& difference, bool all = false);

/// Everything, steps in the order of the later plan.
std::string difference_to_json(const compare::Difference& difference, int indent = 1);

/// One page that needs nothing else: no network, no script but for its filters, which are not needed to read
/// it.
std::string difference_to_html(const compare::Difference& difference);

}  // namespace pst::output
