// The workers of a run: as many as asked for, replaced as they go.
#pragma once

#include <poll.h>

#include <deque>
#include <memory>
#include <vector>

#include "batch/worker.hpp"

namespace pst::batch {

class Pool {
 public:
  /// `read` is called in the workers and must outlive the pool.
  Pool(int jobs, const Limits& limits, const Read& read);

  /// Whether it wants more: enough waits to keep every worker busy, and not more than memory should hold.
  bool hungry() const;
  void give(Job job);

  /// Descriptors to wait for; each call of `turn` may change them.
  void watch(std::vector<pollfd>& waited) const;
  /// Moves everything that can move; returns the jobs that are finished.
  std::vector<Finished> turn();

  bool idle() const;
  /// How long every worker will have something to do.
  double busy_ms() const;

 private:
  void assign();
  void settle(std::vector<Finished>& answers, std::vector<Finished>& finished);

  std::size_t jobs_;
  Limits limits_;
  const Read& read_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::deque<Job> waiting_;
  std::size_t waiting_bytes_ = 0;
};

}  // namespace pst::batch
