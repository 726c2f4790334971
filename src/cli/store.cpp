// pst status, pst failures, pst merge: what a batch has left, and several as one.
#include <filesystem>
#include <memory>
#include <set>

#include "batch/inputs.hpp"
#include "batch/merge.hpp"
#include "batch/names.hpp"
#include "batch/retrieve.hpp"
#include "batch/store.hpp"
#include "batch/summary.hpp"
#include "cli/command.hpp"
#include "cli/store_text.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kRows = 15;

struct StatusOptions {
  std::string store;
  bool all = false;
  bool json = false;
};

int status(const StatusOptions& o, Console& console) {
  const batch::StoreView view = batch::view_store(o.store);
  batch::Summary summary = batch::summarise(view.ledger);
  summary.counts.complete = view.complete;
  if (o.json) {
    console.out << output::to_json(summary.counts, {});
    return kDone;
  }
  console.out << totals_text(summary.counts);
  if (!view.complete)
    console.out << "ce lot n'est pas terminé : un passage est en cours, ou à reprendre avec --resume\n";
  console.out << tallies_text(summary, o.all ? static_cast<std::size_t>(-1) : kRows)
              << causes_text(summary.causes, o.store);
  return kDone;
}

struct FailuresOptions {
  std::string store;
  std::string kind;
  std::string copy;
};

/// Copies what failed into one folder; the digest in front tells files of the same name apart.
int copy_out(const std::vector<output::Entry>& failures, const std::string& folder, Console& console) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::set<std::string> paths;
  std::map<std::string, std::string> names;
  for (const output::Entry& entry : failures) {
    if (entry.sha256.empty()) continue;
    paths.insert(entry.path);
    std::string name = output::printable(batch::file_name(entry.path));
    names[entry.path] = entry.sha256.substr(0, 8) + "-" + name;
  }
  const std::set<std::string> missing =
      batch::retrieve(paths, [&](const std::string& path, std::string_view bytes) {
        batch::write_whole((fs::path(folder) / names[path]).string(), bytes);
      });
  for (const std::string& path : missing) {
    complain(console, output::printable(path) +
                          " : la source n'est plus là ; lancez la commande du même dossier que pst batch");
  }
  console.err << counted(static_cast<long long>(paths.size() - missing.size()), "document") << " dans "
              << folder << '\n';
  return missing.empty() ? kDone : kSomeFailed;
}

/// That nothing failed, or nothing of the kind asked for.
std::string none_text(const std::string& kind, const std::set<std::string>& kinds) {
  if (kinds.empty()) return "aucun échec dans ce lot\n";
  std::string text = "aucun échec « " + output::printable(kind) + " » ; les causes de ce lot :";
  for (const std::string& there : kinds) text += " " + there;
  return text + "\n";
}

int failures(const FailuresOptions& o, Console& console) {
  const batch::StoreView view = batch::view_store(o.store);
  std::vector<output::Entry> failures;
  std::set<std::string> kinds;
  view.ledger.each_source([&](const output::Entry& entry) {
    if (!entry.failure) return;
    kinds.insert(entry.failure->kind);
    if (o.kind.empty() || entry.failure->kind == o.kind) failures.push_back(entry);
  });
  if (failures.empty()) console.err << none_text(o.kind, kinds);
  for (const output::Entry& entry : failures) {
    const output::Failure& failure = *entry.failure;
    const Error::Where where{entry.path, failure.page, failure.line, {}};
    console.out << output::printable(Error(where, failure.message, failure.advice).what()) << " ["
                << failure.kind << "]\n";
  }
  return o.copy.empty() ? kDone : copy_out(failures, o.copy, console);
}

struct MergeOptions {
  std::vector<std::string> stores;
  std::string output;
};

int merge(const MergeOptions& o, Console& console) {
  const std::vector<std::string> conflicts = batch::merge(o.stores, o.output);
  for (const std::string& conflict : conflicts) complain(console, output::printable(conflict));
  console.out << totals_text(batch::summarise(batch::view_store(o.output).ledger).counts);
  if (!conflicts.empty()) console.out << counted(static_cast<long long>(conflicts.size()), "conflit") << "\n";
  return conflicts.empty() ? kDone : kSomeFailed;
}

}  // namespace

Command status_command() {
  const auto o = std::make_shared<StatusOptions>();
  return {.name = "status",
          .summary = "où en est un lot : lus, échoués, doublons ; par numérotation, année, organisation",
          .examples = {"pst status lot", "pst status lot --all", "pst status lot --json"},
          .options = {{"LOT", "", "dossier écrit par pst batch ou pst merge", &o->store, {}, true},
                      {"--all", "", "toutes les lignes, pas seulement les quinze premières", &o->all},
                      {"--json", "", "les totaux seuls, pour un programme", &o->json}},
          .run = [o](Console& console) { return status(*o, console); }};
}

Command failures_command() {
  const auto o = std::make_shared<FailuresOptions>();
  return {.name = "failures",
          .summary = "ce qui a échoué dans un lot, pourquoi, et que faire",
          .examples = {"pst failures lot", "pst failures lot --kind timeout",
                       "pst failures lot --copy a-revoir/"},
          .options = {{"LOT", "", "dossier écrit par pst batch ou pst merge", &o->store, {}, true},
                      {"--kind", "CAUSE", "seulement cette cause, le mot entre crochets", &o->kind},
                      {"--copy", "DOSSIER", "copier ces documents dans ce dossier", &o->copy}},
          .run = [o](Console& console) { return failures(*o, console); }};
}

Command merge_command() {
  const auto o = std::make_shared<MergeOptions>();
  return {
      .name = "merge",
      .summary = "joindre plusieurs lots en un, dans n'importe quel ordre",
      .examples = {"pst merge part1 part2 part3 -o tout", "pst merge nouveau -o tout      ajouter à un lot"},
      .options = {{"LOT", "...", "dossiers écrits par pst batch ou pst merge", &o->stores, {}, true},
                  {"-o,--output", "DOSSIER", "le lot joint ; peut déjà exister", &o->output, {}, true}},
      .run = [o](Console& console) { return merge(*o, console); }};
}

}  // namespace pst::cli
