// What can only be told of the candidates once all of them stand: words that open nothing, headings of the
// front matter, objectives named twice.
#pragma once

#include <string>
#include <string_view>

#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// The words of a label without its number, each folded and singular: `Grandes causes 1.2.` gives `grande
/// cause`.
std::string marker_words(std::string_view label);

/// One word of a label likewise.
std::string singular(std::string_view word);

void review(const Scan& scan, Candidates& candidates);

}  // namespace pst::plan
