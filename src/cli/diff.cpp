// pst diff: two plans, or two editions of one.
#include <filesystem>
#include <memory>

#include "batch/inputs.hpp"
#include "cli/command.hpp"
#include "cli/lexicon.hpp"
#include "cli/plans.hpp"
#include "output/difference.hpp"

namespace pst::cli {

namespace {

struct DiffChoice {
  std::string before, after;
  std::string output;
  std::string format;
  GrammarChoice grammars;
  LexiconChoice lexicon;
  bool all = false;
};

/// The one plan that the argument names. Throws what is wrong with it.
compare::NamedPlan one_plan(const std::string& argument, const GrammarChoice& grammars) {
  GivenPlans given = read_plans({argument}, grammars);
  if (!given.unread.empty()) {
    throw Error({.file = {}, .page = {}, .line = {}, .column = {}}, given.unread.front().message);
  }
  if (given.plans.size() != 1) {
    throw UsageError(argument + " : " + std::to_string(given.plans.size()) +
                     " plans ; donnez à pst diff un seul plan de chaque côté");
  }
  return std::move(given.plans.front());
}

/// --format, else what the output's extension says, else text.
std::string format_of(const DiffChoice& o) {
  if (!o.format.empty()) return o.format;
  const std::string extension = std::filesystem::path(o.output).extension().string();
  if (extension == ".json") return "json";
  return extension == ".html" || extension == ".htm" ? "html" : "text";
}

int run(const DiffChoice& o, Console& console) {
  const compare::Lexicon lexicon = load_lexicon(o.lexicon, o.grammars);
  const compare::Difference difference =
      compare::difference(one_plan(o.before, o.grammars), one_plan(o.after, o.grammars), lexicon);
  const std::string format = format_of(o);
  const std::string text = format == "json"   ? output::difference_to_json(difference)
                           : format == "html" ? output::difference_to_html(difference)
                                              : output::difference_to_text(difference, o.all);
  if (o.output.empty() || o.output == "-") {
    console.out << text;
  } else {
    batch::write_whole(o.output, text);
  }
  return kDone;
}

}  // namespace

Command diff_command() {
  const auto o = std::make_shared<DiffChoice>();
  return {
      .name = "diff",
      .summary = "dire ce qui a changé entre deux plans, ou deux éditions d'un plan",
      .examples = {"pst diff 2019-2024.json 2025-2030.json                 en clair",
                   "pst diff 2019-2024.json 2025-2030.json -o ecart.html   une page",
                   "pst diff ancien.txt nouveau.txt -o ecart.json          deux documents, lus au passage"},
      .options = {{"ANCIEN", "", "le plan d'avant : JSON ou document", &o->before, {}, true},
                  {"NOUVEAU", "", "le plan d'après", &o->after, {}, true},
                  {"-o,--output", "FICHIER", "où écrire (sinon la sortie standard)", &o->output},
                  {"-f,--format",
                   "FORMAT",
                   "text, json ou html ; sinon d'après l'extension de -o",
                   &o->format,
                   {"text", "json", "html"}},
                  {"-a,--all", "", "en clair : dire aussi ce qui est resté tel quel", &o->all},
                  o->lexicon.option(),
                  o->grammars.folder_option()},
      .run = [o](Console& console) { return run(*o, console); }};
}

}  // namespace pst::cli
