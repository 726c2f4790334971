#include "output/comparison_names.hpp"
#include "output/table.hpp"
#include "output/tidy.hpp"

namespace pst::output {

namespace {

using compare::Comparison;
using enum TidyType;

const compare::NodeEntry& node_of(const Comparison& c, int node) {
  return c.nodes[static_cast<std::size_t>(node)];
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : kListSeparator) + word;
  return out;
}

void theme_rows(const Comparison& c, const TakeRow& take) {
  for (const compare::Theme& theme : c.themes) {
    take(
        {cell(theme.slug), cell(theme.label), cell(theme.label_en), cell(theme.right), cell(theme.category)});
  }
}

void matrix_rows(const Comparison& c, const TakeRow& take) {
  for (std::size_t plan = 0; plan < c.matrix.size(); ++plan) {
    for (std::size_t theme = 0; theme < c.themes.size(); ++theme) {
      const compare::MatrixCell& m = c.matrix[plan][theme];
      take({cell(c.plans[plan].name), cell(c.themes[theme].slug), cell(m.nodes), cell(m.primary),
            cell(m.measures), cell(m.share)});
    }
  }
}

void cluster_rows(const Comparison& c, const TakeRow& take) {
  int number = 0;
  for (const compare::Cluster& cluster : c.clusters) {
    std::vector<std::string> themes;
    for (const int theme : cluster.themes) themes.push_back(c.themes[static_cast<std::size_t>(theme)].slug);
    take({cell(++number), cell(cluster.name), cell(joined(cluster.words)), cell(joined(themes)),
          cell(static_cast<int>(cluster.plans.size())), cell(static_cast<int>(cluster.members.size())),
          cell(cluster.cohesion)});
  }
}

void member_rows(const Comparison& c, const TakeRow& take) {
  int number = 0;
  for (const compare::Cluster& cluster : c.clusters) {
    ++number;
    for (const compare::ClusterMember& member : cluster.members) {
      const compare::NodeEntry& node = node_of(c, member.node);
      take({cell(number), cell(node.id), cell(c.plans[static_cast<std::size_t>(node.plan)].name),
            cell(member.score)});
    }
  }
}

void pair_rows(const Comparison& c, const TakeRow& take) {
  int rank = 0;
  for (const compare::Pair& pair : c.pairs) {
    take({cell(++rank), cell(node_of(c, pair.a).id), cell(node_of(c, pair.b).id), cell(pair.score),
          cell(joined(pair.words))});
  }
}

void particular_rows(const Comparison& c, const TakeRow& take) {
  for (const compare::Particular& item : c.particular) {
    const compare::NodeEntry& node = node_of(c, item.node);
    take({cell(node.id), cell(c.plans[static_cast<std::size_t>(node.plan)].name),
          node.nearest < 0 ? TidyCell() : cell(node_of(c, node.nearest).id), cell(item.nearest_score),
          cell(joined(item.words))});
  }
}

void partner_rows(const Comparison& c, const TakeRow& take) {
  for (const compare::EntityUse& use : c.uses) {
    const compare::Entity& entity = c.entities[static_cast<std::size_t>(use.entity)];
    take({cell(entity.id), cell(entity.name), cell(entity.abbreviation), cell(name_of_entity(entity.kind)),
          cell(static_cast<int>(use.plans.size())), cell(static_cast<int>(use.nodes.size()))});
  }
}

}  // namespace

std::vector<TidyTable> tidy_across_tables() {
  return {
      {"themes",
       "Un thème par ligne.",
       {{"theme", text, "nom stable", "PRIMARY KEY"},
        {"label", text, "en français"},
        {"label_en", text, "en anglais"},
        {"right_axis", text, "axe des droits fondamentaux du plan de cohésion sociale"},
        {"category", text, "catégorie la plus proche des logiciels PST"}},
       {},
       theme_rows},
      {"plan_themes",
       "Un thème d'un plan par ligne.",
       {{"plan", text, "nom du plan", "NOT NULL REFERENCES plans"},
        {"theme", text, "le thème", "NOT NULL REFERENCES themes"},
        {"nodes", integer, "nœuds qui ont le thème"},
        {"primary_nodes", integer, "nœuds dont c'est le premier thème"},
        {"measures", integer, "projets, actions et sous-actions qui l'ont"},
        {"share", real, "0 à 1 : part des nœuds du plan dont c'est le premier thème"}},
       {"plan", "theme"},
       matrix_rows},
      {"clusters",
       "Une mesure que plusieurs plans partagent par ligne, la plus partagée d'abord.",
       {{"cluster", integer, "numéro", "PRIMARY KEY"},
        {"name", text, "nom, fait de ses propres mots"},
        {"words", text, "ses mots les plus parlants, séparés par « | »"},
        {"themes", text, "ses thèmes, séparés par « | »"},
        {"plans", integer, "plans qui la partagent"},
        {"members", integer, "nœuds qui la forment"},
        {"cohesion", real, "0 à 1 : ressemblance moyenne"}},
       {},
       cluster_rows},
      {"cluster_members",
       "Un nœud d'une mesure commune par ligne.",
       {{"cluster", integer, "la mesure commune", "NOT NULL REFERENCES clusters"},
        {"id", text, "le nœud", "NOT NULL REFERENCES nodes"},
        {"plan", text, "son plan", "NOT NULL REFERENCES plans"},
        {"score", real, "0 à 1 : ressemblance moyenne avec les autres plans"}},
       {"cluster", "id"},
       member_rows},
      {"pairs",
       "Deux nœuds semblables de deux plans par ligne, les plus semblables d'abord.",
       {{"rank", integer, "rang", "PRIMARY KEY"},
        {"a", text, "un nœud", "NOT NULL REFERENCES nodes"},
        {"b", text, "l'autre", "NOT NULL REFERENCES nodes"},
        {"score", real, "0 à 1 : ressemblance"},
        {"words", text, "mots partagés, séparés par « | »"}},
       {"a", "b"},
       pair_rows},
      {"particular",
       "Un nœud sans rien de semblable ailleurs par ligne.",
       {{"id", text, "le nœud", "NOT NULL REFERENCES nodes"},
        {"plan", text, "son plan", "NOT NULL REFERENCES plans"},
        {"nearest", text, "le plus semblable ailleurs"},
        {"nearest_score", real, "0 à 1 : ressemblance avec lui"},
        {"words", text, "ses mots les plus rares, séparés par « | »"}},
       {"plan"},
       particular_rows},
      {"partners",
       "Un partenaire ou programme cité par ligne, le plus cité d'abord.",
       {{"partner", text, "nom stable", "PRIMARY KEY"},
        {"name", text, "nom en toutes lettres"},
        {"abbreviation", text, "sigle"},
        {"kind", text, "partner, programme, fund, network ou service"},
        {"plans", integer, "plans qui le citent"},
        {"nodes", integer, "nœuds qui le citent"}},
       {},
       partner_rows},
  };
}

}  // namespace pst::output
