// Plans as a command that compares them is given them: read before, or still documents.
#pragma once

#include <string>
#include <vector>

#include "cli/grammars.hpp"
#include "compare/comparison.hpp"

namespace pst::cli {

/// The plans that could be read, in the order of the arguments, and why others could not.
struct GivenPlans {
  std::vector<compare::NamedPlan> plans;
  std::vector<compare::Finding> unread;
};

/// Reads files and folders: a `.json` is a plan, anything else a document to extract. Of a folder, its plans
/// in JSON are taken, and its documents where it has none. Those of a store of pst batch are
/// named after their sources.
GivenPlans read_plans(const std::vector<std::string>& arguments, const GrammarChoice& grammars);

}  // namespace pst::cli
