// Tables in plain text whose rules are typed: Pandoc's simple, multiline and grid tables, reStructuredText's,
// and frames of `+---+` or line-drawing signs. The rules tell columns, and with blank lines rows; cells may
// wrap.
#pragma once

#include <string>
#include <vector>

#include "layout/columns.hpp"

namespace pst::layout {

/// Why a table's rule is set aside.
inline constexpr const char* kTableRule = "table-rule";

/// The tables, in order, from their first rule or head to their last rule, whose rules `lines` then knows.
std::vector<TypedTable> find_ruled_typing(const std::vector<std::string>& texts,
                                          std::vector<LineInfo>& lines);

}  // namespace pst::layout
