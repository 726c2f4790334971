// Cells of a CSV (RFC 4180). Internal to the output room.
#pragma once

#include <string>
#include <string_view>

namespace pst::output {

/// Appends a text cell, quoted where it must be. What a spreadsheet would run as a formula (it begins with
/// = + - @, full width too, a tab or a line break) gets an apostrophe in front.
void append_csv_text(std::string& out, std::string_view cell);

}  // namespace pst::output
