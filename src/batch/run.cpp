#include "batch/run.hpp"

#include <poll.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <unordered_set>

#include "batch/feed.hpp"
#include "batch/names.hpp"
#include "batch/pool.hpp"
#include "source/digest.hpp"

namespace pst::batch {

namespace {

using output::Entry;
using output::Status;
using Clock = std::chrono::steady_clock;

constexpr int kTurnMs = 100;  ///< the longest wait: limits of time are watched, progress is told
constexpr int kRestMs = 10;
constexpr int kItemsPerTurn = 64;  ///< looked at before the workers are asked again
constexpr double kCommitSeconds = 1;
constexpr double kTellSeconds = 0.2;

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text.data(), size};
}

double since(Clock::time_point time) {
  return std::chrono::duration<double>(Clock::now() - time).count();
}

/// Writing to a worker that is gone, or a file beyond what is permitted, is an answer and no reason to die.
class NoDeathByWriting {
 public:
  NoDeathByWriting() : pipe_(::signal(SIGPIPE, SIG_IGN)), size_(::signal(SIGXFSZ, SIG_IGN)) {}
  ~NoDeathByWriting() {
    ::signal(SIGPIPE, pipe_);
    ::signal(SIGXFSZ, size_);
  }
  NoDeathByWriting(const NoDeathByWriting&) = delete;
  NoDeathByWriting& operator=(const NoDeathByWriting&) = delete;

 private:
  void (*pipe_)(int);
  void (*size_)(int);
};

class Run {
 public:
  Run(const RunOptions& options, const Read& read, const Watcher& watcher, const std::function<bool()>& stop)
      : options_(options),
        read_(read),
        watcher_(watcher),
        stop_(stop),
        store_(options.store, options.opening),
        feed_(walk(options.sources), options.patterns, options.archive, options.limits),
        pool_(options.jobs, options.limits, read) {}

  Ran go() {
    announce();
    while (!(feed_.at_end() || stopping_) || !pool_.idle()) {
      take_items();
      for (Finished& finished : pool_.turn()) keep(std::move(finished));
      pace();
      wait();
    }
    store_.finish({now_utc(), since(began_)}, feed_.at_end());
    tell(true);
    Ran ran{standing_, summarise(store_.ledger())};
    ran.summary.counts.complete = feed_.at_end();
    return ran;
  }

 private:
  void announce() {
    std::int64_t outdated = 0;
    store_.ledger().each_outcome(
        [&](const Entry& entry) { outdated += entry.recipe != options_.recipe.id ? 1 : 0; });
    if (outdated > 0) watcher_.outdated(outdated, store_.facts().recipes);
    store_.add_recipe(options_.recipe);
  }

  void take_items() {
    starved_ = false;
    for (int n = 0; n < kItemsPerTurn && !stopping_ && pool_.hungry(); ++n) {
      auto item = feed_.next();
      if (!item) {
        starved_ = true;
        return;
      }
      take(std::move(*item));
    }
  }

  bool is_ours(const Digest& digest) const {
    const auto of = static_cast<std::uint64_t>(std::max(1, options_.shard.of));
    return digest.head() % of + 1 == static_cast<std::uint64_t>(options_.shard.number);
  }

  void take(Item&& item) {
    if (item.problem) return take_problem(*item.problem);
    Job job{source::sha256_hex(item.bytes), item.path, std::string(file_name(item.path)), {}};
    if (!is_ours(Digest::of_hex(job.sha256))) return;
    Entry seen;
    seen.path = item.path;
    seen.sha256 = job.sha256;
    seen.bytes = item.bytes.size();
    store_.see(seen);
    if (!met_.insert(Digest::of_hex(job.sha256)).second) {
      ++standing_.duplicate;
    } else if (is_known(job.sha256)) {
      ++standing_.kept;
    } else {
      job.bytes = std::move(item.bytes);
      if (options_.in_process) {
        Reading reading = read_one(job.bytes, job.name, read_);
        keep({std::move(job), std::move(reading)});
      } else {
        pool_.give(std::move(job));
      }
    }
  }

