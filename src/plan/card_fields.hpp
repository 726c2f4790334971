// Cards: a head and the labelled fields below it, up to the next head.
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Tells what stands within a card, and which of its lines name its objective: fields of the card, not
/// headings, where other fields follow before the next card.
void find_card_fields(Scan& scan, grammar::Reader& reader);

}  // namespace pst::plan
