// pst text: what the program reads of a document, line by line and cell by cell, before any numbering.
#include "output/lines.hpp"

#include <memory>

#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/reading_options.hpp"
#include "layout/layout.hpp"

namespace pst::cli {

namespace {

struct TextOptions {
  std::string input;
  bool boxes = false;
  ReadingChoice reading;
};

int show_text(const TextOptions& o, Console& console) {
  const batch::Input input = batch::single(o.input);
  const source::Document document =
      batch::read_bytes(batch::read(input), input.name, o.reading.reading(console, true));
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
                      o->reading.ocr_option(),
                      o->reading.password_option()},
          .run = [o](Console& console) { return show_text(*o, console); }};
}

}  // namespace pst::cli
