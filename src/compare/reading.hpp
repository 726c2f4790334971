// The words of all nodes read: themes and mentions. Internal to the compare room.
#pragma once

#include "compare/comparison.hpp"

namespace pst::compare {

/// Sets themes and mentions of every node. Themes and entities of the lexicon are to be in `out`.
void read_words(Comparison& out, const Lexicon& lexicon, int jobs);

}  // namespace pst::compare
