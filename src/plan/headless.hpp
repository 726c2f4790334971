// Tables without a head row: what their columns are, as their cells show all the way down.
#pragma once

#include "plan/scan.hpp"

namespace pst::plan {

/// Adds a head to `scan` for the tables of objectives that have none, where the cells leave no doubt: one
/// column of wording, and in every other one nothing but years, sums, names, or words of one attribute. Where
/// a column's cells do not tell, the tables stay text and Scan::headless says where. Documents that label
/// their actions have such tables for something else.
void infer_heads(Scan& scan, grammar::Reader& reader);

/// Whether a text is nothing but names of people or services, as they are written.
bool reads_as_names(grammar::Reader& reader, std::string_view text);

}  // namespace pst::plan