  /// What has no bytes is shared out by its path.
  void take_problem(const Entry& problem) {
    if (!is_ours(Digest::of_hex(source::sha256_hex(problem.path)))) return;
    store_.see(problem);
    ++(problem.status == Status::refused ? standing_.refused : standing_.failed);
    watcher_.failure(problem);
  }

  /// Whether what an earlier run has made of these bytes still holds.
  bool is_known(const std::string& sha256) const {
    const auto outcome = store_.ledger().outcome(sha256);
    if (!outcome || outcome->recipe != options_.recipe.id) return false;
    if (outcome->status == Status::done) {
      std::error_code ignored;
      return std::filesystem::exists(store_.folder() + "/" + document_path(sha256), ignored);
    }
    const output::Failure& failure = *outcome->failure;
    if (failure.kind == "timeout") return failure.limit.value_or(0) >= options_.limits.seconds;
    if (failure.kind == "memory") return failure.limit.value_or(0) >= options_.limits.memory_mb;
    return true;
  }

  void keep(Finished&& finished) {
    Entry& entry = finished.reading.entry;
    entry.sha256 = finished.job.sha256;
    entry.bytes = finished.job.bytes.size();
    entry.recipe = options_.recipe.id;
    store_.put(entry, finished.reading.json);
    ++(entry.status == Status::done ? standing_.done : standing_.failed);
    if (entry.duration_ms > standing_.slowest_ms) {
      standing_.slowest_ms = entry.duration_ms;
      standing_.slowest = finished.job.path;
    }
    if (entry.status == Status::done) return;
    entry.path = finished.job.path;
    watcher_.failure(entry);
  }

  /// What is due now and then.
  void pace() {
    stopping_ = stopping_ || stop_();
    if (since(committed_) > kCommitSeconds) {
      store_.commit();
      committed_ = Clock::now();
    }
    tell(false);
  }

  void tell(bool always) {
    if (!always && since(told_) < kTellSeconds) return;
    told_ = Clock::now();
    standing_.seconds = since(began_);
    standing_.handed_bytes = feed_.handed_bytes();
    standing_.total_bytes = feed_.total_bytes();
    watcher_.progress(standing_);
  }

  void wait() {
    const bool more = !stopping_ && !feed_.at_end() && pool_.hungry() && !starved_;
    // While all have enough to do, answers are let gather: being woken for each costs more than it.
    const int rest = std::min(kRestMs, static_cast<int>(pool_.busy_ms() / 2));
    if (!more && rest > 0) ::poll(nullptr, 0, rest);
    waited_.clear();
    pool_.watch(waited_);
    if (starved_ && feed_.readable() >= 0) waited_.push_back({feed_.readable(), POLLIN, 0});
    ::poll(waited_.data(), waited_.size(), more ? 0 : kTurnMs);  // a signal ends it early, and is looked at
  }

  const RunOptions& options_;
  const Read& read_;
  const Watcher& watcher_;
  const std::function<bool()>& stop_;
  NoDeathByWriting no_death_by_writing_;
  Clock::time_point began_ = Clock::now();
  Clock::time_point committed_ = began_;
  Clock::time_point told_ = began_;
  Store store_;
  Feed feed_;
  Pool pool_;
  struct HeadHash {
    std::size_t operator()(const Digest& digest) const { return digest.head(); }
  };
  std::unordered_set<Digest, HeadHash> met_;  ///< in this run
  std::vector<pollfd> waited_;
  Standing standing_;
  bool stopping_ = false;
  bool starved_ = false;  ///< the feed had nothing when it was asked last
};

}  // namespace

Ran run_batch(const RunOptions& options, const Read& read, const Watcher& watcher,
              const std::function<bool()>& stop) {
  return Run(options, read, watcher, stop).go();
}

output::Recipe with_id(output::Recipe recipe) {
  constexpr std::size_t kIdDigits = 16;
  recipe.id.clear();
  recipe.id = source::sha256_hex(output::to_json(output::StoreFacts{{recipe}})).substr(0, kIdDigits);
  return recipe;
}

}  // namespace pst::batch
