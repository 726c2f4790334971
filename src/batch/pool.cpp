#include "batch/pool.hpp"

#include <algorithm>

namespace pst::batch {

namespace {

constexpr std::size_t kWaitingPerWorker = 8;
constexpr std::size_t kWaitingBytes = 64U << 20U;  ///< beyond one document

}  // namespace

Pool::Pool(int jobs, const Limits& limits, const Read& read)
    : jobs_(static_cast<std::size_t>(std::max(1, jobs))), limits_(limits), read_(read) {}

bool Pool::hungry() const {
  return waiting_.size() < kWaitingPerWorker * jobs_ && waiting_bytes_ < kWaitingBytes;
}

void Pool::give(Job job) {
  waiting_bytes_ += job.bytes.size();
  waiting_.push_back(std::move(job));
  assign();
}

/// The shortest queue first; a worker is made where all are busy and there may be another.
void Pool::assign() {
  while (!waiting_.empty()) {
    Job& job = waiting_.front();
    const auto free = std::find_if(workers_.begin(), workers_.end(), [&](const auto& worker) {
      return worker->idle() && worker->has_room(job);
    });
    Worker* chosen = free == workers_.end() ? nullptr : free->get();
    if (chosen == nullptr && workers_.size() < jobs_) {
      chosen = workers_.emplace_back(std::make_unique<Worker>(limits_, read_)).get();
    }
    if (chosen == nullptr && job.suspect) {
      // It needs a fresh worker: one that has nothing in hand makes way.
      const auto tired =
          std::find_if(workers_.begin(), workers_.end(), [](const auto& w) { return w->idle(); });
      if (tired == workers_.end()) return;
      *tired = std::make_unique<Worker>(limits_, read_);
      chosen = tired->get();
    }
    if (chosen == nullptr) {
      const auto shortest =
          std::min_element(workers_.begin(), workers_.end(), [&](const auto& a, const auto& b) {
            const bool roomy = a->has_room(job);
            return roomy != b->has_room(job) ? roomy : a->in_hand() < b->in_hand();
          });
      if (shortest == workers_.end() || !(*shortest)->has_room(job)) return;
      chosen = shortest->get();
    }
    waiting_bytes_ -= job.bytes.size();
    chosen->give(std::move(job));
    waiting_.pop_front();
  }
}

void Pool::watch(std::vector<pollfd>& waited) const {
  for (const auto& worker : workers_) {
    waited.push_back({worker->readable(), POLLIN, 0});
    if (worker->writable() >= 0) waited.push_back({worker->writable(), POLLOUT, 0});
  }
}

/// Those that a fresh worker shall judge go back to the front, the others are done.
void Pool::settle(std::vector<Finished>& answers, std::vector<Finished>& finished) {
  for (Finished& answer : answers) {
    if (answer.job.suspect && answer.reading.entry.status == output::Status::failed) {
      waiting_bytes_ += answer.job.bytes.size();
      waiting_.push_front(std::move(answer.job));
    } else {
      finished.push_back(std::move(answer));
    }
  }
  answers.clear();
}

std::vector<Finished> Pool::turn() {
  std::vector<Finished> finished;
  std::vector<Finished> answers;
  std::vector<Job> unread;
  for (const auto& worker : workers_) {
    worker->check_time();
    worker->send();
    worker->receive(answers, unread);
    for (auto job = unread.rbegin(); job != unread.rend(); ++job) {
      waiting_bytes_ += job->bytes.size();
      waiting_.push_front(std::move(*job));
    }
    unread.clear();
    settle(answers, finished);
  }
  std::erase_if(workers_, [](const auto& worker) { return worker->gone(); });
  assign();
  return finished;
}

bool Pool::idle() const {
  return waiting_.empty() &&
         std::all_of(workers_.begin(), workers_.end(), [](const auto& worker) { return worker->idle(); });
}

double Pool::busy_ms() const {
  if (workers_.size() < jobs_) return 0;
  double least = workers_.front()->busy_ms();
  for (const auto& worker : workers_) least = std::min(least, worker->busy_ms());
  return least;
}

}  // namespace pst::batch
