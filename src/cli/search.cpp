// pst search: words in the plans of a comparison.
#include <filesystem>
#include <memory>

#include "batch/store.hpp"
#include "cli/command.hpp"
#include "cli/store_index.hpp"
#include "output/find.hpp"
#include "plan/kinds.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

struct SearchOptions {
  std::string query;
  std::string store;
  std::string format = "text";
  output::FindOptions find;
  int indent = 1;
};

/// The database itself, or the one in a folder that `pst compare` wrote.
std::string database_of(const std::string& store) {
  std::error_code error;
  const fs::path path = fs::is_directory(store, error) ? fs::path(store) / "plans.sqlite" : fs::path(store);
  if (!fs::exists(path, error)) {
    throw UsageError("« " + path.string() +
                     " » n'existe pas ; donnez le dossier qu'a écrit « pst compare » ou « pst batch », ou un "
                     "plans.sqlite");
  }
  return path.string();
}

output::Found find(const SearchOptions& o, Console& console) {
  if (!batch::holds_store(o.store)) return output::find(database_of(o.store), o.query, o.find);
  return output::find(StoreIndex(o.store, console).path(), o.query, o.find);
}

int search(const SearchOptions& o, Console& console) {
  const output::Found found = find(o, console);
  console.out << (o.format == "json" ? output::to_json(found, o.indent)
                                     : output::to_text(found, console.look));
  if (o.format == "json") return kDone;
  if (found.some_words && found.total > 0) {
    console.err << "aucun nœud n'a tous ces mots ; en voici qui en ont une partie\n";
  }
  const auto shown = static_cast<long long>(found.matches.size());
  console.err << counted(found.total, "résultat");
  if (shown < found.total) {
    console.err << (shown == 1 ? ", dont le meilleur" : ", dont les " + std::to_string(shown) + " meilleurs")
                << " (--limit 0 les donne tous)";
  }
  console.err << '\n';
  return kDone;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const plan::KindFacts& kind : plan::kLadder) names.emplace_back(kind.json);
  return names;
}

}  // namespace

Command search_command() {
  const auto o = std::make_shared<SearchOptions>();
  return {
      .name = "search",
      .summary = "chercher des mots dans les plans d'une comparaison ou d'un lot",
      .examples =
          {"pst search \"taxi social\" rapport/                  tous les mots, sous toutes leurs formes",
           "pst search '\"maison de repos\"' rapport/plans.sqlite  l'expression telle quelle",
           "pst search logements lot/                           dans un lot de pst batch",
           "pst search logements rapport/ --plan Valmont        dans un seul plan",
           "pst search logements rapport/ --format json         pour un programme"},
      .options = {{"RECHERCHE", "MOTS", "les mots ; entre guillemets, une expression", &o->query, {}, true},
                  {"BASE",
                   "DOSSIER|FICHIER",
                   "dossier écrit par pst compare ou pst batch, ou un plans.sqlite",
                   &o->store,
                   {},
                   true},
                  {"-f,--format", "FORMAT", "text (par défaut) ou json", &o->format, {"text", "json"}},
                  {"-n,--limit", "N", "résultats donnés, 0 pour tous (par défaut : 20)", &o->find.limit},
                  {"--plan", "PLAN", "seulement ce plan : son nom ou son organisation", &o->find.plan},
                  {"--theme", "THEME", "seulement ce thème (logement, emploi …)", &o->find.theme},
                  {"--kind", "NIVEAU", "seulement ce niveau", &o->find.kind, kind_names()},
                  {"--indent", "N", "retrait du JSON, 0 pour une seule ligne (par défaut : 1)", &o->indent}},
      .run = [o](Console& console) { return search(*o, console); }};
}

}  // namespace pst::cli
