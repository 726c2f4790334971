// Why each source line was read as it was.
#pragma once

#include <string>
#include <vector>

#include "output/terminal.hpp"
#include "plan/model.hpp"

namespace pst::output {

/// A table for people, one line of text a source line: line, page, class, rule@grammar, node, text.
std::string to_explanation(const std::vector<plan::LineReading>& trace, const Look& look = {});

/// The same as JSON lines, with the file's name.
std::string explanation_jsonl(const std::vector<plan::LineReading>& trace, const std::string& file);

}  // namespace pst::output
