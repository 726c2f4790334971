// Where the order that the tree of a tagged page tells cannot be that of the page.
#pragma once

#include <vector>

#include "layout/tag_atoms.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// Moves the few pieces that the tree puts elsewhere than they stand: behind the paragraph above them. False
/// where there are too many, and the tree is not to be believed.
bool settle(const Tags& tags, std::vector<Atom>& atoms);

/// How much of their width two boxes share, in points; below 0, how far they are apart.
double shared_width(const Box& a, const Box& b);

/// Whether two boxes stand beside each other.
bool is_level(const Box& a, const Box& b);

}  // namespace pst::layout
