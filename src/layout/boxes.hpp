// Boxes of text: frames and shaded panels that stand by themselves on a page, beside other text.
#pragma once

#include <vector>

#include "layout/placed.hpp"

namespace pst::layout {

/// The boxes that a page draws apart from all others, each large enough for lines of text, from top to
/// bottom. Cells of tables touch one another and are none.
std::vector<Box> find_boxes(const source::Page& page);

/// A box with its words.
struct TextBox {
  Box box;
  std::vector<Word> words;
};

/// Takes from the words those of boxes that hold lines of text, with other words or boxes beside them.
std::vector<TextBox> take_boxes(const std::vector<Box>& boxes, std::vector<Word>& words);

}  // namespace pst::layout
