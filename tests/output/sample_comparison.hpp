// A small comparison in memory: two plans, one shared measure, hostile wordings, every list filled.
#pragma once

#include "compare/comparison.hpp"

namespace pst::test {

inline constexpr const char* kHostileTitle = "<script>alert(1)</script> & </script> \"guillemets\"";
inline constexpr const char* kFormulaTitle = "=1+1";

inline compare::NodeEntry entry(int plan, plan::Kind kind, std::string plan_name, std::string code,
                                std::string title, int parent, int line) {
  compare::NodeEntry n;
  n.plan = plan;
  n.kind = kind;
  n.id = plan_name + ":" + code;
  n.code = std::move(code);
  n.title = std::move(title);
  n.parent = parent;
  n.depth = parent < 0 ? 0 : 1;
  n.source = {line, line, 1, std::nullopt};
  return n;
}

/// The plan « a » (Valmont: an objective and two actions) and « b » (Rochefontaine: an objective and one
/// action). Actions a:OS1-A1 and b:OS1-A1 are the shared measure, a:OS1-A2 is particular.
inline compare::Comparison sample_comparison() {
  using plan::Kind;
  compare::Comparison c;
  c.themes = {{"logement", "Logement et hébergement", "Housing", "Logement, énergie", "Housing, energy",
               "VE logement", ""},
              {"mobilite", "Mobilité", "Mobility", "Mobilité", "Mobility", "VE mobilité", ""}};
  c.entities = {{"pcs", "Plan de cohésion sociale", "PCS", compare::EntityKind::programme},
                {"tec", "Transport en commun", "", compare::EntityKind::partner}};
  c.nodes = {entry(0, Kind::strategic_objective, "a", "OS1", "Être un CPAS accessible", -1, 1),
             entry(0, Kind::action, "a", "OS1-A1", "Créer un taxi social avec le PCS", 0, 2),
             entry(0, Kind::action, "a", "OS1-A2", kHostileTitle, 0, 3),
             entry(1, Kind::strategic_objective, "b", "OS1", kFormulaTitle, -1, 1),
             entry(1, Kind::action, "b", "OS1-A1", "Mettre en place des taxis sociaux pour les aînés", 3, 2)};
  compare::NodeEntry& taxi = c.nodes[1];
  taxi.attributes.priority = "high";
  taxi.attributes.period = plan::Period{2021, 2023};
  taxi.attributes.responsible = {"Service social", "-1 poste"};
  taxi.attributes.indicators = {"Nombre de trajets"};
  taxi.attributes.budget = {{15000.5, "EUR", 2021, "RW"}};
  taxi.attributes.references = {{"cf O.S.1", "OS1"}};
  taxi.fields = {{"Public cible", "Personnes âgées"}};
  taxi.description = "Deux véhicules,\nun chauffeur.";
  taxi.themes = {{1, 0.9, {{"taxi social", compare::Evidence::Where::title, 1, 9, 20, 2.0}}}};
  taxi.mentions = {{0, "PCS", compare::Evidence::Where::title, 29, 32}};
  taxi.cluster = 0;
  taxi.nearest = 4;
  taxi.nearest_score = 0.75;
  c.nodes[2].particular = true;
  c.nodes[2].doubtful = true;
  c.nodes[4].themes = {{1, 0.8, {}}, {0, 0.2, {}}};
  c.nodes[4].cluster = 0;
  c.nodes[4].nearest = 1;
  c.nodes[4].nearest_score = 0.75;

  compare::PlanEntry a;
  a.name = "a";
  a.organisation = "Valmont";
  a.organisation_kind = "CPAS";
  a.document.organisation = plan::Organisation{"Valmont", "CPAS", "25014"};
  a.document.period = plan::Period{2019, 2024};
  a.document.adopted_on = "2019-10-14";
  a.document.source.file = "valmont.pdf";
  a.document.source.pages = 3;
  a.first_node = 0;
  a.node_count = 3;
  a.counts.nodes = 3;
  a.counts.by_kind[static_cast<std::size_t>(Kind::strategic_objective)] = 1;
  a.counts.by_kind[static_cast<std::size_t>(Kind::action)] = 2;
  a.counts.objectives = 1;
  a.counts.measures = 2;
  a.counts.with_priority = a.counts.with_period = a.counts.with_responsible = a.counts.with_budget = 1;
  a.counts.budget = 15000.5;
  a.quality.numbering_gaps = 1;
  a.quality.completeness = 0.5;
  a.quality.notes = {{compare::QualityNote::What::numbering_gap, "numbering-gap", source::Severity::warning,
                      "l'action 2 manque", 2, std::pair(3, 3)}};
  compare::PlanEntry b;
  b.name = "b";
  b.organisation = "Rochefontaine";
  b.organisation_kind = "CPAS";
  b.document.source.file = "b.txt";
  b.first_node = 3;
  b.node_count = 2;
  b.counts.nodes = 2;
  b.counts.by_kind[static_cast<std::size_t>(Kind::strategic_objective)] = 1;
  b.counts.by_kind[static_cast<std::size_t>(Kind::action)] = 1;
  b.counts.objectives = b.counts.measures = 1;
  b.axes = {{3, "Axe social", b.counts}};
  b.quality.doubts = 2;
  b.quality.completeness = 0.2;
  c.plans = {a, b};
  c.totals.nodes = 5;
  c.totals.objectives = 2;
  c.totals.measures = 3;
  c.totals.with_priority = 1;
  c.totals.budget = 15000.5;

  c.matrix = {{{0, 0, 0, 0}, {1, 1, 1, 0.33}}, {{0, 0, 0, 0}, {1, 1, 1, 0.5}}};
  c.pairs = {{1, 4, 0.75, {"taxi", "social"}}};
  c.clusters = {{"taxi social", {"taxi", "social"}, {1}, {{1, 0.75}, {4, 0.75}}, {0, 1}, 0.75}};
  c.particular = {{2, 0.1, {"guillemets"}}};
  c.uses = {{0, {1}, {0}}};
  c.years = {{2021, {1, 0}, {1, 0}, {0, 0}, {true, false}}, {2022, {1, 0}, {0, 0}, {0, 0}, {true, false}}};
  c.reach = {2, 5, 5, 2, 2, 1, 1, 1, 1, 1};
  c.findings = {{source::Severity::error, "not-a-plan", "notes.json", -1, "ce fichier n'est pas un plan"}};
  return c;
}

}  // namespace pst::test
