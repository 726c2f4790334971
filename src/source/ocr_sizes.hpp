// The size of recognised type, told from the height of its letters.
#pragma once

#include <vector>

#include "source/ocr_engine.hpp"

namespace pst::source {

/// The size in pixels of each word's type, the same for all words of a line. Recognition's own estimate of a
/// line's height knows no capitals: a heading in capitals looks smaller than one with descenders.
std::vector<double> type_sizes(const std::vector<Word>& words);

}  // namespace pst::source
