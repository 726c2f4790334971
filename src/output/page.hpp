// The HTML report: one page that holds everything it shows and asks nothing of any network.
#pragma once

#include <string>

#include "compare/comparison.hpp"
#include "output/language.hpp"

namespace pst::output {

/// The whole page. Text of plans is data in it, never markup; its policy lets no script run but its own.
std::string to_page(const compare::Comparison& comparison, Language language);

}  // namespace pst::output
