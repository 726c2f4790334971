// Footnotes of placed pages: small lines at the foot that a raised sign in the text, or a short rule,
// announces.
#pragma once

#include <vector>

#include "layout/grid.hpp"
#include "layout/placed.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// Takes the notes off their pages, each page's from top to bottom, and marks the signs in the text that call
/// them (Word::call). `rules` are the pages' lines, `grids` what they draw; a row of a table is no note.
std::vector<std::vector<TextLine>> take_notes(std::vector<PlacedPage>& pages,
                                              const std::vector<std::vector<Box>>& rules,
                                              const std::vector<std::vector<Grid>>& grids, const Tags& tags);

}  // namespace pst::layout
