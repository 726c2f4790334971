#include "compare/inputs.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace pst::compare {

namespace {

/// All that a plan says, as one text; two plans that agree in it are one plan.
std::string wording_of(const plan::Plan& plan) {
  std::string out = plan.document.title + '\n';
  if (plan.document.organisation) out += plan.document.organisation->name + '\n';
  const std::function<void(const plan::Node&)> add = [&](const plan::Node& node) {
    out += node.code + '\t' + node.title + '\t' + node.description + '\n';
    for (const plan::Node& child : node.children) add(child);
  };
  for (const plan::Node& node : plan.nodes) add(node);
  return out;
}

std::string unused_name(const std::string& wanted, const std::set<std::string>& used) {
  if (!used.contains(wanted)) return wanted;
  int suffix = 2;
  while (used.contains(wanted + "-" + std::to_string(suffix))) ++suffix;
  return wanted + "-" + std::to_string(suffix);
}

}  // namespace

std::vector<Accepted> accept(std::vector<NamedPlan> plans, std::vector<Finding>& findings) {
  std::vector<Accepted> out;
  std::map<std::string, std::string> seen;  // wording to name
  std::set<std::string> used;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    NamedPlan& input = plans[i];
    const std::string given = input.name.empty() ? "plan" : input.name;
    if (!input.plan.nodes.empty()) {
      const auto [known, added] = seen.emplace(wording_of(input.plan), given);
      if (!added) {
        findings.push_back({source::Severity::warning, "same-plan-twice", given, -1,
                            "« " + given + " » dit mot pour mot ce que dit « " + known->second +
                                " » : il n'est compté qu'une fois"});
        continue;
      }
    }
    input.name = unused_name(given, used);
    used.insert(input.name);
    const int index = static_cast<int>(out.size());
    if (input.name != given) {
      findings.push_back(
          {source::Severity::info, "renamed", given, index,
           "deux plans se nomment « " + given + " » : celui-ci devient « " + input.name + " »"});
    }
    if (input.plan.nodes.empty()) {
      findings.push_back({source::Severity::warning, "empty-plan", input.name, index,
                          "« " + input.name +
                              " » n'a aucun objectif ni aucune action : vérifiez comment il a été lu avec "
                              "pst explain"});
    }
    out.push_back({std::move(input), static_cast<int>(i)});
  }
  return out;
}

}  // namespace pst::compare
