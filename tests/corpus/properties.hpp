// What holds of every reading, whatever the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/model.hpp"

namespace pst::corpus {

/// The promises that this reading of `bytes` breaks, one line each: every line that is not blank in exactly
/// one place, unique codes, parents above children, lines of nodes within the document. `reading` holds its
/// trace.
std::vector<std::string> breaches(const plan::Extraction& reading, std::string_view bytes);

}  // namespace pst::corpus
