// pst page: a page drawn with what was understood of it.
#include "output/page_svg.hpp"

#include <charconv>
#include <filesystem>
#include <memory>

#include "batch/inputs.hpp"
#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/grammars.hpp"
#include "cli/reading_options.hpp"
#include "layout/layout.hpp"
#include "output/png.hpp"
#include "plan/extract.hpp"

namespace pst::cli {

namespace {

struct PageOptions {
  std::string input, page, output;
  GrammarChoice grammars;
  ReadingChoice reading;
};

int asked_page(const std::string& text) {
  int page = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), page);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || page < 1)
    throw UsageError("PAGE : « " + text + " » n'est pas un numéro de page (1, 2, 3 …)");
  return page;
}

/// Whether a name asks for PNG; one that promises another format must not hold SVG.
bool asks_for_png(const std::string& output) {
  const std::string extension = std::filesystem::path(output).extension();
  if (extension == ".png") return true;
  if (extension.empty() || extension == ".svg") return false;
  throw UsageError("« " + output + " » : pst page écrit du SVG ou du PNG, pas du " + extension.substr(1) +
                   " ; donnez un nom en .svg ou .png");
}

int draw_page(const PageOptions& o, Console& console) {
  const int number = asked_page(o.page);
  const bool png = asks_for_png(o.output);
  const LoadedGrammars grammars = load_grammars(o.grammars);
  const batch::Input input = batch::single(o.input);
  const source::Document document =
      batch::read_bytes(batch::read(input), input.name, o.reading.reading(console, true));
  const auto count = static_cast<int>(document.pages.size());
  if (number > count) {
    throw Error({input.name},
                "page " + std::to_string(number) + " demandée, le document en a " + std::to_string(count),
                "donnez un numéro de 1 à " + std::to_string(count));
  }
  const source::Page& page = document.pages[static_cast<std::size_t>(number) - 1];
  if (page.width <= 0) {
    throw Error({input.name}, "ce document n'a pas de pages à dessiner",
                "donnez un PDF, ou voyez les lignes d'un texte avec « pst text »");
  }
  const plan::Extraction extraction = plan::extract(document, grammars.library, {grammars.forced, false});
  const std::string svg = output::to_page_svg(document, page, layout::arrange(document), extraction.plan);
  if (o.output.empty() || o.output == "-") {
    console.out << svg;
  } else {
    batch::write_whole(o.output, png ? output::to_png(svg) : svg);
  }
  return kDone;
}

}  // namespace

Command page_command() {
  const auto o = std::make_shared<PageOptions>();
  return {.name = "page",
          .summary = "dessiner une page avec ce qui en a été compris : lignes, colonnes, cellules, nœuds",
          .examples = {"pst page plan.pdf 3 -o page3.svg", "pst page plan.pdf 3 -o page3.png",
                       "pst page plan.pdf 1 > page1.svg"},
          .options = {{"FICHIER", "", "PDF à lire", &o->input, {}, true},
                      {"PAGE", "", "numéro de la page, à partir de 1", &o->page, {}, true},
                      {"-o,--output", "FICHIER",
                       "fichier à écrire, en .svg ou .png (sinon : SVG, sortie standard)", &o->output},
                      o->reading.ocr_option(),
                      o->reading.password_option(),
                      o->grammars.wanted_option(),
                      o->grammars.folder_option()},
          .run = [o](Console& console) { return draw_page(*o, console); }};
}

}  // namespace pst::cli
