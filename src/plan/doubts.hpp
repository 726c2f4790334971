// Where the reading may be wrong: what decoding left unexplained or decided narrowly.
#pragma once

#include <string>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/candidate.hpp"
#include "plan/decode.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Appends diagnostics about the reading: markers that break the sequence and were taken for text or kept all
/// the same, titles that hold something like a marker, headings without a marker inside the plan.
void find_doubts(grammar::Reader& reader, const Scan& scan, const Candidates& candidates,
                 const Decoding& decoding, const Drafts& drafts, const std::vector<std::string>& codes,
                 std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
