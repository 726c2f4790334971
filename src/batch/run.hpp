// A whole batch: sources in, a store out, whatever the documents are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "batch/archive.hpp"
#include "batch/reading.hpp"
#include "batch/sandbox.hpp"
#include "batch/store.hpp"
#include "batch/summary.hpp"

namespace pst::batch {

/// One of several machines that share the work; each gets the same part of the same sources, whatever the
/// others do.
struct Shard {
  int number = 1;  ///< 1 to `of`
  int of = 1;
};

struct RunOptions {
  std::vector<std::string> sources;   ///< files, folders, archives
  std::vector<std::string> patterns;  ///< names wanted; none: all
  std::string store;
  Opening opening = Opening::create;
  Shard shard;
  int jobs = 1;
  bool in_process = false;  ///< read without workers: nothing protects the run from its documents
  Limits limits;
  ArchiveLimits archive;
  output::Recipe recipe;  ///< what `read` and its options amount to
};

/// Where a run stands.
struct Standing {
  std::int64_t done = 0, failed = 0, refused = 0, duplicate = 0;
  std::int64_t kept = 0;  ///< of an earlier run
  std::uint64_t handed_bytes = 0, total_bytes = 0;
  double seconds = 0;  ///< since the run began
  std::string slowest;
  std::int64_t slowest_ms = 0;

  std::int64_t read() const { return done + failed; }
};

/// What a run leaves.
struct Ran {
  Standing standing;
  Summary summary;  ///< of the whole store, with what earlier runs have read
};

/// What a run tells while it works; called from the thread that runs it.
struct Watcher {
  /// Before the first document: how many an earlier run has read with another recipe, which this run reads
  /// again where it meets them.
  std::function<void(std::int64_t outdated, const std::vector<output::Recipe>& before)> outdated;
  std::function<void(const output::Entry& failure)> failure;  ///< with its path
  std::function<void(const Standing&)> progress;              ///< some times a second
};

/// Works through the sources. `stop` is asked often: once it says yes, what is in hand is finished and the
/// store left in order, with the rest pending. Throws pst::Error where the run itself cannot go on (a full
/// disk, no processes); the store can then be resumed. To be called while the process has one thread.
Ran run_batch(const RunOptions& options, const Read& read, const Watcher& watcher,
              const std::function<bool()>& stop);

/// Makes a recipe's id from its other parts.
output::Recipe with_id(output::Recipe recipe);

}  // namespace pst::batch
