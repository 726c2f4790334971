#include "batch/merge.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <map>
#include <set>
#include <tuple>

#include "batch/store.hpp"
#include "output/json.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace {

using output::Entry;
using output::Status;

/// 1.10.2 as numbers, so that it is newer than 1.9.
std::vector<int> version(const std::string& text) {
  std::vector<int> parts;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    int part = 0;
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc{}) break;
    parts.push_back(part);
    at = next < end && *next == '.' ? next + 1 : end;
  }
  return parts;
}

/// A reading of some bytes.
struct Version {
  Entry entry;
  std::string json;
  std::vector<int> program;

  /// What two readings are compared by: the greater one wins.
  auto rank() const {
    Entry timeless = entry;
    timeless.duration_ms = 0;
    return std::make_tuple(entry.status == Status::done, program, output::to_line(timeless), json);
  }
};

/// Whether both say the same, but for the name under which each met the bytes.
bool same_but_name(const Version& a, const Version& b) {
  if (a.json == b.json) return true;
  try {
    plan::Plan left = output::from_json(a.json);
    const plan::Plan right = output::from_json(b.json);
    left.document.source.file = right.document.source.file;
    return output::to_json(left) == output::to_json(right);
  } catch (const Error&) {
    return false;
  }
}

class Merge {
 public:
  explicit Merge(const std::string& into) : store_(into, Opening::resume) {
    // All that is there counts as seen: no path of it gives way to another store's.
    std::vector<Entry> sources;
    store_.ledger().each_source([&](const Entry& entry) { sources.push_back(as_seen(entry)); });
    for (const Entry& entry : sources) store_.see(entry);
  }

  void add(const std::string& folder) {
    const StoreView view = view_store(folder);
    complete_ = complete_ && view.complete;
    for (const output::Recipe& recipe : view.facts.recipes) store_.add_recipe(recipe);
    view.ledger.each_source([&](const Entry& entry) { store_.see(as_seen(entry)); });
    view.ledger.each_outcome([&](const Entry& entry) { add_outcome(folder, view.facts, entry); });
    store_.commit();
  }

  std::vector<std::string> close() {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began_;
    name_paths();
    store_.finish({now_utc(), seconds.count()}, complete_);
    return {conflicts_.begin(), conflicts_.end()};
  }

 private:
  /// Where bytes were seen, without what became of them.
  static Entry as_seen(const Entry& entry) {
    if (entry.sha256.empty()) return entry;
    Entry seen;
    seen.path = entry.path;
    seen.sha256 = entry.sha256;
    seen.bytes = entry.bytes;
    return seen;
  }

  static Version version_in(const std::string& folder, const output::StoreFacts& facts, const Entry& entry) {
    Version found{entry, {}, {}};
    if (entry.status == Status::done) found.json = read_if_there(folder + "/" + document_path(entry.sha256));
    const auto recipe = std::find_if(facts.recipes.begin(), facts.recipes.end(),
                                     [&](const output::Recipe& r) { return r.id == entry.recipe; });
    if (recipe != facts.recipes.end()) found.program = version(recipe->program);
    return found;
  }

  void add_outcome(const std::string& folder, const output::StoreFacts& facts, const Entry& entry) {
    Version other = version_in(folder, facts, entry);
    if (entry.status == Status::done && other.json.empty()) return;  // its run was cut short: still pending
    const auto mine = store_.ledger().outcome(entry.sha256);
    if (!mine) return store_.put(entry, other.json);
    store_.commit();  // mine may be on its way to the disk still
    Version own = version_in(store_.folder(), store_.facts(), *mine);
    if (own.rank() == other.rank()) {
      if (other.entry.duration_ms < own.entry.duration_ms) store_.put(other.entry, other.json);
      return;
    }
    const bool agree = own.entry.status == other.entry.status && own.entry.recipe == other.entry.recipe &&
                       own.entry.failure == other.entry.failure && same_but_name(own, other);
    if (!agree) {
      conflicts_.insert("deux lectures différentes des mêmes octets (" + entry.sha256.substr(0, 12) +
                        "…) ; la meilleure est gardée");
    }
    if (own.rank() < other.rank()) store_.put(other.entry, other.json);
  }

  void name_paths() {
    std::string before;
    store_.ledger().each_source([&](const Entry& entry) {
      if (entry.path == before) {
        conflicts_.insert(entry.path + " : deux contenus différents sous ce chemin ; les deux sont gardés");
      }
      before = entry.path;
    });
  }

  static std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
  }

  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  Store store_;
  std::set<std::string> conflicts_;
  bool complete_ = true;
};

}  // namespace

std::vector<std::string> merge(const std::vector<std::string>& stores, const std::string& into) {
  Merge merging(into);
  for (const std::string& store : stores) merging.add(store);
  return merging.close();
}

}  // namespace pst::batch
