// The comparison as an Excel workbook: overview, charts, matrix, nodes, shared measures, partners, timeline,
// quality.
#pragma once

#include <string>

#include "compare/comparison.hpp"
#include "output/language.hpp"

namespace pst::output {

/// Writes the workbook to `path`, replacing what is there. Text is text, whatever it begins with; totals
/// follow the filters. Throws pst::Error.
void write_workbook(const compare::Comparison& comparison, const std::string& path, Language language);

}  // namespace pst::output
