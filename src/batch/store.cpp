#include "batch/store.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

#include "source/digest.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace fs = std::filesystem;

namespace {

using output::Entry;
using output::Status;

constexpr const char* kFacts = "/store.json";
constexpr const char* kManifest = "/manifest.jsonl";
constexpr const char* kSummary = "/run.json";
constexpr const char* kJournal = "/journal.jsonl";  ///< what happened since the manifest was written
constexpr const char* kDocuments = "/documents";
constexpr const char* kScratch = "/tmp";

constexpr std::size_t kGroupFiles = 256;
constexpr std::size_t kGroupBytes = 32U << 20U;

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) {
    throw Error({folder}, "ce dossier ne peut pas être créé (" + error.message() + ")",
                "vérifiez le chemin, ses droits d'accès et la place du disque");
  }
}

/// The lines of a file, into a ledger; returns the bytes taken in. A last line without its end was cut short
/// by the end of a run. In a journal, so is everything behind a line that is none: its disk lost power.
std::size_t note_lines(const std::string& file, bool journal, Ledger& ledger) {
  const std::string text = read_if_there(file);
  int number = 0;
  std::size_t from = 0;
  for (std::size_t end = 0; (end = text.find('\n', from)) != text.npos; from = end + 1) {
    try {
      ledger.note(output::entry_from_line(std::string_view(text).substr(from, end - from), file, ++number));
    } catch (const Error&) {
      if (journal) return from;
      throw;
    }
  }
  return from;
}

/// Whether there is anything in the folder that no run of a batch has put there.
bool holds_other_things(const std::string& folder) {
  const std::set<std::string> own{"documents", "tmp", "lost+found"};
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (own.count(entry.path().filename().string()) == 0) return true;
  }
  return false;
}

}  // namespace

bool holds_store(const std::string& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder + kFacts, ignored);
}

std::string state_of(const std::string& folder, const std::string& salt) {
  std::string parts = salt;
  for (const char* file : {kManifest, kJournal})
    parts += ' ' + source::sha256_hex(read_if_there(folder + file));
  return source::sha256_hex(parts);
}

std::string document_path(const std::string& sha256) {
  return "documents/" + sha256.substr(0, 2) + "/" + sha256 + ".json";
}

Store::Store(const std::string& folder, Opening opening) : folder_(folder) {
  if (opening == Opening::create && holds_store(folder)) {
    throw Error({folder}, "ce dossier contient déjà un lot",
                "ajoutez --resume pour le continuer, ou donnez un autre dossier à -o");
  }
  if (!holds_store(folder) && holds_other_things(folder)) {
    throw Error({folder}, "ce dossier contient autre chose qu'un lot", "donnez un dossier neuf à -o");
  }
  make_folder(folder);
  lock_ = std::make_unique<FolderLock>(folder);
  make_folder(folder_ + kDocuments);
  std::error_code ignored;
  fs::remove_all(folder_ + kScratch, ignored);  // what a killed run left
  make_folder(folder_ + kScratch);
  const std::size_t journalled = load();
  group_ = std::make_unique<Group>(folder_ + kScratch);
  journal_ = std::make_unique<Journal>(folder_ + kJournal, journalled);
}

Store::~Store() = default;

/// Returns how much of the journal is good.
std::size_t Store::load() {
  const std::string facts = read_if_there(folder_ + kFacts);
  if (!facts.empty()) facts_ = output::store_facts_from_json(facts, folder_ + kFacts);
  if (facts.empty()) write_facts();
  note_lines(folder_ + kManifest, false, ledger_);
  return note_lines(folder_ + kJournal, true, ledger_);
}

void Store::write_facts() {
  write_durably(folder_ + kFacts, output::to_json(facts_), folder_ + kScratch);
}

void Store::add_recipe(const output::Recipe& recipe) {
  if (std::find(facts_.recipes.begin(), facts_.recipes.end(), recipe) != facts_.recipes.end()) return;
  facts_.recipes.push_back(recipe);
  std::sort(facts_.recipes.begin(), facts_.recipes.end(),
            [](const output::Recipe& a, const output::Recipe& b) { return a.id < b.id; });
  write_facts();
}

void Store::see(const Entry& entry) {
  if (ledger_.see(entry)) lines_ += output::to_line(entry);
}

void Store::put(const Entry& outcome, const std::string& json) {
  if (outcome.status == Status::done) {
    const std::string path = folder_ + "/" + document_path(outcome.sha256);
    const auto first = static_cast<unsigned char>(Digest::of_hex(outcome.sha256).bytes.front());
    if (!made_[first]) make_folder(fs::path(path).parent_path().string());
    made_.set(first);
    group_->add(path, json);
    group_bytes_ += json.size();
  }
  see(outcome);
  if (group_->size() >= kGroupFiles || group_bytes_ >= kGroupBytes) commit();
}

/// Documents first: a line of the journal is a promise that they are there.
void Store::commit() {
  group_->commit();
  group_bytes_ = 0;
  journal_->add(lines_);
  lines_.clear();
  journal_->commit();
}

void Store::finish(const output::Times& times, bool complete) {
  commit();
  std::string manifest;
  std::set<std::string> recipes;
  std::vector<Digest> documents;
  Counter counter;
  ledger_.each_source([&](const Entry& entry) {
    manifest += output::to_line(entry);
    counter.add(entry);
    if (!entry.recipe.empty()) recipes.insert(entry.recipe);
    if (entry.status == Status::done) documents.push_back(Digest::of_hex(entry.sha256));
  });
  write_durably(folder_ + kManifest, manifest, folder_ + kScratch);
  output::Counts counts = counter.counts();
  counts.complete = complete;
  write_durably(folder_ + kSummary, output::to_json(counts, times), folder_ + kScratch);
  std::erase_if(facts_.recipes, [&](const output::Recipe& r) { return recipes.count(r.id) == 0; });
  write_facts();
  journal_.reset();
  std::error_code ignored;
  fs::remove(folder_ + kJournal, ignored);
  std::sort(documents.begin(), documents.end());
  sweep(documents);
  fs::remove_all(folder_ + kScratch, ignored);
}

/// Removes documents that the manifest does not name (`kept`, sorted): of sources that have changed, or that
/// can no longer be read.
void Store::sweep(const std::vector<Digest>& kept) const {
  std::error_code error;
  for (const auto& folder : fs::directory_iterator(folder_ + kDocuments, error)) {
    for (const auto& file : fs::directory_iterator(folder.path(), error)) {
      const Digest digest = Digest::of_hex(file.path().stem().string());
      const bool document = digest != Digest{} && file.path().extension() == ".json";
      if (document && !std::binary_search(kept.begin(), kept.end(), digest)) fs::remove(file.path(), error);
    }
    fs::remove(folder.path(), error);  // where it is empty now
  }
}

StoreView view_store(const std::string& folder) {
  const std::string facts = read_if_there(folder + kFacts);
  if (facts.empty()) {
    throw Error({folder}, "ce dossier n'est pas un lot", "donnez le dossier que pst batch a écrit (-o)");
  }
  StoreView view;
  view.facts = output::store_facts_from_json(facts, folder + kFacts);
  note_lines(folder + kManifest, false, view.ledger);
  note_lines(folder + kJournal, true, view.ledger);
  std::error_code ignored;
  view.complete =
      !fs::exists(folder + kJournal, ignored) && output::says_complete(read_if_there(folder + kSummary));
  return view;
}

}  // namespace pst::batch
