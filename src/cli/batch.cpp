// pst batch: whole archives of documents into a store.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <thread>

#include "batch/pipeline.hpp"
#include "batch/run.hpp"
#include "batch/summary.hpp"
#include "cli/command.hpp"
#include "cli/grammars.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/reading_options.hpp"
#include "cli/store_text.hpp"
#include "source/digest.hpp"
#include "source/pdf_reader.hpp"

namespace pst::cli {

namespace {

struct BatchOptions {
  std::vector<std::string> sources;
  std::string output;
  std::vector<std::string> include;
  std::string shard;
  std::string progress;
  GrammarChoice grammars;
  ReadingChoice reading;
  int jobs = 0;
  int timeout = batch::Limits{}.seconds;
  int memory = batch::Limits{}.memory_mb;
  bool resume = false;
  bool in_process = false;
  bool quiet = false;
};

/// Whole numbers on both sides of a slash.
batch::Shard shard_of(const std::string& text) {
  if (text.empty()) return {};
  batch::Shard shard{0, 0};
  const char* end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec == std::errc{} && number.ptr != end && *number.ptr == '/') {
    const auto of = std::from_chars(number.ptr + 1, end, shard.of);
    if (of.ec == std::errc{} && of.ptr == end && shard.number >= 1 && shard.number <= shard.of) return shard;
  }
  throw UsageError("--shard : « " + text +
                   " » n'est pas une part I/N avec I de 1 à N, comme 2/8 ; voyez pst batch --help");
}

/// The sources, `-` replaced by the lines of standard input (or what stands between its zero bytes).
std::vector<std::string> sources_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> sources;
  for (const std::string& argument : arguments) {
    if (argument != batch::kStandardInput) {
      sources.push_back(argument);
      continue;
    }
    const std::string list{std::istreambuf_iterator<char>(std::cin), {}};
    const char separator = list.find('\0') == list.npos ? '\n' : '\0';
    for (std::size_t from = 0; from < list.size();) {
      const std::size_t end = std::min(list.find(separator, from), list.size());
      std::string line = list.substr(from, end - from);
      if (separator == '\n' && line.ends_with('\r')) line.pop_back();
      if (!line.empty()) sources.push_back(std::move(line));
      from = end + 1;
    }
  }
  return sources;
}

/// What a document's JSON depends on, beside its bytes.
output::Recipe recipe_of(const GrammarChoice& choice, const std::string& forced, const std::string& ocr) {
  std::string all;
  for (const grammar::FileText& file : grammar_files(choice)) {
    all += file.name + '\0' + std::to_string(file.text.size()) + '\0' + file.text;
  }
  output::Recipe recipe{"", PST_VERSION, plan::kSchemaVersion, source::sha256_hex(all), {}};
  recipe.settings.emplace_back("ocr", ocr);
  if (!forced.empty()) {
    const bool file = choice.wanted != forced;
    recipe.settings.emplace_back("grammar",
                                 file ? forced + " " + source::sha256_hex(read_file(choice.wanted)) : forced);
  }
  return batch::with_id(std::move(recipe));
}

/// Why what was read before is read again.
std::string outdated_text(std::int64_t outdated, const std::vector<output::Recipe>& before,
                          const output::Recipe& now) {
  const auto all = [&](auto same) { return std::all_of(before.begin(), before.end(), same); };
  std::string what = "d'autres options";
  if (!all([&](const output::Recipe& r) { return r.grammars == now.grammars; })) what = "d'autres grammaires";
  if (!all([&](const output::Recipe& r) { return r.program == now.program && r.model == now.model; })) {
    what = "une autre version de pst (" + before.front().program + ")";
  }
  return counted(outdated, "document") + (outdated > 1 ? " ont été lus" : " a été lu") + " avec " + what +
         (outdated > 1 ? " : ils seront relus" : " : il sera relu") + ", et rien d'autre";
}

/// Opens the dictionary, compiles the patterns and loads what reads PDFs before there are workers, which then
/// share them.
void warm_up(const batch::Read& read, const text::Repairer& french) {
  source::prepare_pdf();
  french.knows("maison");
  read(
      "Programme strategique transversal 2019-2024\nO.S.1. Un service\nO.O.1.1. Accueillir\nAction 1.1.1. "
      "Ouvrir\n"
      "- un point\nFiche action 1\nResponsable : le service social\n",
      "plan.txt");
}

/// The sources, of which one at least is there: a mistyped name makes no store.
std::vector<std::string> sources_there(const BatchOptions& o) {
  std::vector<std::string> sources = sources_of(o.sources);
  if (sources.empty()) throw UsageError("aucune source sur l'entrée standard ; donnez-en une par ligne");
  const auto is_there = [](const std::string& source) {
    std::error_code ignored;
    return std::filesystem::exists(source, ignored);
  };
  if (std::ranges::any_of(sources, is_there)) return sources;
  throw UsageError("« " + output::printable(sources.front()) + " » n'existe pas" +
                   (sources.size() > 1 ? ", les autres sources non plus" : "") + " ; vérifiez le chemin");
}

