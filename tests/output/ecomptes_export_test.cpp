// A plan as eComptes reads it: rungs, labels, what the format has elements for, and what it has none for.
#include <gtest/gtest.h>

#include "output/ecomptes.hpp"
#include "output/exchange_rules.hpp"
#include "output/sample_plan.hpp"
#include "output/xml_tree.hpp"
#include "plan/recode.hpp"

namespace pst::output {
namespace {

using plan::Kind;
using plan::Node;

constexpr std::string_view kElements[]{"Volet", "ObjectifStrategique", "ObjectifOperationnel", "Action"};

/// One line an element: its rung by indentation, its label.
void dump(const XmlElement& xml, std::string& out) {
  for (std::size_t rung = 0; rung < std::size(kElements); ++rung) {
    if (xml.name == kElements[rung]) out += std::string(2 * rung, ' ') + xml.child("Libelle")->text + "\n";
  }
  for (const XmlElement& child : xml.children) dump(child, out);
}

std::string outline(const plan::Plan& plan) {
  const std::string xml = to_ecomptes(plan).xml;
  for (const std::string& broken : test::broken_rules(xml)) ADD_FAILURE() << broken;
  std::string out;
  dump(read_xml(xml).root, out);
  return out;
}

Node node(Kind kind, std::string title, std::vector<Node> children = {}) {
  Node n;
  n.kind = kind;
  n.title = std::move(title);
  n.children = std::move(children);
  n.source = test::lines(1, 1);
  return n;
}

plan::Plan plan_of(std::vector<Node> nodes) {
  plan::Plan plan;
  plan.document.source = {"p.txt", "text/plain", 10, std::string(64, 'c'), "UTF-8", {}, {}};
  plan.nodes = std::move(nodes);
  plan::recode(plan);
  return plan;
}

/// The element whose label is `libelle`.
const XmlElement* find(const XmlElement& xml, std::string_view libelle) {
  const XmlElement* own = xml.child("Libelle");
  if (own != nullptr && own->text == libelle) return &xml;
  for (const XmlElement& child : xml.children) {
    if (const XmlElement* found = find(child, libelle)) return found;
  }
  return nullptr;
}

std::string value_of_description(const XmlElement* element) {
  return element == nullptr ? "(no element)" : element->child("Description")->child("Valeur")->text;
}

TEST(EcomptesExport, RungsOfTheFormatAreThemselves) {
  EXPECT_EQ(outline(plan_of({node(
                Kind::volet, "Externe",
                {node(Kind::strategic_objective, "Loger",
                      {node(Kind::operational_objective, "Abriter", {node(Kind::action, "Acheter")})})})})),
            "Externe\n"
            "  OS.1 - Loger\n"
            "    OO.1 - Abriter\n"
            "      A.1 - Acheter\n");
}

TEST(EcomptesExport, WithoutVoletsThereIsOneNeant) {
  EXPECT_EQ(
      outline(plan_of({node(Kind::strategic_objective, "Un"), node(Kind::strategic_objective, "Deux")})),
      "NEANT\n"
      "  OS.1 - Un\n"
      "  OS.2 - Deux\n");
}

TEST(EcomptesExport, AnEmptyPlanIsOneVolet) {
  EXPECT_EQ(outline(plan_of({})), "NEANT\n");
}

TEST(EcomptesExport, ActionsBelowAStrategicObjectiveStandInANeant) {
  EXPECT_EQ(outline(plan_of({node(Kind::strategic_objective, "Un",
                                  {node(Kind::action, "a"), node(Kind::operational_objective, "b"),
                                   node(Kind::action, "c")})})),
            "NEANT\n"
            "  OS.1 - Un\n"
            "    NEANT\n"
            "      A.1 - a\n"
            "    OO.1 - b\n"
            "    NEANT\n"
            "      A.2 - c\n");
}

TEST(EcomptesExport, SubActionsFollowTheirAction) {
  EXPECT_EQ(outline(plan_of({node(
                Kind::strategic_objective, "Un",
                {node(Kind::operational_objective, "b",
                      {node(Kind::action, "c", {node(Kind::sub_action, "d"), node(Kind::sub_action, "e")}),
                       node(Kind::action, "f")})})})),
            "NEANT\n"
            "  OS.1 - Un\n"
            "    OO.1 - b\n"
            "      A.1 - c\n"
            "      A.1 - SA.1 - d\n"
            "      A.1 - SA.2 - e\n"
            "      A.2 - f\n");
}

TEST(EcomptesExport, AProjectHeadsAGroupOfActions) {
  EXPECT_EQ(outline(plan_of({node(
                Kind::strategic_objective, "Un",
                {node(Kind::operational_objective, "b",
                      {node(Kind::project, "p", {node(Kind::action, "c")}), node(Kind::action, "d")})})})),
            "NEANT\n"
            "  OS.1 - Un\n"
            "    OO.1 - b\n"
            "      P.1 - p\n"
            "      P.1 - A.1 - c\n"
            "      A.1 - d\n");
}

TEST(EcomptesExport, AProjectBelowAStrategicObjectiveIsOperational) {
  EXPECT_EQ(outline(plan_of({node(Kind::strategic_objective, "Un",
                                  {node(Kind::project, "p", {node(Kind::action, "c")})})})),
            "NEANT\n"
            "  OS.1 - Un\n"
            "    P.1 - p\n"
            "      A.1 - c\n");
}

TEST(EcomptesExport, AnAxisIsNamedByItsObjectives) {
  const plan::Plan plan =
      plan_of({node(Kind::axis, "Habiter",
                    {node(Kind::strategic_objective, "Un"), node(Kind::strategic_objective, "Deux")})});
  EXPECT_EQ(outline(plan),
            "NEANT\n"
            "  OS.1 - Un\n"
            "  OS.2 - Deux\n");
  const XmlElement root = read_xml(to_ecomptes(plan).xml).root;
  EXPECT_EQ(value_of_description(find(root, "OS.2 - Deux")),
            "Code : OS2\nAxe, Intitulé : Habiter\nAxe, Code : AX1");
}

TEST(EcomptesExport, AnAxisWithoutObjectivesIsStrategic) {
  EXPECT_EQ(
      outline(plan_of({node(Kind::axis, "Habiter", {node(Kind::action, "a")}), node(Kind::axis, "Bouger")})),
      "NEANT\n"
      "  AX.1 - Habiter\n"
      "    NEANT\n"
      "      A.1 - a\n"
      "  AX.2 - Bouger\n");
}

TEST(EcomptesExport, FillsWhatThePlanStates) {
  const plan::Plan plan = test::sample_plan();
  const XmlElement root = read_xml(to_ecomptes(plan).xml).root;
  const XmlElement& identity = *root.child("Identifiants");
  EXPECT_EQ(identity.child("TypeAdmin")->text, "AC");
  EXPECT_EQ(identity.child("INS")->text, "25014");
  EXPECT_EQ(identity.child("Exercice")->text, "2019");
  EXPECT_EQ(root.child("PST")->child("DescriptionPST")->child("ExerciceFin")->text, "2024");
  const XmlElement* action = find(root, "A.1 - Créer l'œuvre commune");
  ASSERT_NE(action, nullptr);
  EXPECT_EQ(action->child("Statut")->text, "EN_COURS");
  EXPECT_EQ(action->child("DateDebut")->text, "2020-01-01");
  EXPECT_EQ(action->child("DateFin"), nullptr);
  EXPECT_EQ(action->child("Responsable")->child("Nom")->text, "Danièle");
  EXPECT_EQ(action->child("Partenaires")->children.size(), 2U);
  EXPECT_EQ(value_of_description(action),
            "Intitulé : Créer l'œuvre\tcommune\n"
            "Code : OS1-OO1-A1\n"
            "Repère : n° 1.1.1\n"
            "Numéro : 1.1.1\n"
            "Texte reconnu : Créer I'ceuvre\tcommune\n"
            "Priorité : élevée\n"
            "Récurrence : chaque année\n"
            "Responsable : Danièle\n"
            "Responsable : Myriam, adjointe\n"
            "Indicateur : 1 réunion / 2 mois\n"
            "Budget : 15000 EUR, exercice 2021, source : RW\n"
            "Budget : 12.5 EUR\n"
            "Renvoi : cf O.O.1 → OS1-OO1\n"
            "Renvoi : Voir fiche\n"
            "Annexe : oui\n"
            "• Partenaires : CPAS ; PCS\n"
            "\n"
            "Deux lignes.\nDe prose.");
}

TEST(EcomptesExport, AStatusThatIsNotStatedIsNeutralAndSaysSo) {
  const XmlElement root = read_xml(to_ecomptes(plan_of({node(Kind::strategic_objective, "Un")})).xml).root;
  const XmlElement* os = find(root, "OS.1 - Un");
  ASSERT_NE(os, nullptr);
  EXPECT_EQ(os->child("Statut")->text, "NON_COMMENCE");
  EXPECT_EQ(os->child("RemarqueStatut")->child("Valeur")->text, "Statut non indiqué dans le plan");
}

TEST(EcomptesExport, ALongWordingIsCutAtAWordAndWholeInTheDescription) {
  std::string title;
  for (int i = 0; i < 60; ++i) title += (i == 0 ? "" : " ") + std::string("mesuré");
  const plan::Plan plan = plan_of({node(Kind::strategic_objective, title)});
  const std::string shown = outline(plan);
  EXPECT_NE(shown.find(" mesuré…\n"), std::string::npos) << shown;
  const XmlElement root = read_xml(to_ecomptes(plan).xml).root;
  const XmlElement& os = root.children[1].children[1].children[0].children.back().children[0];
  EXPECT_EQ(value_of_description(&os), "Intitulé : " + title + "\nCode : OS1");
}

TEST(EcomptesExport, OptionsWinOverThePlan) {
  const XmlElement root = read_xml(to_ecomptes(test::sample_plan(), {2026, "92094", "mon-plan"}).xml).root;
  EXPECT_EQ(root.child("Identifiants")->child("INS")->text, "92094");
  EXPECT_EQ(root.child("Identifiants")->child("Exercice")->text, "2026");
  EXPECT_EQ(root.child("PST")->child("DescriptionPST")->child("IdPST")->text, "mon-plan");
  EXPECT_EQ(root.child("PST")->child("DescriptionPST")->child("ExerciceDebut")->text, "2019");
}

TEST(EcomptesExport, IdsFollowFromPlanAndCodeAlone) {
  plan::Plan plan = test::sample_plan();
  const auto id_of_action = [&] {
    const XmlElement root = read_xml(to_ecomptes(plan).xml).root;
    const XmlElement* action = find(root, "A.2 - =SOMME(A1)");
    return action == nullptr ? "(none)" : action->attribute("ElementId").value_or("(none)");
  };
  const std::string first = id_of_action();
  EXPECT_EQ(first.size(), 36U);
  plan.document.source.file = "autre nom.pdf";
  plan.document.source.sha256 = std::string(64, 'd');
  plan.nodes[0].children[0].children[0].children[0].title = "Autrement dit";
  EXPECT_EQ(id_of_action(), first);
  plan.document.organisation->ins = "92094";
  EXPECT_NE(id_of_action(), first);
}

TEST(EcomptesExport, ReportsWhatItCouldNotCarry) {
  std::string found;
  for (const NotCarried& item : to_ecomptes(test::sample_plan()).not_carried) {
    found += item.code + " | " + item.what + " | " + item.detail + (item.described ? " | décrit" : "") + "\n";
  }
  EXPECT_EQ(found,
            "OS1-OO1-A1 | intitulé entier | Créer l'œuvre\tcommune | décrit\n"
            "OS1-OO1-A1 | texte reconnu | Créer I'ceuvre\tcommune | décrit\n"
            "OS1-OO1-A1 | priorité | high | décrit\n"
            "OS1-OO1-A1 | récurrence | yearly | décrit\n"
            "OS1-OO1-A1 | responsables | Danièle | décrit\n"
            "OS1-OO1-A1 | responsables | Myriam, adjointe | décrit\n"
            "OS1-OO1-A1 | indicateurs | 1 réunion / 2 mois | décrit\n"
            "OS1-OO1-A1 | budget | 15\u202f000\u202f€ en 2021 (RW) | décrit\n"
            "OS1-OO1-A1 | budget | 12,5\u202f€ | décrit\n"
            "OS1-OO1-A1 | renvois | cf O.O.1 | décrit\n"
            "OS1-OO1-A1 | renvois | Voir fiche | décrit\n"
            "OS1-OO1-A1 | annexe |  | décrit\n"
            "OS1-OO1-A1 | champs | Partenaires : CPAS ; PCS | décrit\n"
            " | date d'adoption | 2019-10-14\n"
            " | textes hors de l'arbre | Préambule\n");
}

TEST(EcomptesExport, BytesThatAreNoTextAreSpaces) {
  const plan::Plan plan = plan_of({node(Kind::strategic_objective,
                                        "a\x01"
                                        "b\xFF"
                                        "c")});
  EXPECT_EQ(outline(plan), "NEANT\n  OS.1 - a b c\n");
}

TEST(EcomptesExport, FactsThatAreNotTheModelsDoNotBreakTheFormat) {
  plan::Plan plan = plan_of({node(Kind::strategic_objective, "a")});
  plan.document.organisation = plan::Organisation{"X", "autre", "douze"};
  plan.document.adopted_on = "hier";
  plan.nodes[0].attributes.status = "fini";
  plan.nodes[0].attributes.period = plan::Period{-5, 99999};
  EXPECT_EQ(outline(plan), "NEANT\n  OS.1 - a\n");
}

}  // namespace
}  // namespace pst::output
