// pst explain: why each line of a plan was read as it was.
#include "output/explain.hpp"

#include <charconv>
#include <climits>
#include <memory>

#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/grammars.hpp"

namespace pst::cli {

namespace {

struct ExplainOptions {
  std::string input;
  std::string format = "table";
  std::string lines;
  std::string password;
  GrammarChoice grammars;
};

/// `12` or `12-40`; everything where nothing is asked for.
std::pair<int, int> asked_lines(const std::string& lines) {
  if (lines.empty()) return {1, INT_MAX};
  const char* const end = lines.data() + lines.size();
  std::pair<int, int> range{0, 0};
  auto read = std::from_chars(lines.data(), end, range.first);
  range.second = range.first;
  if (read.ec == std::errc{} && read.ptr != end && *read.ptr == '-') {
    read = std::from_chars(read.ptr + 1, end, range.second);
  }
  if (read.ec != std::errc{} || read.ptr != end || range.first < 1 || range.first > range.second) {
    throw UsageError("--lines : « " + lines + " » n'est pas une ligne (12) ni une suite de lignes (12-40)");
  }
  return range;
}

int explain(const ExplainOptions& o, Console& console) {
  const auto [first, last] = asked_lines(o.lines);
  const LoadedGrammars grammars = load_grammars(o.grammars);
  const batch::Input input = batch::single(o.input);
  plan::Extraction extraction = batch::extract_bytes(batch::read(input), input.name, grammars.library,
                                                     {grammars.forced, true}, {o.password});
  std::erase_if(extraction.trace, [&, from = first, to = last](const plan::LineReading& r) {
    return r.line < from || r.line > to;
  });
  console.out << (o.format == "jsonl" ? output::explanation_jsonl(extraction.trace, input.name)
                                      : output::to_explanation(extraction.trace, console.look));
  return kDone;
}

}  // namespace

Command explain_command() {
  const auto o = std::make_shared<ExplainOptions>();
  return {.name = "explain",
          .summary = "dire pour chaque ligne d'un plan comment elle a été lue, et pourquoi",
          .examples = {"pst explain plan.txt", "pst explain plan.txt --lines 40-60",
                       "pst explain plan.txt --grammar ma-grammaire.toml",
                       "pst explain plan.txt --format jsonl | grep '\"class\":\"section\"'"},
          .options = {{"FICHIER", "", "plan à lire (« - » : entrée standard)", &o->input, {}, true},
                      {"--format",
                       "FORMAT",
                       "table (en clair) ou jsonl (un objet par ligne)",
                       &o->format,
                       {"table", "jsonl"}},
                      {"--lines", "N|N-M", "seulement ces lignes", &o->lines},
                      {"--password", "MOT", "mot de passe d'un PDF qui en demande un", &o->password},
                      o->grammars.wanted_option(),
                      o->grammars.folder_option()},
          .run = [o](Console& console) { return explain(*o, console); }};
}

}  // namespace pst::cli
