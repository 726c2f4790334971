// Drafts to the finished tree: codes, canonical numbers, references to codes, and what the plan's numbering
// says against itself. Source of the rules: the plan model, "Numbers and codes".
#pragma once

#include <string>
#include <vector>

#include "plan/draft.hpp"
#include "plan/model.hpp"

namespace pst::plan {

/// The code of every draft, by index; unique. Appends numbering diagnostics (about the plan) to
/// `diagnostics`.
std::vector<std::string> assign_codes(const Drafts& drafts, std::vector<source::Diagnostic>& diagnostics);

/// Whether a number of several components contradicts what stands above the node (`Action 4.3.2` below 4.2).
bool contradicts_place(const Drafts& drafts, int node);

}  // namespace pst::plan
