// A plan as an indented outline for people.
#pragma once

#include <string>

#include "output/terminal.hpp"
#include "plan/model.hpp"

namespace pst::output {

/// The document's facts, then one line a node: code, title, what the plan states of it in brackets; then the
/// sections and the diagnostics, by number. In French.
std::string to_tree(const plan::Plan& plan, const Look& look = {});

}  // namespace pst::output
