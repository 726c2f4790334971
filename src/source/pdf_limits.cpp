#include "source/pdf_limits.hpp"

#include <ctime>

namespace pst::source::pdf {

namespace {

std::chrono::nanoseconds worked() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

Budget::Budget(std::chrono::milliseconds time) : end_(worked() + time) {}

void Budget::check_time() const {
  if (worked() > end_) throw TimeError("la lecture prend trop de temps");
}

void Budget::expand(std::size_t bytes) {
  expanded_ += bytes;
  if (expanded_ > kMaxExpandedBytes) throw LimitError("les flux décompressés dépassent la limite");
}

}  // namespace pst::source::pdf
