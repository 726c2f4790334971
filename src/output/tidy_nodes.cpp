#include "output/comparison_names.hpp"
#include "output/names.hpp"
#include "output/table.hpp"
#include "output/tidy.hpp"

namespace pst::output {

namespace {

using compare::Comparison;
using compare::NodeEntry;
using enum TidyType;

TidyCell id_of(const Comparison& c, int node) {
  return node < 0 ? TidyCell() : cell(c.nodes[static_cast<std::size_t>(node)].id);
}

/// The first theme, where it holds.
TidyCell theme_of(const Comparison& c, const NodeEntry& node) {
  if (node.themes.empty() || node.themes.front().weight < compare::kThemeHolds) return {};
  return cell(c.themes[static_cast<std::size_t>(node.themes.front().theme)].slug);
}

void node_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    const plan::Attributes& a = n.attributes;
    take({cell(n.id),
          cell(c.plans[static_cast<std::size_t>(n.plan)].name),
          cell(n.code),
          cell(name_of(n.kind)),
          id_of(c, n.parent),
          id_of(c, n.volet),
          id_of(c, n.axis),
          cell(n.depth),
          cell(n.label),
          cell(n.number),
          cell(n.title),
          cell(n.title_raw),
          cell(n.description),
          cell(a.priority),
          cell(a.status),
          cell(a.period ? a.period->start : std::nullopt),
          cell(a.period ? a.period->end : std::nullopt),
          cell(a.recurrence),
          cell(a.annex),
          theme_of(c, n),
          n.cluster < 0 ? TidyCell() : cell(n.cluster + 1),
          id_of(c, n.nearest),
          n.nearest < 0 ? TidyCell() : cell(n.nearest_score),
          cell(n.particular),
          cell(n.doubtful),
          cell(n.leaf),
          cell(n.source.page),
          cell(n.source.first_line),
          cell(n.source.last_line)});
  }
}

void theme_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    int rank = 0;
    for (const compare::ThemeShare& share : n.themes) {
      std::string words;
      for (const compare::Evidence& evidence : share.evidence) {
        words += (words.empty() ? "" : kListSeparator) + evidence.words;
      }
      take({cell(n.id), cell(c.themes[static_cast<std::size_t>(share.theme)].slug), cell(++rank),
            cell(share.weight), cell(words)});
    }
  }
}

void mention_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    for (const compare::Mention& mention : n.mentions) {
      take({cell(n.id), cell(c.entities[static_cast<std::size_t>(mention.entity)].id), cell(mention.words)});
    }
  }
}

void responsible_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    for (const std::string& name : n.attributes.responsible) take({cell(n.id), cell(name)});
  }
}

void indicator_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    for (const std::string& indicator : n.attributes.indicators) take({cell(n.id), cell(indicator)});
  }
}

void budget_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    for (const plan::Budget& b : n.attributes.budget) {
      take({cell(n.id), cell(b.amount), cell(b.currency), cell(b.year), cell(b.source)});
    }
  }
}

void reference_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    for (const plan::Reference& r : n.attributes.references) take({cell(n.id), cell(r.raw), cell(r.code)});
  }
}

void field_rows(const Comparison& c, const TakeRow& take) {
  for (const NodeEntry& n : c.nodes) {
    for (const plan::Field& field : n.fields) take({cell(n.id), cell(field.name), cell(field.value)});
  }
}

const TidyColumn kOwner{"id", text, "le nœud", "NOT NULL REFERENCES nodes"};

TidyTable nodes_table() {
  return {"nodes",
          "Un nœud (volet, axe, objectif, projet, action, sous-action) par ligne, dans l'ordre des plans.",
          {{"id", text, "plan:code", "PRIMARY KEY"},
           {"plan", text, "nom du plan", "NOT NULL REFERENCES plans"},
           {"code", text, "adresse dans le plan"},
           {"kind", text,
            "volet, axis, strategic_objective, operational_objective, project, action ou sub_action"},
           {"parent", text, "nœud au-dessus"},
           {"volet", text, "volet où il se trouve"},
           {"axis", text, "axe où il se trouve"},
           {"depth", integer, "nœuds au-dessus de lui"},
           {"label", text, "marque telle qu'imprimée"},
           {"number", text, "numéro canonique"},
           {"title", text, "intitulé"},
           {"title_raw", text, "ce que l'OCR avait lu, quand l'intitulé a été réparé"},
           {"description", text, "texte sous l'intitulé"},
           {"priority", text, "high, medium ou low"},
           {"status", text, "not_started, in_progress, waiting, blocked, completed ou cancelled"},
           {"period_start", integer, "première année"},
           {"period_end", integer, "dernière année"},
           {"recurrence", text, "yearly, monthly …"},
           {"annex", integer, "1 : imprimé pour information"},
           {"theme", text, "premier thème"},
           {"cluster", integer, "mesure commune dont il fait partie"},
           {"nearest", text, "nœud le plus semblable d'un autre plan"},
           {"nearest_score", real, "0 à 1 : ressemblance avec lui"},
           {"particular", integer, "1 : rien de semblable ailleurs"},
           {"doubtful", integer, "1 : lecture douteuse"},
           {"leaf", integer, "1 : rien au-dessous"},
           {"page", integer, "page du document"},
           {"line_first", integer, "première ligne du document"},
           {"line_last", integer, "dernière ligne du document"}},
          {"plan", "parent", "kind", "theme", "cluster", "priority", "status", "period_start"},
          node_rows};
}

}  // namespace

std::vector<TidyTable> tidy_node_tables() {
  return {
      nodes_table(),
      {"node_themes",
       "Un thème d'un nœud par ligne, avec les mots qui l'ont donné.",
       {kOwner,
        {"theme", text, "le thème"},
        {"rank", integer, "1 pour le premier"},
        {"weight", real, "0 à 1 ; compte à partir de 0,5"},
        {"words", text, "mots du plan, séparés par « | »"}},
       {"id", "theme"},
       theme_rows},
      {"node_partners",
       "Un partenaire ou programme cité par un nœud par ligne.",
       {kOwner, {"partner", text, "le partenaire"}, {"words", text, "tel qu'écrit"}},
       {"id", "partner"},
       mention_rows},
      {"node_responsibles",
       "Un responsable d'un nœud par ligne.",
       {kOwner, {"responsible", text, "nom ou service, tel qu'écrit"}},
       {"id", "responsible"},
       responsible_rows},
      {"node_indicators",
       "Un indicateur d'un nœud par ligne.",
       {kOwner, {"indicator", text, "tel qu'écrit"}},
       {"id"},
       indicator_rows},
      {"node_budgets",
       "Un montant d'un nœud par ligne.",
       {kOwner,
        {"amount", real, "montant"},
        {"currency", text, "monnaie (EUR)"},
        {"year", integer, "année"},
        {"source", text, "qui paie, tel qu'écrit"}},
       {"id"},
       budget_rows},
      {"node_references",
       "Un renvoi d'un nœud par ligne.",
       {kOwner, {"raw", text, "tel qu'écrit"}, {"code", text, "code visé, s'il est dans le plan"}},
       {"id"},
       reference_rows},
      {"node_fields",
       "Un champ d'un nœud que le modèle ne connaît pas, par ligne.",
       {kOwner, {"name", text, "nom du champ"}, {"value", text, "sa valeur"}},
       {"id", "name"},
       field_rows},
  };
}

}  // namespace pst::output
