// Independent work on a row of things, shared among threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace pst::compare {

/// Threads to use where the user asked for `wanted` (0: as many as there are cores).
inline unsigned job_count(int wanted) {
  return wanted > 0 ? static_cast<unsigned>(wanted) : std::max(1U, std::thread::hardware_concurrency());
}

/// Calls `work(state, i)` for each i below `count`, in any order; each thread has a state of its own. What a
/// call throws is thrown again here.
template <class State, class Work>
void for_each_index(std::size_t count, int jobs, Work work) {
  constexpr std::size_t kBlock = 64;
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex mutex;
  const auto run = [&] {
    try {
      State state;
      for (std::size_t from = next.fetch_add(kBlock); from < count; from = next.fetch_add(kBlock)) {
        for (std::size_t i = from; i < std::min(count, from + kBlock); ++i) work(state, i);
      }
    } catch (...) {
      const std::lock_guard<std::mutex> lock(mutex);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  const std::size_t blocks = (count + kBlock - 1) / kBlock;
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min<std::size_t>(job_count(jobs), blocks); ++i) threads.emplace_back(run);
  run();
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace pst::compare
