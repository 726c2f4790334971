// What eComptes and iA.PST export, as plans.
#include <gtest/gtest.h>

#include "output/ecomptes.hpp"
#include "output/exchange_samples.hpp"
#include "output/json.hpp"
#include "output/validate.hpp"
#include "output/walk.hpp"
#include "source/error.hpp"

namespace pst::output {
namespace {

using plan::Kind;
using plan::Node;
using test::ecomptes_export;
using test::exchange;
using test::ia_pst;
using test::parts;

plan::Plan imported(const std::string& xml) {
  plan::Plan plan = from_ecomptes(xml, "export.xml");
  for (const Finding& finding : validate(to_json(plan)))
    ADD_FAILURE() << finding.pointer << ": " << finding.message;
  return plan;
}

/// `code kind title` of every node, indented.
std::string dump(const plan::Plan& plan) {
  std::string out;
  for_each_node(plan, [&](const Visit& v) {
    out += std::string(static_cast<std::size_t>(2 * v.depth), ' ') + v.node.code + " " +
           std::string(plan::facts(v.node.kind).json) + " " + v.node.title + "\n";
  });
  return out;
}

std::string field(const Node& node, const std::string& name) {
  for (const plan::Field& f : node.fields) {
    if (f.name == name) return f.value;
  }
  return "(none)";
}

int diagnostics(const plan::Plan& plan, const std::string& rule) {
  int count = 0;
  for (const auto& d : plan.diagnostics) count += d.rule == rule ? 1 : 0;
  return count;
}

TEST(EcomptesImport, IaPstNumbersAreCodesAndSubActionsFindTheirAction) {
  EXPECT_EQ(dump(imported(ia_pst())),
            "OS3 strategic_objective Une commune sobre\n"
            "  OS3-OO12 operational_objective Isoler les écoles\n"
            "    OS3-OO12-A40 action Auditer les bâtiments\n"
            "      OS3-OO12-A40-SA41 sub_action Choisir un bureau\n"
            "    OS3-OO12-A47 action Poser les châssis\n");
}

TEST(EcomptesImport, NumbersThatRunThroughAPlanHaveNoGaps) {
  EXPECT_EQ(diagnostics(imported(ia_pst()), "numbering-gap"), 0);
}

TEST(EcomptesImport, TheSameNameTwiceIsOneResponsible) {
  const plan::Plan plan = imported(ia_pst());
  const Node& objective = plan.nodes[0].children[0];
  EXPECT_EQ(objective.attributes.responsible, std::vector<std::string>{"Service Travaux"});
  EXPECT_EQ(field(objective, "Mandataire"), "2e échevin");
  EXPECT_EQ(field(objective, "ElementId"), "u2");
  EXPECT_EQ(objective.label, "OO.12");
}

TEST(EcomptesImport, DocumentIsThatOfTheMunicipality) {
  const plan::DocumentFacts facts = imported(ecomptes_export()).document;
  EXPECT_EQ(facts.organisation->name, "Namur");
  EXPECT_EQ(facts.organisation->kind, "commune");
  EXPECT_EQ(facts.period, (plan::Period{2025, 2030}));
  EXPECT_EQ(facts.source.media_type, "application/xml");
  EXPECT_EQ(facts.scheme.name, "ecomptes");
}

TEST(EcomptesImport, ReadsWhatEcomptesHandsBack) {
  const plan::Plan plan = imported(ecomptes_export());
  ASSERT_EQ(plan.nodes.size(), 1U);
  EXPECT_EQ(plan.nodes[0].code, "VE");
  EXPECT_FALSE(plan.nodes[0].attributes.status);
  const Node& os = plan.nodes[0].children.at(0);
  EXPECT_EQ(os.title, "Se loger dignement");
  EXPECT_EQ(os.description, "Des logements sûrs.\n- ici");
  EXPECT_EQ(os.attributes.status, "waiting");
  EXPECT_EQ(os.attributes.period, (plan::Period{2025, 2028}));
  EXPECT_EQ(field(os, "Date de début"), "(none)");
  EXPECT_EQ(field(os, "Date de fin"), "2028-10-15");
  EXPECT_EQ(os.attributes.responsible, std::vector<std::string>{"Mme Odile Lambrecht"});
  EXPECT_EQ(field(os, "Responsable, téléphone"), "081 00 00 00");
  EXPECT_EQ(field(os, "Avancement"), "12.5 %");
  EXPECT_EQ(field(os, "ETP"), "1.5");
  EXPECT_EQ(field(os, "Partenaires"), "AIS, SLSP");
  EXPECT_EQ(field(os, "Plans"), "PCS");
  EXPECT_EQ(field(os, "Remarque sur le statut"), "Permis attendu");
  EXPECT_EQ(field(os, "Exercice"), "2027");
}

TEST(EcomptesImport, ArticlesAndProjectionsAreBudget) {
  const plan::Plan plan = imported(ecomptes_export());
  const Node& os = plan.nodes[0].children[0];
  EXPECT_EQ(
      os.attributes.budget,
      (std::vector<plan::Budget>{
          {180000.5, "EUR", 2026, "Article 922/72360.2026, dépense extraordinaire : Achat de deux maisons"},
          {100, "EUR", 2027, "Projection 61, recette ordinaire : 61 Transferts"}}));
  EXPECT_EQ(diagnostics(plan, "zero-sums"), 1);
}

TEST(EcomptesImport, WhatTheFormatDoesNotKnowIsKeptAndSaid) {
  const plan::Plan plan = imported(ecomptes_export());
  EXPECT_EQ(field(plan.nodes[0].children[0], "Couleur"), "vert");
  EXPECT_EQ(diagnostics(plan, "unknown-element"), 1);
}

TEST(EcomptesImport, WhatCameFromEcomptesGoesBackUnderItsIds) {
  const std::string again = to_ecomptes(imported(ecomptes_export())).xml;
  for (const char* kept : {"<IdPST>plan-7</IdPST>", "ElementId=\"v1\"", "ElementId=\"s1\" Exercice=\"2027\"",
                           "<DateFin>2028-10-15</DateFin>", "<Tel>081 00 00 00</Tel>", "<ETP>1.5</ETP>",
                           "<TauxAvancement>12.5</TauxAvancement>", "<Partenaire>SLSP</Partenaire>"}) {
    EXPECT_NE(again.find(kept), std::string::npos) << kept << " is not in\n" << again;
  }
}

TEST(EcomptesImport, RtfIsText) {
  const plan::Plan plan =
      imported(exchange("<Volet ElementId=\"v\" "
                        "Exercice=\"2026\"><Libelle>Interne</Libelle><Description><Mode>RTF</Mode><Valeur>"
                        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Premi\\'e8re ligne\\par {\\b "
                        "5\\u160?\\u8364?}}</Valeur></Description></Volet>"));
  EXPECT_EQ(plan.nodes.at(0).description, "Première ligne\n5 €");
  EXPECT_EQ(plan.nodes[0].code, "VI");
}

TEST(EcomptesImport, DatesThatEndBeforeTheyBeginAreFields) {
  const plan::Plan plan = imported(exchange(
      "<Volet ElementId=\"v\" Exercice=\"2026\"><Libelle>Tout</Libelle><DateDebut>2027-01-01</DateDebut>"
      "<DateFin>2025-12-31</DateFin></Volet>"));
  EXPECT_FALSE(plan.nodes.at(0).attributes.period);
  EXPECT_EQ(field(plan.nodes[0], "Date de début"), "2027-01-01");
  EXPECT_EQ(field(plan.nodes[0], "Date de fin"), "2025-12-31");
  EXPECT_EQ(diagnostics(plan, "unusual-dates"), 1);
}

TEST(EcomptesImport, AnUnknownStatusIsAField) {
  const plan::Plan plan = imported(exchange("<Volet ElementId=\"v\" Exercice=\"2026\">" +
                                            parts("Tout", "<Statut>REPORTE</Statut>") + "</Volet>"));
  EXPECT_EQ(field(plan.nodes.at(0), "Statut"), "REPORTE");
}

TEST(EcomptesImport, AnEditedLabelWinsOverTheNotes) {
  plan::Plan plan;
  Node os;
  os.kind = Kind::strategic_objective;
  os.code = "OS1";
  os.title = std::string(300, 'a');
  os.title.insert(200, " ");
  plan.nodes = {os};
  std::string xml = to_ecomptes(plan).xml;
  EXPECT_EQ(imported(xml).nodes.at(0).title, os.title);
  const auto begin = xml.find("OS.1 - ");
  xml.replace(begin, xml.find("</Libelle>", begin) - begin, "OS.1 - Autre chose");
  EXPECT_EQ(imported(xml).nodes.at(0).title, "Autre chose");
}

TEST(EcomptesImport, NotesThatSomeoneEditedStayWithinTheModel) {
  const plan::Plan plan =
      imported(exchange("<Volet ElementId=\"v\" Exercice=\"2026\">" +
                        parts("NEANT", "<Statut>NON_COMMENCE</Statut>",
                              "<Valeur>Code : V1\nNiveau : action\nPriorité : urgente\nPériode : "
                              "2030-2020\nBudget : nan EUROS, exercice 9\n"
                              "Numéro : ??\nRenvoi : là → OS99\nIndicateur : \n</Valeur>") +
                        "</Volet>"));
  const Node& volet = plan.nodes.at(0);
  EXPECT_EQ(volet.kind, Kind::volet);
  EXPECT_EQ(field(volet, "Priorité"), "urgente");
  EXPECT_FALSE(volet.attributes.period);
  EXPECT_TRUE(volet.attributes.budget.empty());
  EXPECT_FALSE(volet.number);
  EXPECT_FALSE(volet.attributes.references.at(0).code);
  EXPECT_TRUE(volet.attributes.indicators.empty());
}

TEST(EcomptesImport, NumbersAndCivilitiesThatAreNoneAreKept) {
  const plan::Plan plan = imported(exchange(
      "<Volet ElementId=\"v\" "
      "Exercice=\"2026\"><Libelle>Tout</Libelle><Responsable><Civilite>MAITRE</Civilite><Nom>Roi</Nom>"
      "</Responsable><TauxAvancement>beaucoup</TauxAvancement><ETP>inf</ETP></Volet>"));
  EXPECT_EQ(field(plan.nodes.at(0), "TauxAvancement"), "beaucoup");
  EXPECT_EQ(field(plan.nodes[0], "ETP"), "inf");
  EXPECT_EQ(field(plan.nodes[0], "Responsable, Civilite"), "MAITRE");
}

TEST(EcomptesImport, OtherXmlIsRefused) {
  for (const char* xml : {"<html><body/></html>", "<dataroot/>", "<dataroot><PST/></dataroot>"}) {
    try {
      from_ecomptes(xml, "x.xml");
      ADD_FAILURE() << xml;
    } catch (const Error& e) {
      EXPECT_NE(std::string(e.what()).find("x.xml:1 : ce XML n'est pas un échange de PST"), std::string::npos)
          << e.what();
    }
  }
}

}  // namespace
}  // namespace pst::output
