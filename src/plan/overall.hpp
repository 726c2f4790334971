// Whether the reading as a whole is in doubt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/candidate.hpp"
#include "plan/decode.hpp"
#include "plan/draft.hpp"
#include "plan/unread.hpp"

namespace pst::plan {

/// What was found out of the reading before.
struct Findings {
  Unread unread;
  double orphans = 0;     ///< share of numbers of several parts whose parent is missing
  double confidence = 1;  ///< in the scheme
};

struct WholeDoubt {
  source::Diagnostic diagnostic;
  bool of_text = false;  ///< text may have been left out; else the rungs of what was read are in doubt
};

/// The one doubt about the whole document that says most; none where its places are as sure as the rest.
std::optional<WholeDoubt> doubt_whole(const Candidates& candidates, const Decoding& decoding,
                                      const Drafts& drafts, const std::vector<std::string>& codes,
                                      const Findings& findings,
                                      const std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
