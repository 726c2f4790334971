// The comparison on a page of Markdown, to paste in a mail.
#pragma once

#include <string>

#include "compare/comparison.hpp"
#include "output/language.hpp"

namespace pst::output {

/// Signs that Markdown would read are escaped in what plans say.
std::string to_mail_summary(const compare::Comparison& comparison, Language language);

}  // namespace pst::output
