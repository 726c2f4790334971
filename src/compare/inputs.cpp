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

/// Names given out. Thousands of plans may be called `plan`: where the last search ended is remembered.
class Names {
 public:
  std::string unused(const std::string& wanted) {
    if (used_.insert(wanted).second) return wanted;
    int& suffix = last_.try_emplace(wanted, 1).first->second;
    while (true) {
      std::string name = wanted + "-" + std::to_string(++suffix);
      if (used_.insert(name).second) return name;
    }
  }

 private:
  std::set<std::string> used_;
  std::map<std::string, int> last_;
};

}  // namespace

std::vector<Accepted> accept(std::vector<NamedPlan> plans, std::vector<Finding>& findings) {
  std::vector<Accepted> out;
  std::map<std::string, std::string> seen;  // wording to name
  Names names;
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
    input.name = names.unused(given);
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
