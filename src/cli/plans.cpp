#include "cli/plans.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "batch/inputs.hpp"
#include "batch/pipeline.hpp"
#include "batch/store.hpp"
#include "output/json.hpp"

namespace pst::cli {

namespace {

using compare::Finding;
using source::Severity;

/// A mistake in an input, by what kind of mistake it is.
Finding finding_of(const std::string& input, const Error& error) {
  const bool version = error.problem().starts_with("/schema_version");
  return {Severity::error, version ? "newer-schema" : "not-a-plan", input, -1, error.what()};
}

std::string stem_of(const std::string& file) {
  return std::filesystem::path(file).stem().string();
}

bool is_model(const batch::Input& input) {
  return std::filesystem::path(input.name).extension() == ".json";
}

/// A store of pst batch holds its plans in a folder beside its own books.
std::string plans_of_store(const std::string& argument) {
  return batch::holds_store(argument) ? argument + "/documents" : argument;
}

batch::Inputs expand(std::vector<std::string> arguments) {
  std::ranges::transform(arguments, arguments.begin(), plans_of_store);
  batch::Inputs models = batch::expand(arguments, batch::Wanted::models);
  if (models.problems.empty()) return models;
  // A folder without a plan in JSON may be one of documents.
  batch::Inputs out;
  for (const std::string& argument : arguments) {
    batch::Inputs one = batch::expand({argument}, batch::Wanted::models);
    if (!one.problems.empty() && std::filesystem::is_directory(argument)) one = batch::expand({argument});
    for (batch::Input& input : one.list) out.list.push_back(std::move(input));
    for (Error& problem : one.problems) out.problems.push_back(std::move(problem));
  }
  return out;
}

class PlanReader {
 public:
  explicit PlanReader(const GrammarChoice& grammars) : grammars_(grammars) {}

  plan::Plan read(const batch::Input& input) {
    const std::string bytes = batch::read(input);
    if (is_model(input)) return output::from_json(bytes, batch::shown(input));
    if (!loaded_) loaded_.emplace(load_grammars(grammars_));
    return batch::extract_bytes(bytes, input.name, loaded_->library, {loaded_->forced, false}).plan;
  }

 private:
  const GrammarChoice& grammars_;
  std::optional<LoadedGrammars> loaded_;
};

}  // namespace

GivenPlans read_plans(const std::vector<std::string>& arguments, const GrammarChoice& grammars) {
  GivenPlans out;
  const batch::Inputs inputs = expand(arguments);
  for (const Error& problem : inputs.problems)
    out.unread.push_back({Severity::error, "no-input", problem.where().file, -1, problem.what()});
  PlanReader reader(grammars);
  std::size_t renamed = 0;
  for (const batch::Input& input : inputs.list) {
    try {
      compare::NamedPlan plan{stem_of(input.name), reader.read(input)};
      if (plan.name == plan.plan.document.source.sha256) {
        // A store addresses it by its source's digest, and people by its source's name.
        plan.name = stem_of(plan.plan.document.source.file);
        ++renamed;
      }
      out.plans.push_back(std::move(plan));
    } catch (const Error& e) {
      out.unread.push_back(finding_of(batch::shown(input), e));
    }
  }
  const auto before = [](const compare::NamedPlan& a, const compare::NamedPlan& b) {
    return a.name < b.name;
  };
  if (renamed == out.plans.size()) std::ranges::stable_sort(out.plans, before);
  return out;
}

}  // namespace pst::cli
