// A small plan in which every key of the model is set somewhere.
#pragma once

#include "plan/model.hpp"

namespace pst::test {

inline source::Span lines(int first, int last) {
  return {first, last, std::nullopt, std::nullopt};
}

inline plan::Node node(plan::Kind kind, std::string code, std::optional<std::string> number,
                       std::string title, int line) {
  plan::Node n;
  n.kind = kind;
  n.code = std::move(code);
  if (number) n.label = "n° " + *number;
  n.number = std::move(number);
  n.title = std::move(title);
  n.source = lines(line, line);
  return n;
}

/// A volet, an objective with two actions below an operational objective, a section and two diagnostics.
/// Sound: validate finds nothing.
inline plan::Plan sample_plan() {
  using plan::Kind;
  plan::Plan p;
  p.document.organisation = plan::Organisation{"Braine-l'Alleud", "commune", "25014"};
  p.document.title = "PST « 2019-2024 »";
  p.document.period = plan::Period{2019, 2024};
  p.document.year = 2019;
  p.document.adopted_on = "2019-10-14";
  p.document.source = {"plan.txt", "text/plain", 2048, std::string(64, 'a'), "UTF-8", 2, 0.93};
  p.document.scheme = {"os-oo", 0.97, "projets", 0.41};

  plan::Node action = node(Kind::action, "OS1-OO1-A1", "1.1.1", "Créer l'œuvre\tcommune", 4);
  action.title_raw = "Créer I'ceuvre\tcommune";
  action.description = "Deux lignes.\nDe prose.";
  action.attributes.priority = "high";
  action.attributes.status = "in_progress";
  action.attributes.period = plan::Period{2020, std::nullopt};
  action.attributes.recurrence = "yearly";
  action.attributes.responsible = {"Danièle", "Myriam, adjointe"};
  action.attributes.indicators = {"1 réunion / 2 mois"};
  action.attributes.budget = {{15000, "EUR", 2021, "RW"}, {12.5, "EUR", std::nullopt, ""}};
  action.attributes.references = {{"cf O.O.1", "OS1-OO1"}, {"Voir fiche", std::nullopt}};
  action.attributes.annex = true;
  action.fields = {{"Partenaires", "CPAS ; PCS"}};
  action.source.page = 2;
  action.source.box = source::Box{10.5, 20, 300, 31.25};

  plan::Node bullet = node(Kind::action, "OS1-OO1-A2", std::nullopt, "=SOMME(A1)", 5);
  plan::Node oo = node(Kind::operational_objective, "OS1-OO1", "1.1", "Être là", 3);
  oo.children = {action, bullet};
  plan::Node os = node(Kind::strategic_objective, "OS1", "1", "Un service efficace", 2);
  os.children = {oo};
  plan::Node volet = node(Kind::volet, "VI", std::nullopt, "Administration", 1);
  volet.children = {os};
  p.nodes = {volet};

  p.sections = {{"Préambule", "Le texte.", lines(7, 9)}};
  p.diagnostics = {
      {source::About::plan,
       source::Severity::warning,
       "numbering-gap",
       "Il manque un numéro.",
       "OS1",
       {{2, 2}}},
      {source::About::reading, source::Severity::info, "doubt", "À relire.", std::nullopt, std::nullopt}};
  p.coverage = {8, 5, 3, 0, 0};
  return p;
}

}  // namespace pst::test
