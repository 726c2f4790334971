// A store's figures and failures as text for people.
#pragma once

#include <string>

#include "batch/summary.hpp"

namespace pst::cli {

/// `12 sources : 9 lues, 1 doublon, 2 échecs`, with a line feed.
std::string totals_text(const output::Counts& counts);

/// Failures grouped by cause, each with what to do; empty where there are none.
std::string causes_text(const std::vector<batch::Cause>& causes, const std::string& store);

/// Documents by scheme, year and organisation; at most `rows` of each.
std::string tallies_text(const batch::Summary& summary, std::size_t rows);

}  // namespace pst::cli
