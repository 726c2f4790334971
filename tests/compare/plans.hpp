// Small plans of invented municipalities, written as an outline.
#pragma once

#include <sstream>
#include <string>

#include "compare/comparison.hpp"

namespace pst::test {

/// One node a line, two spaces a rung: `OS1 Lutter contre l'isolement`; the code's last segment gives the
/// kind.
inline compare::NamedPlan outline(const std::string& name, const std::string& text) {
  compare::NamedPlan out;
  out.name = name;
  out.plan.document.organisation = plan::Organisation{name, "CPAS", std::nullopt};
  out.plan.document.source = {name + ".txt", "text/plain", 1, std::string(64, '0'), "UTF-8", {}, {}};
  std::vector<std::vector<plan::Node>*> open{&out.plan.nodes};
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string::npos) continue;
    const std::size_t space = std::min(line.find(' ', indent), line.size());
    plan::Node node;
    node.code = line.substr(indent, space - indent);
    node.title = space < line.size() ? line.substr(space + 1) : "";
    node.source = {number, number, std::nullopt, std::nullopt};
    const std::string segment = node.code.substr(node.code.rfind('-') + 1);
    node.kind = segment.starts_with("OS")   ? plan::Kind::strategic_objective
                : segment.starts_with("OO") ? plan::Kind::operational_objective
                : segment.starts_with("V")  ? plan::Kind::volet
                : segment.starts_with("P")  ? plan::Kind::project
                                            : plan::Kind::action;
    open.resize(std::min(open.size(), indent / 2 + 1));
    open.back()->push_back(node);
    open.push_back(&open.back()->back().children);
  }
  return out;
}

inline const compare::Lexicon& lexicon() {
  static const compare::Lexicon loaded = compare::load_lexicon(compare::embedded_lexicon());
  return loaded;
}

inline const compare::NodeEntry& node_named(const compare::Comparison& c, const std::string& id) {
  for (const compare::NodeEntry& node : c.nodes) {
    if (node.id == id) return node;
  }
  throw std::runtime_error("no node " + id);
}

/// `logement, synergies`: the themes that hold, best first.
inline std::string themes_of(const compare::Comparison& c, const compare::NodeEntry& node) {
  std::string out;
  for (const compare::ThemeShare& share : node.themes) {
    if (share.weight < compare::kThemeHolds) continue;
    out += (out.empty() ? "" : ", ") + c.themes[static_cast<std::size_t>(share.theme)].slug;
  }
  return out;
}

inline compare::NamedPlan valmont() {
  return outline("valmont",
                 "OS1 Être un CPAS qui lutte contre l'isolement\n"
                 "  OS1-OO1 Faciliter les déplacements\n"
                 "    OS1-OO1-A1 Créer un taxi social avec la commune\n"
                 "    OS1-OO1-A2 Organiser un café papote à la maison de quartier\n"
                 "  OS1-OO2 Favoriser l'insertion socioprofessionnelle\n"
                 "    OS1-OO2-A1 Augmenter le nombre d'articles 60 § 7\n"
                 "    OS1-OO2-A2 Engager un job coach\n"
                 "OS2 Communiquer mieux\n"
                 "  OS2-OO1 Informer les habitants\n"
                 "    OS2-OO1-A1 Publier un article dans le bulletin communal à chaque parution\n"
                 "    OS2-OO1-A2 Restaurer le moulin banal de Haute-Sambre\n");
}

inline compare::NamedPlan bruyeres() {
  return outline("bruyeres",
                 "OS1 Sortir les personnes isolées de chez elles\n"
                 "  OS1-OO1 Développer l'offre de mobilité\n"
                 "    OS1-OO1-A1 Mettre en œuvre un transport à la demande\n"
                 "  OS1-OO2 Former le personnel\n"
                 "    OS1-OO2-A1 Mettre en œuvre un plan de formation des agents\n"
                 "OS2 Mettre en œuvre une meilleure communication\n"
                 "  OS2-OO1 Mettre en œuvre, en collaboration avec la commune, des articles réguliers\n"
                 "    OS2-OO1-A1 Écrire régulièrement dans le journal communal\n"
                 "    OS2-OO1-A2 Mettre en œuvre la distribution de colis alimentaires\n");
}

}  // namespace pst::test
