// A plan that goes out as an exchange and comes back is the same plan. The exchanges are kept in the folder
// that $PST_EXCHANGES names, if it names one, so that the format's own schema can be asked about them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <tuple>

#include "output/ecomptes.hpp"
#include "output/exchange_rules.hpp"
#include "output/json.hpp"
#include "output/random_plan.hpp"
#include "output/validate.hpp"
#include "output/walk.hpp"

namespace pst::output {
namespace {

constexpr unsigned kPlans = 400;

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

/// Ids and labels in order: what a program that imports the exchange again goes by.
std::vector<std::string> marks(const std::string& xml) {
  std::istringstream in(xml);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.find("ElementId=") != line.npos || line.find("<Libelle>") != line.npos) lines.push_back(line);
  }
  return lines;
}

void expect_same(const plan::Plan& plan, const plan::Plan& back, const std::string& xml) {
  EXPECT_EQ(nodes_json(plan), nodes_json(back)) << xml.substr(0, 4000);
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
    if (HasFailure()) break;
  }
  RecordProperty("nodes", static_cast<int>(nodes));
  EXPECT_GT(nodes, kPlans * 5);
}

TEST(ExchangeRoundTrip, AnotherExportUpdatesTheFirst) {
  for (unsigned number = 0; number < 200; ++number) {
    SCOPED_TRACE("plan " + std::to_string(number));
    plan::Plan plan = test::random_plan(number);
    plan.document.organisation = plan::Organisation{"Namur", "CPAS", "92094"};
    const std::string first = to_ecomptes(plan).xml;
    const std::string second = to_ecomptes(from_ecomptes(first, "plan.xml")).xml;
    EXPECT_EQ(marks(second), marks(first));
    EXPECT_TRUE(to_ecomptes(from_ecomptes(second, "plan.xml")).xml == second) << "does not settle";
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