batch::RunOptions run_options(const BatchOptions& o) {
  batch::RunOptions options;
  options.sources = sources_there(o);
  options.patterns = o.include;
  options.store = o.output;
  options.opening = o.resume ? batch::Opening::resume : batch::Opening::create;
  options.shard = shard_of(o.shard);
  options.jobs = o.jobs > 0 ? o.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  options.in_process = o.in_process;
  options.limits = {std::max(1, o.timeout), std::max(1, o.memory)};
  return options;
}

int run(const BatchOptions& o, Console& console) {
  const LoadedGrammars grammars = load_grammars(o.grammars);
  batch::RunOptions options = run_options(o);
  options.recipe = recipe_of(o.grammars, grammars.forced, o.reading.ocr);
  const text::Repairer french;
  batch::HowToRead how = o.reading.reading(console, false);
  how.ocr_threads = 1;  // documents side by side keep the cores busy
  const batch::Read read = [&](std::string_view bytes, const std::string& name) {
    return batch::extract_bytes(bytes, name, grammars.library, {grammars.forced, false, &french}, how);
  };
  warm_up(read, french);
  Progress progress(o.progress, o.quiet, console);
  const Interrupt interrupt;
  bool told = false;
  const auto stop = [&] {
    if (interrupt.wished() && !told) {
      told = true;
      progress.say(
          "interruption : les documents en main sont terminés, puis le lot est rangé ; une deuxième arrête "
          "tout");
    }
    return told;
  };
  const batch::Watcher watcher{[&](std::int64_t outdated, const std::vector<output::Recipe>& before) {
                                 progress.say(outdated_text(outdated, before, options.recipe));
                               },
                               [&](const output::Entry& entry) { progress.failure(entry); },
                               [&](const batch::Standing& standing) { progress.standing(standing); }};
  const auto [standing, summary] = batch::run_batch(options, read, watcher, stop);
  progress.close(summary.counts, standing.seconds);
  if (!o.quiet && !progress.for_programs()) {
    console.out << totals_text(summary.counts);
    if (standing.kept > 0) console.out << counted(standing.kept, "document") << " d'un passage précédent\n";
    console.out << "en " << duration(standing.seconds) << "\n" << causes_text(summary.causes, o.output);
  }
  if (told) progress.say("interrompu ; reprenez avec la même commande et --resume");
  const bool all_done = summary.counts.failed + summary.counts.refused + summary.counts.pending == 0;
  return all_done && !told ? kDone : kSomeFailed;
}

}  // namespace

Command batch_command() {
  const auto o = std::make_shared<BatchOptions>();
  return {
      .name = "batch",
      .summary = "lire des archives entières de documents, sans rien perdre",
      .examples =
          {"pst batch archives/ -o lot                       dossiers, ZIP et TAR, sur tous les cœurs",
           "pst batch archives/ -o lot --resume              continuer, ou relire ce qui a changé",
           "pst batch plans.zip vieux.tar.gz -o lot --include '*.pdf'",
           "find . -name 'PST*' -print0 | pst batch - -o lot une liste de fichiers",
           "pst batch archives/ -o part2 --shard 2/8         une part sur huit, pour un cluster"},
      .options =
          {{"SOURCE",
            "...",
            "fichiers, dossiers, archives (ZIP, TAR, TAR comprimé), ou « - » :\nune liste sur l'entrée "
            "standard",
            &o->sources,
            {},
            true},
           {"-o,--output", "DOSSIER", "où écrire le lot", &o->output, {}, true},
           {"-j,--jobs", "N", "documents lus en même temps (par défaut : autant que de cœurs)", &o->jobs},
           {"--resume", "", "continuer le lot : ne lire que ce qui ne l'est pas encore", &o->resume},
           {"--shard", "I/N", "ne lire que la part I sur N, la même sur toute machine", &o->shard},
           {"--timeout", "S", "secondes de calcul permises pour un document (par défaut : 120)", &o->timeout},
           {"--memory", "MIO", "mémoire permise pour un document, en Mio (par défaut : 2048)", &o->memory},
           {"--include", "MOTIF",
            "ne prendre que les noms qui y répondent, comme '*.pdf' ;\npeut être répété", &o->include},
           o->reading.ocr_option(),
           o->reading.password_option(),
           o->grammars.wanted_option(),
           o->grammars.folder_option(),
           {"--progress", "FORME", "bar (sur un terminal), lines, json (pour un programme) ou none",
            &o->progress, progress_names()},
           {"--in-process", "", "lire sans isoler : pour mesurer, jamais avec des documents inconnus",
            &o->in_process},
           {"-q,--quiet", "", "ne dire que les refus", &o->quiet}},
      .run = [o](Console& console) { return run(*o, console); }};
}

}  // namespace pst::cli
