#include "cli/command.hpp"
#include "plan/model.hpp"

namespace pst::cli {

namespace {

int print_version(Console& console) {
  console.out << "pst " << PST_VERSION << " (modèle " << plan::kSchemaVersion << ")\n";
  return kDone;
}

}  // namespace

Command version_command() {
  return {.name = "version",
          .summary = "afficher la version du programme et celle du modèle",
          .examples = {"pst version"},
          .options = {},
          .run = print_version};
}

Command root_command() {
  return {
      .name = "pst",
      .summary =
          "Lit les programmes stratégiques transversaux (PST) des communes et CPAS wallons et en fait "
          "des données.",
      .examples = {"pst extract plan.txt -o plan.json     lire un plan",
                   "pst extract plans/ -o resultats/      lire un dossier",
                   "pst extract plan.txt --format tree    le voir en clair",
                   "pst compare resultats/ -o rapport     comparer les plans",
                   "pst batch archives/ -o lot            lire des milliers de documents",
                   "pst COMMANDE --help                   l'aide d'une commande"},
      .options = {},
      .run = {},
      .subcommands = {extract_command(), batch_command(), status_command(), failures_command(),
                      merge_command(), compare_command(), diff_command(), search_command(), export_command(),
                      import_command(), explain_command(), text_command(), page_command(), grammar_command(),
                      schema_command(), validate_command(), completion_command(), version_command()}};
}

}  // namespace pst::cli
