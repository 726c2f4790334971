// Legends: what a plan says its own signs mean (`P1 = priorité élevée`).
#pragma once

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Adds to Scan::legend the entries that stand two or more in one line, or in lines that follow one another,
/// and marks those lines.
void find_legends(Scan& scan, grammar::Reader& reader);

/// A sign of the legend standing alone (`P1`) is its value, not a marker.
void mute_signs(Scan& scan);

}  // namespace pst::plan
