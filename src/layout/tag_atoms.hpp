// A tagged page taken apart: the smallest pieces whose order the tree can tell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/regions.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// A line of one block, or a whole table or table of contents.
struct Atom {
  std::size_t region = 0, line = 0;  ///< where geometry found it
  TextLine text;                     ///< no words: the region itself
  Box box;
  std::int32_t block = -1;  ///< of the tree, in whose order blocks are counted
  std::int32_t shown = 0;   ///< when its first word is
  bool whole = false;       ///< the only one of its line
  bool across = false;      ///< put together from several regions
};

/// The pieces of a page in the order of the tree. A line in which the words of several blocks stand side by
/// side is cut; what geometry cut though it is one line of a block is joined. What has no tag goes with what
/// stands before it. None where there are more than `most`.
std::vector<Atom> find_atoms(const Tags& tags, const PageRegions& page, std::size_t most);

}  // namespace pst::layout
