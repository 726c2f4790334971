// A process that reads documents, one after another, for as long as it is healthy; and the program's hold on
// it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/reading.hpp"
#include "batch/sandbox.hpp"
#include "batch/wire.hpp"

namespace pst::batch {

/// A document on its way through a worker.
struct Job {
  std::string sha256;
  std::string path;
  std::string name;  ///< without folders: what the document calls its file
  std::string bytes;
  bool suspect = false;  ///< a worker that had read others before fell over it: a fresh one shall tell
};

struct Finished {
  Job job;
  Reading reading;
};

/// A forked copy of this process, confined (see sandbox.hpp), that answers jobs in their order. To be made
/// while the process has no other thread.
class Worker {
 public:
  /// Throws pst::Error where no process can be started or confined.
  Worker(const Limits& limits, const Read& read);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Whether it may be given `job` now: nothing in hand, or short jobs only, so that none waits behind a
  /// long one.
  bool has_room(const Job& job) const;
  void give(Job job);
  std::size_t in_hand() const { return in_hand_.size(); }
  /// How long it will have something to do, by the pace of late, the document that it is at not counted.
  double busy_ms() const;

  int readable() const { return from_; }
  int writable() const { return unsent_.empty() ? -1 : to_; }
  bool idle() const { return in_hand_.empty(); }

  /// Sends what can be sent without waiting.
  void send();
  /// Takes the answers that are there. Once the worker is gone: a job that ended it, with the cause, and in
  /// `unread` those that it had not begun.
  void receive(std::vector<Finished>& finished, std::vector<Job>& unread);
  /// Ends it where its document has taken longer than the limit; receive then says so.
  void check_time();
  bool gone() const { return gone_; }

 private:
  void start_clock();
  double cpu_seconds() const;
  void answer(std::string frame, std::vector<Finished>& finished);
  void bury(std::vector<Finished>& finished, std::vector<Job>& unread);
  output::Entry cause_of_death(int status) const;
  void kill();

  using Clock = std::chrono::steady_clock;
  Limits limits_;
  pid_t pid_ = -1;
  int to_ = -1;
  int from_ = -1;
  std::string unsent_;
  std::size_t sent_ = 0;
  FrameCutter answers_;
  std::deque<Job> in_hand_;
  std::size_t bytes_in_hand_ = 0;
  std::uint64_t answered_ = 0;
  double slow_ms_ = 0;   ///< how long the slow ones of its documents take, of late
  double usual_ms_ = 0;  ///< …and an average one
  Clock::time_point began_;
  double cpu_began_ = 0;
  bool overdue_ = false;
  bool gone_ = false;
  volatile bool* short_of_memory_ = nullptr;  ///< shared with the worker: it ran into its limit
};

}  // namespace pst::batch
