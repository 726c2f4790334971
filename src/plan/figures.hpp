// Tables of figures: rows that count or sum up what stands elsewhere.
#pragma once

#include <string_view>

#include "plan/scan.hpp"

namespace pst::plan {

/// Whether the text is figures, with their units at most: digits, and no word of four letters.
bool is_figures(std::string_view text);

/// Marks the rows of figures for nodes named before them, `OS 1 │ 8 │ 40.900 €`, and those that sum up:
/// `Total │ 40.900 €`.
void mark_figures(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
