// The order of a page's text as the tags of the document tell it.
#pragma once

#include "layout/regions.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// Puts what geometry found on a page into the order of the tree: columns, notes and boxes beside the text.
/// Lines in which the words of several blocks stand side by side are cut. The page stays as it is where the
/// tags do not cover it, or where they tell lines that stand below one another in another order, but for a
/// few: those stand behind the paragraph above them. False where they do.
bool order_by_tags(const Tags& tags, PageRegions& page);

}  // namespace pst::layout
