// What a plan states of a node, in French words, for outlines and sheets. Internal to the output room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/model.hpp"

namespace pst::output {

/// `Priorité : élevée`, `Responsables : …` and so on, then the node's own fields; in a fixed order.
std::vector<plan::Field> facts_of(const plan::Node& node);

/// `2020-2024`, `2021`, `2020-…`.
std::string years_text(const plan::Period& period);

/// A sum with what is stated of it: `15 000 € en 2021 (RW)`.
std::string budget_words(const plan::Budget& budget);

/// What stands where a node has no wording.
std::string title_or_label(const plan::Node& node);

/// The plan's heading: who and what; and one line of facts about the document.
std::string plan_heading(const plan::Plan& plan);
std::string plan_subheading(const plan::Plan& plan);

}  // namespace pst::output
