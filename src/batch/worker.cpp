#include "batch/worker.hpp"

#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <utility>

#include "batch/packed_entry.hpp"
#include "batch/worker_process.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace {

using output::Entry;

constexpr double kAheadMs = 120;                  ///< of short jobs given to a worker at once
constexpr std::size_t kAhead = 64;                ///< …and not more than that many
constexpr std::size_t kShortBytes = 64U << 10U;   ///< of a job that may queue behind others
constexpr std::size_t kAheadBytes = 512U << 10U;  ///< that wait in a worker's pipe
constexpr double kQuickMs = 20;                   ///< a worker whose documents take longer gets one at a time
constexpr double kWallFactor = 10;                ///< how long a document that does not compute may sleep
constexpr std::uint64_t kSettled = 8;             ///< answers after which a worker's pace is known

Entry crashed(const std::string& how) {
  return failed("crash", "le lecteur s'est arrêté brutalement (" + how + ")",
                "signalez-le avec le document qui le provoque");
}

}  // namespace

Worker::Worker(const Limits& limits, const Read& read) : limits_(limits) {
  void* page = ::mmap(nullptr, sizeof(bool), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) throw Error({}, "mémoire insuffisante", "réduisez --jobs");
  short_of_memory_ = static_cast<volatile bool*>(page);
  const pid_t parent = ::getpid();
  const Child child = start_child(-1, [&] { serve(limits, read, short_of_memory_, parent); });
  pid_ = child.pid;
  to_ = child.to;
  from_ = child.from;
}

Worker::~Worker() {
  kill();
  if (to_ >= 0) ::close(to_);
  if (from_ >= 0) ::close(from_);
  ::munmap(const_cast<bool*>(short_of_memory_), sizeof(bool));
}

void Worker::kill() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

bool Worker::has_room(const Job& job) const {
  if (gone_) return false;
  if (in_hand_.empty()) return !job.suspect || answered_ <= 1;  // it has said hello, and nothing else
  const bool quick = answered_ >= kSettled && slow_ms_ < kQuickMs;
  const auto in_hand = static_cast<double>(in_hand_.size());
  return quick && !job.suspect && job.bytes.size() <= kShortBytes && in_hand_.size() < kAhead &&
         in_hand * slow_ms_ < kAheadMs && bytes_in_hand_ + job.bytes.size() <= kAheadBytes;
}

double Worker::busy_ms() const {
  return in_hand_.empty() ? 0 : static_cast<double>(in_hand_.size() - 1) * usual_ms_;
}

void Worker::give(Job job) {
  Packer request;
  request.text(job.name);
  request.text(job.bytes);
  unsent_ += std::move(request).frame();
  bytes_in_hand_ += job.bytes.size();
  in_hand_.push_back(std::move(job));
  if (in_hand_.size() == 1) start_clock();
  send();
}

void Worker::send() {
  while (sent_ < unsent_.size()) {
    const ssize_t put = ::write(to_, unsent_.data() + sent_, unsent_.size() - sent_);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return;  // its pipe is full, or it is gone: receive finds out
    sent_ += static_cast<std::size_t>(put);
  }
  sent_ = 0;
  unsent_.clear();
  if (unsent_.capacity() > (4U << 20U)) unsent_.shrink_to_fit();
}

