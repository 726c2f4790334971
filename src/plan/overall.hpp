// Whether the reading as a whole is in doubt.
#pragma once

#include <cstdint>
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

/// Where text that was left out of the tree may be.
enum class LeftOut : std::uint8_t {
  nowhere,     ///< the rungs of what was read are in doubt
  anywhere,    ///< between the nodes, and nowhere in one
  in_texts,    ///< in what nodes took along: a title of several lines, a description
  below_ends,  ///< below operational objectives that have nothing below them
  in_cells,    ///< in a cell of actions: another action of the same objective
};

struct WholeDoubt {
  source::Diagnostic diagnostic;
  LeftOut left_out = LeftOut::nowhere;
  bool spares_whole_branches =
      false;  ///< strategic objectives with operational ones below them are not meant
};

/// The one doubt about the whole document that says most; none where its places are as sure as the rest.
std::optional<WholeDoubt> doubt_whole(const Candidates& candidates, const Decoding& decoding,
                                      const Drafts& drafts, const std::vector<std::string>& codes,
                                      const Findings& findings,
                                      const std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
