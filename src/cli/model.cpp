// pst schema and pst validate: the model's promise, and whether a file keeps it.
#include <memory>

#include "batch/inputs.hpp"
#include "cli/command.hpp"
#include "output/comparison_json.hpp"
#include "output/validate.hpp"

namespace pst::cli {

namespace {

struct ValidateOptions {
  std::vector<std::string> inputs;
  bool quiet = false;
};

/// Prints what is wrong with one file; true where nothing is.
bool validate_one(const batch::Input& input, bool quiet, Console& console) {
  const std::string file = batch::shown(input);
  const std::vector<output::Finding> findings = output::validate(batch::read(input));
  for (const output::Finding& finding : findings) {
    console.out << file << " : " << (finding.pointer.empty() ? "" : finding.pointer + " : ")
                << finding.message << '\n';
  }
  if (findings.empty() && !quiet) console.out << file << " : conforme\n";
  return findings.empty();
}

int validate(const ValidateOptions& o, Console& console) {
  const batch::Inputs inputs = batch::expand(o.inputs, batch::Wanted::models);
  bool all_good = inputs.problems.empty();
  for (const Error& problem : inputs.problems) complain(console, problem.what());
  for (const batch::Input& input : inputs.list) {
    try {
      all_good = validate_one(input, o.quiet, console) && all_good;
    } catch (const Error& e) {
      complain(console, e.what());
      all_good = false;
    }
  }
  return all_good ? kDone : kSomeFailed;
}

int print_schema(const std::string& what, Console& console) {
  console.out << (what == "comparison" ? output::comparison_schema_text() : output::schema_text());
  return kDone;
}

}  // namespace

Command schema_command() {
  const auto what = std::make_shared<std::string>();
  return {.name = "schema",
          .summary = "afficher le schéma JSON du modèle (JSON Schema, draft 2020-12)",
          .examples = {"pst schema > plan.schema.json", "pst schema comparison > comparison.schema.json"},
          .options = {{"QUOI", "", "plan (par défaut) ou comparison", what.get(), {"plan", "comparison"}}},
          .run = [what](Console& console) { return print_schema(*what, console); }};
}

Command validate_command() {
  const auto o = std::make_shared<ValidateOptions>();
  return {.name = "validate",
          .summary = "vérifier des plans en JSON : le schéma, et ce qu'un schéma ne peut pas dire",
          .examples = {"pst validate plan.json", "pst validate resultats/",
                       "pst extract plan.txt | pst validate -"},
          .options = {{"FICHIER",
                       "...",
                       "plans en JSON, ou dossiers qui en contiennent (« - » : entrée standard)",
                       &o->inputs,
                       {},
                       true},
                      {"-q,--quiet", "", "ne rien dire des fichiers conformes", &o->quiet}},
          .run = [o](Console& console) { return validate(*o, console); }};
}

}  // namespace pst::cli
