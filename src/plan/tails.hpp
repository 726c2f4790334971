// Values without labels at the ends of titles: `… (en cours)`, `… [Service travaux – 2027]`, `… – P1 – 2020`.
#pragma once

#include <vector>

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Takes them off the titles and gives them to their nodes. What may as well be wording (a lone year, a name)
/// counts only where many titles end alike.
void take_tails(grammar::Reader& reader, const Scan& scan, std::vector<Draft>& nodes);

/// Takes those that can be nothing else off one title, that of a node whose pointer stood behind them:
/// `… (reporté). Voir fiche 3`.
void take_tail_before_pointer(grammar::Reader& reader, const Scan& scan, Draft& node);

}  // namespace pst::plan