double Worker::cpu_seconds() const {
  clockid_t clock = 0;
  timespec time{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return cpu_began_;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

void Worker::start_clock() {
  began_ = Clock::now();
  cpu_began_ = cpu_seconds();
  // check_time watches; the kernel ends it even where this process has no time to.
  const auto end = static_cast<rlim_t>(std::ceil(cpu_began_ + limits_.seconds)) + 2;
  const rlimit limit{end, end};
  ::prlimit(pid_, RLIMIT_CPU, &limit, nullptr);
}

void Worker::check_time() {
  if (in_hand_.empty() || gone_ || overdue_) return;
  const std::chrono::duration<double> waited = Clock::now() - began_;
  if (waited.count() < limits_.seconds) return;
  const bool computed = cpu_seconds() - cpu_began_ >= limits_.seconds;
  if (!computed && waited.count() < limits_.seconds * kWallFactor) return;
  overdue_ = true;
  ::kill(pid_, SIGKILL);
}

void Worker::receive(std::vector<Finished>& finished, std::vector<Job>& unread) {
  const std::size_t before = finished.size();
  std::array<char, 1U << 16U> block;
  while (!gone_) {
    const ssize_t got = ::read(from_, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) break;
    if (got <= 0) return bury(finished, unread);
    answers_.take({block.data(), static_cast<std::size_t>(got)});
    while (auto frame = answers_.next()) answer(std::move(*frame), finished);
    if (answers_.broken()) return bury(finished, unread);
    if (static_cast<std::size_t>(got) < block.size()) break;  // that was all
  }
  if (finished.size() > before && !in_hand_.empty()) start_clock();
}

void Worker::answer(std::string frame, std::vector<Finished>& finished) {
  Unpacker content(frame);
  if (answered_++ == 0) {
    if (content.number() == 1) return;
    throw Error({}, "les processus de lecture ne peuvent pas être isolés sur ce système (seccomp)",
                "prenez un noyau Linux qui l'offre, ou --in-process pour des documents sûrs");
  }
  if (in_hand_.empty()) return;
  Finished done{std::move(in_hand_.front()), {}};
  in_hand_.pop_front();
  bytes_in_hand_ -= done.job.bytes.size();
  auto entry = unpacked(content.text());
  done.reading.json = content.text();
  if (entry && content.ok()) {
    done.reading.entry = std::move(*entry);
  } else {
    done.reading = {crashed("réponse incompréhensible"), {}};
  }
  const auto ms = static_cast<double>(done.reading.entry.duration_ms);
  slow_ms_ = std::max(ms, slow_ms_ * 0.9);
  usual_ms_ += (ms - usual_ms_) * 0.1;
  // Whether it was the document or what others had left behind, only a fresh worker can tell.
  const bool memory = done.reading.entry.failure && done.reading.entry.failure->kind == "memory";
  done.job.suspect = memory && answered_ > 2;
  if (memory) done.reading.entry.failure->limit = limits_.memory_mb;
  finished.push_back(std::move(done));
}

void Worker::bury(std::vector<Finished>& finished, std::vector<Job>& unread) {
  gone_ = true;
  int status = 0;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  // A worker that exits by itself has answered and wants to be replaced; what waited in its pipe is
  // untouched.
  const bool retired = WIFEXITED(status) && WEXITSTATUS(status) == 0 && !overdue_ && !answers_.broken();
  if (!in_hand_.empty() && !retired) {
    Finished done{std::move(in_hand_.front()), {cause_of_death(status), {}}};
    in_hand_.pop_front();
    const std::string& kind = done.reading.entry.failure->kind;
    done.job.suspect = answered_ > 1 && kind != "timeout";
    finished.push_back(std::move(done));
  }
  for (Job& job : in_hand_) unread.push_back(std::move(job));
  in_hand_.clear();
}

Entry Worker::cause_of_death(int status) const {
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (overdue_ || signal == SIGXCPU) {
    Entry entry = failed("timeout", "la lecture dépasse le temps permis",
                         "augmentez --timeout, ou signalez le document s'il est court");
    entry.failure->limit = limits_.seconds;
    return entry;
  }
  if (*short_of_memory_) {
    Entry entry = failed("memory", "ce document demande plus de mémoire que permis",
                         "augmentez --memory, ou découpez le document");
    entry.failure->limit = limits_.memory_mb;
    return entry;
  }
  if (signal == SIGSYS) {
    return failed("sandbox", "le lecteur a tenté ce qui lui est interdit (réseau, programme)",
                  "traitez ce document comme hostile, et signalez-le");
  }
  if (answers_.broken()) return crashed("réponse démesurée");
  return crashed(signal != 0 ? "signal " + std::string(::strsignal(signal)) : "sortie inattendue");
}

}  // namespace pst::batch
