// Nodes that stay sure where the reading as a whole is in doubt.
#pragma once

#include <string>
#include <vector>

#include "plan/candidate.hpp"
#include "plan/decode.hpp"
#include "plan/draft.hpp"
#include "plan/overall.hpp"
#include "plan/scan.hpp"
#include "source/place.hpp"

namespace pst::plan {

/// Per node, whether it stays sure under the doubt about the whole. Where text may have been left out: if no
/// other doubt touches it, nor what stands above it, nor a sibling before it, unless its number says its
/// place. Where the rungs are in doubt: if a word that a grammar knows says its rung, and its number its
/// place.
std::vector<bool> nodes_borne_out(const Candidates& candidates, const Decoding& decoding,
                                  const Drafts& drafts, const std::vector<std::string>& codes,
                                  const std::vector<source::Diagnostic>& diagnostics,
                                  const WholeDoubt& doubt);

/// The doubt about the whole document, as one about each stretch of lines between nodes that are borne out;
/// as it is where hardly any are.
std::vector<source::Diagnostic> around_sure_nodes(const source::Diagnostic& doubt, const Scan& scan,
                                                  const std::vector<bool>& borne_out, const Drafts& drafts);

}  // namespace pst::plan
