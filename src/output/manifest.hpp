// The lines and facts of a batch store as JSON: what became of each source, and what read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pst::output {

enum class Status {
  pending,    ///< seen, not read yet
  done,       ///< read; its document is in the store
  failed,     ///< could not be read
  refused,    ///< not opened, for safety: a link out of the tree, a bomb …
  duplicate,  ///< the same bytes as another source
};

/// The word by which a status is written.
std::string_view name_of(Status status);

/// Why a source was not read.
struct Failure {
  std::string kind;     ///< stable word: "crash", "timeout", "memory", "unsupported" …
  std::string message;  ///< French: what is wrong
  std::string advice;   ///< French: what to do; may be empty
  std::optional<int> page;
  std::optional<int> line;
  std::optional<int> limit;  ///< in force when it was met: seconds for "timeout", MiB for "memory"
  bool operator==(const Failure&) const = default;
};

/// One line of a manifest. A line of the journal may leave out the path (what became of some bytes) or all
/// but the path (where they were seen).
struct Entry {
  std::string path;  ///< as given and found; a member of an archive stands below the archive's path
  Status status = Status::pending;
  std::string sha256;  ///< of the source's bytes; empty where they could not be had
  std::uint64_t bytes = 0;
  std::string media_type;
  std::optional<int> pages;
  int nodes = 0;
  int contradictions = 0;  ///< diagnostics about the plan
  int doubts = 0;          ///< diagnostics about the reading
  std::string scheme;
  std::string organisation;
  std::optional<int> year;  ///< in which the plan's period begins
  std::optional<Failure> failure;
  std::string duplicate_of;      ///< the path that stands for these bytes
  std::string recipe;            ///< id of what read it
  std::int64_t duration_ms = 0;  ///< of the reading; the one value that may differ between two runs
  bool operator==(const Entry&) const = default;
};

/// The entry on one line, with its line feed; keys in a fixed order, unknown values left out.
std::string to_line(const Entry& entry);

/// An entry back. Throws pst::Error, naming `file` and `line`, for what is none.
Entry entry_from_line(std::string_view text, const std::string& file, int line);

/// What a document's JSON follows from, beside the document's bytes: a change of it makes a reading old.
struct Recipe {
  std::string id;  ///< beginning of the SHA-256 of all the rest
  std::string program;
  std::string model;
  std::string grammars;  ///< SHA-256 over the grammar files
  std::vector<std::pair<std::string, std::string>> settings;
  bool operator==(const Recipe&) const = default;
};

/// The facts of a store as a whole (store.json).
struct StoreFacts {
  std::vector<Recipe> recipes;  ///< sorted by id
};

/// The version of the store's format that this program reads and writes.
inline constexpr int kStoreFormat = 1;

std::string to_json(const StoreFacts& facts);

/// Throws pst::Error for anything but the facts of a store of version kStoreFormat.
StoreFacts store_facts_from_json(std::string_view text, const std::string& file);

/// How many, of what: the summary of a store (run.json).
struct Counts {
  bool complete = true;  ///< every source was looked at, and none is pending
  std::int64_t sources = 0, done = 0, failed = 0, refused = 0, duplicate = 0, pending = 0;
  std::int64_t nodes = 0, pages = 0, contradictions = 0, doubts = 0;
  std::vector<std::pair<std::string, std::int64_t>> failures;  ///< by kind, sorted by it
  bool operator==(const Counts&) const = default;
};

/// The times of the run that wrote a summary; they alone differ between two runs.
struct Times {
  std::string finished;  ///< ISO 8601, UTC
  double seconds = 0;
};

std::string to_json(const Counts& counts, const Times& times);

/// Whether a summary says that its store is complete; false for anything else.
bool says_complete(std::string_view json);

}  // namespace pst::output
