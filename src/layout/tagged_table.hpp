// Tables of a page as its tags tell them.
#pragma once

#include <vector>

#include "layout/table.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// The tagged tables whose words stand where their rows and columns want them: columns beside one another,
/// rows below one another, nothing else between. Their words leave `words`; those of any other table stay,
/// for the page's geometry to tell.
std::vector<Table> take_tagged_tables(const Tags& tags, std::vector<Word>& words);

}  // namespace pst::layout
