// pst text: what the program reads of a document, line by line and cell by cell, before any numbering.
#include "output/lines.hpp"

#include <memory>

#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "layout/layout.hpp"

namespace pst::cli {

namespace {

struct TextOptions {
  std::string input, password;
  bool boxes = false;
};

int show_text(const TextOptions& o, Console& console) {
  const batch::Input input = batch::single(o.input);
  const source::Document document = batch::read_bytes(batch::read(input), input.name, {o.password});
  console.out << output::to_lines(layout::arrange(document), o.boxes);
  return kDone;
}

}  // namespace

Command text_command() {
  const auto o = std::make_shared<TextOptions>();
  return {.name = "text",
          .summary = "montrer les lignes et cellules d'un document, dans l'ordre de lecture",
          .examples = {"pst text plan.pdf", "pst text plan.pdf --boxes | less",
                       "diff <(pst text avant.pdf) <(pst text apres.pdf)"},
          .options = {{"FICHIER", "", "document à lire (« - » : entrée standard)", &o->input, {}, true},
                      {"--boxes", "", "avec la page et la place de chaque ligne, en points", &o->boxes},
                      {"--password", "MOT", "mot de passe d'un PDF qui en demande un", &o->password}},
          .run = [o](Console& console) { return show_text(*o, console); }};
}

}  // namespace pst::cli
