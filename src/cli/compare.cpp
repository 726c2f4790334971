// pst compare: many plans side by side.
#include <filesystem>
#include <functional>
#include <memory>

#include "batch/inputs.hpp"
#include "cli/command.hpp"
#include "cli/lexicon.hpp"
#include "cli/plans.hpp"
#include "cli/reports.hpp"
#include "output/comparison_json.hpp"

namespace pst::cli {

namespace {

namespace fs = std::filesystem;

struct CompareChoice {
  std::vector<std::string> inputs;
  std::string output;
  GrammarChoice grammars;
  LexiconChoice lexicon;
  std::string language;
  int jobs = 0;
  int indent = 1;
  bool quiet = false;
};

/// A file that the command writes, made from the comparison alone.
struct Report {
  const char* name;
  std::function<std::string(const compare::Comparison&)> text;
};

std::vector<Report> reports(const CompareChoice& o) {
  return {
      {"comparison.json",
       [&o](const compare::Comparison& c) { return output::comparison_to_json(c, o.indent); }},
      {"similar.json", [&o](const compare::Comparison& c) { return output::similar_to_json(c, o.indent); }}};
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder))
    throw Error({.file = folder.string(), .page = {}, .line = {}, .column = {}},
                "ce dossier ne peut pas être créé", "donnez à -o un dossier où vous pouvez écrire");
}

void write_all(const CompareChoice& o, const compare::Comparison& comparison,
               const std::vector<compare::NamedPlan>& plans) {
  const fs::path out(o.output);
  make_folder(out / "plans");
  for (const Report& report : reports(o))
    batch::write_whole((out / report.name).string(), report.text(comparison));
  for (std::size_t i = 0; i < comparison.plans.size(); ++i) {
    const compare::PlanEntry& entry = comparison.plans[i];
    batch::write_whole((out / "plans" / (entry.name + ".json")).string(),
                       output::themed_plan_to_json(plans[static_cast<std::size_t>(entry.input)].plan,
                                                   comparison, static_cast<int>(i), o.indent));
  }
}

void say(const compare::Comparison& comparison, bool quiet, Console& console) {
  for (const compare::Finding& finding : comparison.findings) {
    if (finding.severity == source::Severity::error || !quiet) complain(console, finding.message);
  }
  if (quiet) return;
  const compare::Reach& reach = comparison.reach;
  console.err << counted(reach.plans, "plan") << ", " << counted(reach.nodes, "nœud") << " : "
              << counted(reach.pairs, "rapprochement") << ", " << reach.clusters
              << (reach.clusters > 1 ? " mesures partagées, " : " mesure partagée, ")
              << counted(reach.entities, "partenaire") << '\n';
}

int run(const CompareChoice& o, Console& console) {
  const compare::Lexicon lexicon = load_lexicon(o.lexicon, o.grammars);
  GivenPlans given = read_plans(o.inputs, o.grammars);
  compare::CompareOptions options;
  options.jobs = o.jobs;
  options.unread = given.unread;
  const compare::Comparison comparison = compare::compare(given.plans, lexicon, options);
  say(comparison, o.quiet, console);
  if (comparison.plans.empty()) {
    complain(console, "aucun plan à comparer : donnez des plans en JSON (pst extract) ou des documents");
    return kSomeFailed;
  }
  write_reports(comparison, o.output, language_named(o.language), o.jobs,
                [&] { write_all(o, comparison, given.plans); });
  return given.unread.empty() ? kDone : kSomeFailed;
}

}  // namespace

Command compare_command() {
  const auto o = std::make_shared<CompareChoice>();
  return {
      .name = "compare",
      .summary = "comparer des plans : thèmes, mesures semblables, partenaires, qualité",
      .examples = {"pst compare resultats/ -o comparaison/            des plans déjà lus",
                   "pst compare a.json b.json -o comparaison/",
                   "pst compare plan-a.txt plan-b.txt -o comparaison/ des documents, lus au passage",
                   "pst compare resultats/ -o comparaison/ --lexicon mes-themes.toml"},
      .options = {{"PLANS",
                   "...",
                   "plans en JSON, dossiers qui en contiennent, ou documents à lire",
                   &o->inputs,
                   {},
                   true},
                  {"-o,--output", "DOSSIER", "où écrire", &o->output, {}, true},
                  {"--lang", "LANGUE", "langue des rapports : fr (par défaut) ou en", &o->language,
                   language_names()},
                  o->lexicon.option(),
                  o->grammars.folder_option(),
                  {"-j,--jobs", "N", "fils d'exécution (par défaut : autant que de cœurs)", &o->jobs},
                  {"--indent", "N", "retrait du JSON, 0 pour une seule ligne (par défaut : 1)", &o->indent},
                  {"-q,--quiet", "", "ne dire que les échecs", &o->quiet}},
      .run = [o](Console& console) { return run(*o, console); }};
}

}  // namespace pst::cli
