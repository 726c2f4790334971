// A plan as a workbook.
#pragma once

#include <string>

#include "plan/model.hpp"

namespace pst::output {

/// The bytes of an .xlsx: one row a node with a filter and an outline by level, amounts and years as numbers;
/// a sheet of budgets, one row a sum; a sheet of the document's facts. Text is text, never a formula. Throws
/// pst::Error where it cannot be written.
std::string to_xlsx(const plan::Plan& plan);

}  // namespace pst::output
