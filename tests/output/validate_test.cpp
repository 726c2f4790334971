#include "output/validate.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "output/json.hpp"
#include "output/sample_plan.hpp"

namespace pst::output {
namespace {

using plan::Kind;
using plan::Node;
using plan::Plan;

std::string findings_of(const Plan& plan) {
  std::string all;
  for (const Finding& finding : validate(to_json(plan)))
    all += finding.pointer + ": " + finding.message + "\n";
  return all;
}

Node& objective(Plan& plan) {
  return plan.nodes[0].children[0];
}
Node& action(Plan& plan) {
  return objective(plan).children[0].children[0];
}

TEST(Validate, ASoundPlanHasNoFindings) {
  EXPECT_EQ(findings_of(test::sample_plan()), "");
}

struct Breach {
  const char* name;
  std::function<void(Plan&)> breaks;
  const char* finding;  ///< pointer and the beginning of the message
};

std::ostream& operator<<(std::ostream& out, const Breach& breach) {
  return out << breach.name;
}

class ValidateBreach : public testing::TestWithParam<Breach> {};

TEST_P(ValidateBreach, IsFound) {
  Plan plan = test::sample_plan();
  GetParam().breaks(plan);
  const std::string found = findings_of(plan);
  EXPECT_NE(found.find(GetParam().finding), std::string::npos) << "found only:\n" << found;
}

const Breach kBreaches[] = {
    {"CodeTwice", [](Plan& p) { action(p).code = "OS1-OO1-A2"; },
     "/children/1: le code OS1-OO1-A2 sert déjà"},
    {"CodeOfNoPosition", [](Plan& p) { action(p).code = "OS1-OO1-A7"; },
     "/children/0: le code OS1-OO1-A7 devrait finir par A1"},
    {"CodeFromPositionWithoutAWord", [](Plan& p) { action(p).number = "1.1.4"; },
     "/children/0: le code OS1-OO1-A1 s'écarte du numéro (A4 attendu)"},
    {"CodeOfAnotherKind", [](Plan& p) { action(p).code = "OS1-OO1-P1"; }, "devrait finir par A1"},
    {"CodeOfAnotherParent", [](Plan& p) { action(p).code = "OS2-OO1-A1"; },
     "ne prolonge pas celui de son parent"},
    {"VoletCode", [](Plan& p) { p.nodes[0].code = "V2"; }, "/nodes/0: le code V2 devrait être VI, VE ou V1"},
    {"VoletInFrontForNothing",
     [](Plan& p) {
       objective(p).code = "VI-OS1";
       objective(p).children.clear();
       p.diagnostics.clear();
     },
     "sans que la numérotation recommence"},
    {"LadderUpsideDown", [](Plan& p) { objective(p).kind = Kind::volet; },
     "/nodes/0/children/0: volet sous volet"},
    {"EmptyTitle", [](Plan& p) { action(p).title.clear(); }, "/title: titre vide sans diagnostic"},
    {"RawTitleForNothing", [](Plan& p) { action(p).title_raw = action(p).title; },
     "/title_raw: title_raw répète"},
    {"NotNfc", [](Plan& p) { action(p).title = "Cre\u0301er"; }, "/title: le texte n'est pas en NFC"},
    {"LinesBackwards", [](Plan& p) { action(p).source = test::lines(5, 4); }, "/source/lines: lignes 5 à 4"},
    {"LinesBeyondTheEnd", [](Plan& p) { action(p).source = test::lines(4, 9999); }, "au-delà de la fin"},
    {"PageBeyondTheEnd", [](Plan& p) { action(p).source.page = 3; }, "page 3 d'un document de 2"},
    {"BoxInsideOut", [](Plan& p) { action(p).source.box->x0 = 400; }, "/source/bbox: les bords"},
    {"RootsOutOfOrder",
     [](Plan& p) {
       p.nodes.push_back(test::node(Kind::volet, "VE", std::nullopt, "Externe", 9));
       std::swap(p.nodes[0], p.nodes[1]);
     },
     "/nodes/1: la racine n'est pas dans l'ordre"},
    {"ReferenceToNothing", [](Plan& p) { action(p).attributes.references[0].code = "OS9"; },
     "/references/0/code: aucun nœud n'a le code OS9"},
    {"DiagnosticOfNothing", [](Plan& p) { p.diagnostics[0].code = "OS9"; },
     "/diagnostics/0/code: aucun nœud"},
    {"PeriodBackwards",
     [](Plan& p) {
       action(p).attributes.period = plan::Period{2024, 2019};
     },
     "/attributes/period: la période finit"},
    {"CoverageDoesNotAddUp", [](Plan& p) { p.coverage.lines = 9; }, "/coverage/lines: 9 lignes"},
    {"LinesUnassigned",
     [](Plan& p) {
       p.coverage = {9, 5, 3, 0, 1};
     },
     "/coverage/unassigned: 1 lignes"},
    {"FolderInFileName", [](Plan& p) { p.document.source.file = "/home/plan.txt"; }, "/document/source/file"},
    {"DateThatIsNone", [](Plan& p) { p.document.adopted_on = "14/10/2019"; }, "/document/adopted_on"},
    {"UnknownPriority", [](Plan& p) { action(p).attributes.priority = "urgent"; },
     "/attributes/priority: valeur inconnue"},
};

INSTANTIATE_TEST_SUITE_P(EachInvariant, ValidateBreach, testing::ValuesIn(kBreaches),
                         [](const auto& param) { return std::string(param.param.name); });

/// A plan of nodes alone.
Plan plan_of(std::vector<Node> nodes) {
  Plan plan = test::sample_plan();
  plan.diagnostics.clear();
  plan.nodes = std::move(nodes);
  return plan;
}

Node with_children(Node parent, std::vector<Node> children) {
  parent.children = std::move(children);
  return parent;
}

std::string code_findings(const Plan& plan) {
  std::string all;
  for (const Finding& finding : check_codes(plan)) all += finding.pointer + ": " + finding.message + "\n";
  return all;
}

TEST(ValidateCodes, LettersGiveTheirPosition) {
  const Node oo = with_children(test::node(Kind::operational_objective, "OS2-OO2", "2.2", "B", 2),
                                {test::node(Kind::action, "OS2-OO2-A4", "2.2.d", "C", 3),
                                 test::node(Kind::sub_action, "OS2-OO2-SA1", "2.2.3.A", "D", 4)});
  EXPECT_EQ(code_findings(
                plan_of({with_children(test::node(Kind::strategic_objective, "OS2", "2", "A", 1), {oo})})),
            "");
}

TEST(ValidateCodes, AStrategicObjectiveTakesTheWholeNumber) {
  EXPECT_EQ(code_findings(plan_of({test::node(Kind::strategic_objective, "OS1.1", "1.1", "A", 1)})), "");
  EXPECT_NE(code_findings(plan_of({test::node(Kind::strategic_objective, "OS1", "1.1", "A", 1)})), "");
}

TEST(ValidateCodes, ABulletTakesItsPositionAmongItsKind) {
  const auto bullets = [](const char* second) {
    return plan_of({with_children(test::node(Kind::strategic_objective, "OS1", "1", "A", 1),
                                  {test::node(Kind::action, "OS1-A1", std::nullopt, "B", 2),
                                   test::node(Kind::action, second, std::nullopt, "C", 3)})});
  };
  EXPECT_EQ(code_findings(bullets("OS1-A2")), "");
  EXPECT_NE(code_findings(bullets("OS1-A3")), "");
}

TEST(ValidateCodes, ANumberThatContradictsItsPlaceNeedsADiagnostic) {
  Plan plan = plan_of({with_children(
      test::node(Kind::strategic_objective, "OS1", "1", "A", 1),
      {test::node(Kind::action, "OS1-A1", "1", "B", 2), test::node(Kind::action, "OS1-A2", "1", "C", 3)})});
  EXPECT_NE(code_findings(plan), "");
  plan.diagnostics = {
      {source::About::plan, source::Severity::warning, "number-twice", "Deux fois 1.", "OS1-A2", {}}};
  EXPECT_EQ(code_findings(plan), "");
}

TEST(ValidateCodes, APositionThatIsTakenGoesToTheNextFreeOne) {
  const Plan plan = plan_of({with_children(test::node(Kind::strategic_objective, "OS1", "1", "A", 1),
                                           {test::node(Kind::action, "OS1-A2", "2", "B", 2),
                                            test::node(Kind::action, "OS1-A3", std::nullopt, "C", 3),
                                            test::node(Kind::action, "OS1-A4", "2bis", "D", 4)})});
  EXPECT_EQ(code_findings(plan), "");
}

TEST(ValidateCodes, VoletsStandInFrontOfAllObjectivesOrOfNone) {
  const auto volets = [](const char* first, const char* second) {
    return plan_of({with_children(test::node(Kind::volet, "VI", std::nullopt, "I", 1),
                                  {test::node(Kind::strategic_objective, first, "1", "A", 2)}),
                    with_children(test::node(Kind::volet, "VE", std::nullopt, "E", 3),
                                  {test::node(Kind::strategic_objective, second, "1", "B", 4)})});
  };
  EXPECT_EQ(code_findings(volets("VI-OS1", "VE-OS1")), "");
  EXPECT_NE(code_findings(volets("OS1", "VE-OS1")), "");
  EXPECT_NE(code_findings(volets("OS1", "OS1")), "");
}

TEST(ValidateCodes, AxesAreCountedThroughTheDocumentAndStayOutOfCodes) {
  const Plan plan = plan_of({with_children(test::node(Kind::axis, "AX1", std::nullopt, "A", 1),
                                           {test::node(Kind::strategic_objective, "OS1", "1", "B", 2)}),
                             with_children(test::node(Kind::axis, "AX2", "2", "C", 3),
                                           {test::node(Kind::strategic_objective, "OS2", "2", "D", 4)})});
  EXPECT_EQ(code_findings(plan), "");
}

TEST(Validate, WhatIsNoJsonIsOneFinding) {
  const auto findings = validate("{\"a\"");
  ASSERT_EQ(findings.size(), 1);
  EXPECT_EQ(findings[0].pointer, "");
}

}  // namespace
}  // namespace pst::output
