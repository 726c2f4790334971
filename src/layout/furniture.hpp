// What repeats on every page or says nothing: running heads and feet, rules, debris, leaders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace pst::layout {

/// Whether the line is an entry of a table of contents: three or more leaders (dots, underscores) before a
/// page number, or leaders up to the line's end.
bool is_contents_entry(std::string_view line);

/// Whether the line holds no word: rules of dashes, lone bullets, the specks an OCR makes of list signs.
bool is_debris(std::string_view line);

/// The text with every run of digits as one '0' and spaces collapsed: what a running head has in common over
/// its pages. Empty where it is too long for one.
std::string shape_of(std::string_view text);

/// The first and the last run of digits in the text as a number (six digits of it at most), or -1.
long first_number(std::string_view text);
long last_number(std::string_view text);

/// Whether most of the numbers, each less its page's, keep their distance.
bool counts_with_pages(const std::vector<long>& offsets);

/// Marks running heads and feet: lines that stand, digits apart, at the top or bottom of most pages. Lines
/// that repeat with a number that counts upwards may be heads whose pages are lost, or markers of the plan:
/// they only get `counts`. Works on `lines` in place.
void mark_running_heads(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines);

}  // namespace pst::layout
