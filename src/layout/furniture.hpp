// What repeats on every page or says nothing: running heads and feet, rules, debris, leaders.
#pragma once

#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace pst::layout {

/// Whether the line is an entry of a table of contents: three or more leaders (dots, underscores) before a
/// page number, or leaders up to the line's end.
bool is_contents_entry(std::string_view line);

/// Whether the line holds no word: rules of dashes, lone bullets, the specks an OCR makes of list signs.
bool is_debris(std::string_view line);

/// Marks running heads and feet: lines that stand, digits apart, at the top or bottom of most pages. Lines
/// that repeat with a number that counts upwards may be heads whose pages are lost, or markers of the plan:
/// they only get `counts`. Works on `lines` in place.
void mark_running_heads(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines);

}  // namespace pst::layout
