// pst grammar: list, show, check and begin grammars.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/grammars.hpp"
#include "cli/suggest.hpp"
#include "grammar/embedded.hpp"
#include "text/unicode.hpp"

namespace pst::cli {

namespace {

struct GrammarOptions {
  GrammarChoice choice;
  std::string name;
  std::vector<std::string> files;
  bool names_only = false;
};
using Shared = std::shared_ptr<GrammarOptions>;

int list(GrammarOptions& o, Console& console) {
  const LoadedGrammars grammars = load_grammars(o.choice);
  const std::vector<grammar::Summary> all = grammar::summaries(grammars.library);
  int width = 0;
  for (const grammar::Summary& s : all) width = std::max(width, static_cast<int>(text::length(s.name)));
  for (const grammar::Summary& s : all) {
    if (o.names_only) {
      console.out << s.name << '\n';
      continue;
    }
    std::string line = output::padded(s.name, width) + "  " + s.title + " (" + counted(s.markers, "marqueur");
    for (std::size_t i = 0; i < s.includes.size(); ++i)
      line += (i == 0 ? " ; reprend " : ", ") + s.includes[i];
    console.out << output::clipped(line + ")", console.look.width) << '\n';
  }
  return kDone;
}

int show(GrammarOptions& o, Console& console) {
  const std::vector<grammar::FileText> files = grammar_files(o.choice);
  std::vector<std::string> names;
  for (const grammar::FileText& file : files) {
    const std::string name = std::filesystem::path(file.name).stem().string();
    if (o.name == name || o.name == file.name) {
      console.out << file.text;
      return kDone;
    }
    names.push_back(name);
  }
  throw UsageError("grammaire inconnue « " + o.name + " »" + suggestion(o.name, names) +
                   " ; voyez pst grammar list");
}

/// The line that a mistake is in, and a caret under the place.
std::string excerpt(const std::string& text, const Error::Where& where) {
  if (!where.line) return "";
  std::size_t begin = 0;
  for (int line = 1; line < *where.line && begin != std::string::npos; ++line) {
    begin = text.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  if (begin == std::string::npos || begin >= text.size()) return "";
  std::string line = text.substr(begin, text.find('\n', begin) - begin);
  std::replace(line.begin(), line.end(), '\t', ' ');
  const int column = std::max(1, where.column.value_or(1));
  return "  " + output::printable(line) + "\n  " + std::string(static_cast<std::size_t>(column - 1), ' ') +
         "^\n";
}

int check(GrammarOptions& o, Console& console) {
  std::vector<grammar::FileText> others = grammar_files(o.choice);
  std::vector<grammar::FileText> given;
  for (const std::string& path : o.files) {
    given.push_back({std::filesystem::path(path).filename().string(), read_file(path)});
    std::erase_if(others, [&](const grammar::FileText& other) { return other.name == given.back().name; });
  }
  others.insert(others.end(), given.begin(), given.end());
  bool all_good = true;
  for (std::size_t i = 0; i < given.size(); ++i) {
    std::vector<grammar::FileText> rest = others;
    std::erase_if(rest, [&](const grammar::FileText& other) { return other.name == given[i].name; });
    const std::vector<Error> problems = grammar::check(given[i], rest);
    for (const Error& problem : problems) {
      Error::Where where = problem.where();
      if (where.file == given[i].name) where.file = o.files[i];  // as it was given, so that editors find it
      console.out << Error(where, problem.problem(), problem.advice()).what() << '\n'
                  << excerpt(given[i].text, where);
    }
    if (problems.empty()) console.out << o.files[i] << " : aucune faute\n";
    all_good = all_good && problems.empty();
  }
  return all_good ? kDone : kSomeFailed;
}

int begin(GrammarOptions&, Console& console) {
  console.out << grammar::embedded_data("_template.toml");
  return kDone;
}

std::function<int(Console&)> running(int (*run)(GrammarOptions&, Console&), const Shared& o) {
  return [run, o](Console& console) { return run(*o, console); };
}

}  // namespace

Command grammar_command() {
  const auto o = std::make_shared<GrammarOptions>();
  const Option folder = o->choice.folder_option();
  Option name{"NOM", "", "nom de la grammaire", &o->name, {}, true};
  name.completed_by = "grammar list --names";
  return {
      .name = "grammar",
      .summary = "les grammaires : les lister, les montrer, les vérifier, en commencer une",
      .examples = {"pst grammar list", "pst grammar new > ma-grammaire.toml",
                   "pst grammar check ma-grammaire.toml"},
      .options = {},
      .run = {},
      .subcommands = {
          {.name = "list",
           .summary = "les grammaires et ce qu'elles reconnaissent",
           .examples = {"pst grammar list", "pst grammar list --grammars mes-grammaires/"},
           .options = {folder, {"--names", "", "les noms seuls, un par ligne", &o->names_only}},
           .run = running(list, o)},
          {.name = "show",
           .summary = "le texte d'une grammaire",
           .examples = {"pst grammar show common", "pst grammar show common > mes-grammaires/common.toml"},
           .options = {name, folder},
           .run = running(show, o)},
          {.name = "check",
           .summary = "les fautes d'une grammaire, avec la ligne et la colonne",
           .examples = {"pst grammar check ma-grammaire.toml", "pst grammar check grammars/*.toml"},
           .options = {{"FICHIER", "...", "grammaires à vérifier", &o->files, {}, true}, folder},
           .run = running(check, o)},
          {.name = "new",
           .summary = "un modèle commenté pour commencer une grammaire",
           .examples = {"pst grammar new > ma-grammaire.toml"},
           .options = {},
           .run = running(begin, o)},
      }};
}

}  // namespace pst::cli
