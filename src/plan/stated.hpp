// The rungs that the plan itself explains: `Un chantier est un objectif opérationnel`, `les actions portent
// un chiffre arabe`, `le tiret (–) une action`.
#pragma once

#include "plan/candidate.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Looks for such statements in the document's prose; the families that they speak of keep the rung stated,
/// and the list signs go to Candidates::stated_signs.
void heed_statements(const Scan& scan, grammar::Reader& reader, Candidates& candidates);

}  // namespace pst::plan
