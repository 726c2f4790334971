// Labels of words that no grammar knows behind list signs: `- Palier 1 : …`, `- Palier 2 : …`.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Adds to the readings of lines with a list sign the open-class marker that stands behind it, where several
/// lines have the same word, closed by a sign, each with a number.
void find_signed_words(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
