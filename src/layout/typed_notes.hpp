// Footnotes of typed text.
#pragma once

#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace pst::layout {

/// Marks notes below a short rule, with nothing behind them on their page but its foot. Where the ends of
/// pages are lost, a blank line ends them.
void mark_footnotes(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines);

}  // namespace pst::layout
