// A plan that goes out as an exchange and comes back is the same plan. The exchanges are kept in the folder
// that $PST_EXCHANGES names, if it names one, so that the format's own schema can be asked about them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "output/ecomptes.hpp"
#include "output/exchange_rules.hpp"
#include "output/json.hpp"
#include "output/random_plan.hpp"
#include "output/validate.hpp"
#include "output/walk.hpp"

namespace pst::output {
namespace {

constexpr unsigned kPlans = 1500;

void keep(const std::string& name, const std::string& xml) {
  if (const char* folder = std::getenv("PST_EXCHANGES"))
    std::ofstream(std::string(folder) + "/" + name) << xml;
}

/// The nodes without what another file changes (their lines), and with fields in an order of their own.
std::vector<plan::Node> comparable(std::vector<plan::Node> nodes) {
  for (plan::Node& node : nodes) {
    node.source = {1, 1, std::nullopt, std::nullopt};
    std::sort(node.fields.begin(), node.fields.end(), [](const plan::Field& a, const plan::Field& b) {
      return std::tie(a.name, a.value) < std::tie(b.name, b.value);
    });
    node.children = comparable(std::move(node.children));
  }
  return nodes;
}

std::string nodes_json(const plan::Plan& plan) {
  plan::Plan bare;
  bare.nodes = comparable(plan.nodes);
  return to_json(bare);
}

/// Numbering diagnostics of both, and an error of its own for each line that differs.
void expect_same(const plan::Plan& plan, const plan::Plan& back, const std::string& xml) {
  const std::string before = nodes_json(plan), after = nodes_json(back);
  EXPECT_EQ(before, after) << xml.substr(0, before == after ? 0 : 20000);
}

TEST(ExchangeRoundTrip, KeepsEveryNodeOfAnyPlan) {
  std::size_t nodes = 0;
  for (unsigned number = 0; number < kPlans; ++number) {
    SCOPED_TRACE("plan " + std::to_string(number));
    const plan::Plan plan = test::random_plan(number);
    for (const Finding& finding : check_invariants(plan)) {
      ADD_FAILURE() << "the generator: " << finding.pointer << ": " << finding.message;
    }
    for_each_node(plan, [&](const Visit&) { ++nodes; });
    const std::string xml = to_ecomptes(plan).xml;
    keep(std::to_string(number) + ".xml", xml);
    for (const std::string& broken : test::broken_rules(xml)) ADD_FAILURE() << broken;
    const plan::Plan back = from_ecomptes(xml, "plan.xml");
    expect_same(plan, back, xml);
    for (const Finding& finding : check_invariants(back)) {
      ADD_FAILURE() << finding.pointer << ": " << finding.message;
    }
    // A second way out updates what the first one made: the same ids.
    EXPECT_EQ(to_ecomptes(back).xml.substr(0, 200), xml.substr(0, 200));
    if (HasFailure()) break;
  }
  RecordProperty("nodes", static_cast<int>(nodes));
  EXPECT_GT(nodes, kPlans * 5);
}

TEST(ExchangeRoundTrip, SecondExportIsTheFirst) {
  for (unsigned number = 0; number < 100; ++number) {
    SCOPED_TRACE("plan " + std::to_string(number));
    plan::Plan plan = test::random_plan(number);
    plan.document.organisation = plan::Organisation{"Namur", "CPAS", "92094"};
    plan.document.period = plan::Period{2020, 2025};
    const std::string xml = to_ecomptes(plan).xml;
    EXPECT_EQ(to_ecomptes(from_ecomptes(xml, "plan.xml")).xml, xml);
  }
}

TEST(ExchangeRoundTrip, SchemaAcceptsWhatComesBack) {
  for (unsigned number = 0; number < 40; ++number) {
    const plan::Plan back = from_ecomptes(to_ecomptes(test::random_plan(number)).xml, "plan.xml");
    for (const Finding& finding : check_schema(to_json(back))) {
      ADD_FAILURE() << number << ": " << finding.pointer << ": " << finding.message;
    }
  }
}

}  // namespace
}  // namespace pst::output
