// Years told by colour: boxes filled, without a word, below heads that are years.
#pragma once

#include <vector>

#include "layout/regions.hpp"

namespace pst::layout {

/// Gives the tables of a document cells with a sign (`■`) where a filled box stands in a row below a year: a
/// coloured cell, or a bar over several years. The shade of whole rows, columns or heads is none. Parts of
/// years (`S1 │ S2` below `2025`) become one column each year. A page may go on with the years of the one
/// before. `fills` are the filled boxes of each page.
void mark_years(std::vector<PageRegions>& pages, const std::vector<std::vector<Box>>& fills);

}  // namespace pst::layout
