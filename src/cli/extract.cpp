// pst extract: plans to data.
#include <algorithm>
#include <memory>
#include <thread>

#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/destination.hpp"
#include "cli/grammars.hpp"

namespace pst::cli {

namespace {

using source::About;
using source::Diagnostic;
using source::Severity;

struct ExtractOptions {
  std::vector<std::string> inputs;
  std::string output;
  std::string format;
  std::string password;
  GrammarChoice grammars;
  int jobs = 0;
  int indent = 1;
  bool bom = false;
  bool quiet = false;
  bool verbose = false;
};

const char* french(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "note";
    case Severity::warning:
      return "avertissement";
    case Severity::error:
      return "erreur";
  }
  return "";
}

/// `plan.txt:14: avertissement (plan) : … [numbering-gap]`
std::string line_of(const std::string& file, const Diagnostic& d) {
  const std::string place = d.lines ? ":" + std::to_string(d.lines->first) : "";
  return file + place + ": " + french(d.severity) +
         (d.about == About::plan ? " (plan) : " : " (lecture) : ") + d.message + " [" + d.rule + "]";
}

std::string summary(const std::string& file, const batch::Outcome& outcome) {
  const auto doubts = std::count_if(outcome.diagnostics.begin(), outcome.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.about == About::reading; });
  const auto contradictions = static_cast<std::ptrdiff_t>(outcome.diagnostics.size()) - doubts;
  std::string line = file + " : " + counted(outcome.nodes, "nœud");
  if (contradictions > 0) line += ", " + counted(contradictions, "contradiction") + " du plan";
  if (doubts > 0) line += ", " + counted(doubts, "doute") + " de lecture";
  return line;
}

/// Says on standard error what became of the inputs, as loudly as was asked for.
class Report {
 public:
  Report(const ExtractOptions& o, std::size_t inputs, Console& console)
      : console_(console), quiet_(o.quiet), several_(inputs > 1), details_(o.verbose || inputs == 1) {}

  void about_inputs(const batch::Inputs& inputs) {
    for (const Error& problem : inputs.problems) failed(problem);
    for (const std::string& renamed : inputs.renamed) complain(console_, renamed);
    if (quiet_ || inputs.skipped.empty()) return;
    const std::size_t count = inputs.skipped.size();
    console_.err << counted(static_cast<long long>(count), "fichier") + (count > 1 ? " laissés" : " laissé")
                 << " de côté, ni .pdf, ni .txt, ni .text, ni .md (" << inputs.skipped.front()
                 << (count > 1 ? " …" : "") << ")\n";
  }

  void about(const batch::Input& input, const batch::Outcome& outcome) {
    if (outcome.error) return failed(*outcome.error);
    ++done_;
    if (quiet_) return;
    const std::string file = batch::shown(input);
    if (details_) {
      for (const Diagnostic& d : outcome.diagnostics) console_.err << line_of(file, d) << '\n';
    }
    console_.err << summary(file, outcome) << '\n';
  }

  void failed(const Error& error) {
    ++failed_;
    complain(console_, error.what());
  }

  int close() {
    if (several_ && (!quiet_ || failed_ > 0)) {
      console_.err << counted(done_, "plan") << (done_ > 1 ? " lus, " : " lu, ") << counted(failed_, "échec")
                   << '\n';
    }
    return failed_ == 0 ? kDone : kSomeFailed;
  }

 private:
  Console& console_;
  bool quiet_;
  bool several_;
  bool details_;
  int done_ = 0;
  int failed_ = 0;
};

int job_count(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

int extract(const ExtractOptions& o, Console& console) {
  const LoadedGrammars grammars = load_grammars(o.grammars);
  const batch::Inputs inputs = batch::expand(o.inputs);
  Report report(o, inputs.list.size() + inputs.problems.size(), console);
  Destination destination({o.output, o.format, o.indent, o.bom}, inputs.list, o.inputs, console);
  report.about_inputs(inputs);
  batch::run(
      inputs.list, job_count(o.jobs), grammars.library, {grammars.forced, false},
      [&](const batch::Input& input, const plan::Extraction& extraction) {
        return destination.render(input, extraction.plan);
      },
      [&](const batch::Input& input, batch::Outcome&& outcome) {
        report.about(input, outcome);
        if (!outcome.error) destination.take(std::move(outcome.text));
      },
      {o.password});
  try {
    destination.close();
  } catch (const Error& e) {
    report.failed(e);
  }
  return report.close();
}

}  // namespace

Command extract_command() {
  const auto o = std::make_shared<ExtractOptions>();
  return {
      .name = "extract",
      .summary = "lire des plans et en faire des données",
      .examples = {"pst extract plan.txt                             JSON sur la sortie standard",
                   "pst extract plans/ -o resultats/                 un JSON par plan",
                   "pst extract plans/ -o plans.csv                  tous les plans dans un tableau",
                   "pst extract plan.txt --format tree               le plan en clair, indenté",
                   "pst extract plan.pdf --format tree               un PDF se lit comme un texte",
                   "pst extract plan.txt --grammar ma-grammaire.toml lire avec sa propre grammaire"},
      .options = {{"ENTREE",
                   "...",
                   "fichiers, dossiers (leurs .pdf, .txt, .text et .md), ou « - » : entrée standard",
                   &o->inputs,
                   {},
                   true},
                  {"-o,--output", "DOSSIER|FICHIER",
                   "où écrire ; un nom avec extension est un fichier,\nun nom sans extension un dossier",
                   &o->output},
                  {"-f,--format", "FORMAT",
                   "json (par défaut), jsonl ou csv (un nœud par ligne), tree (en clair) ;\nsinon d'après "
                   "l'extension de -o",
                   &o->format, format_names()},
                  o->grammars.wanted_option(),
                  o->grammars.folder_option(),
                  {"-j,--jobs", "N", "plans lus en même temps (par défaut : autant que de cœurs)", &o->jobs},
                  {"--password", "MOT", "mot de passe des PDF qui en demandent un", &o->password},
                  {"--indent", "N", "retrait du JSON, 0 pour une seule ligne (par défaut : 1)", &o->indent},
                  {"--bom", "", "commencer le CSV par la marque UTF-8 qu'Excel attend", &o->bom},
                  {"-q,--quiet", "", "ne dire que les échecs", &o->quiet},
                  {"-v,--verbose", "", "donner chaque diagnostic, même avec plusieurs plans", &o->verbose}},
      .run = [o](Console& console) { return extract(*o, console); }};
}

}  // namespace pst::cli
