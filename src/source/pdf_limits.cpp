#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

void Budget::check_time() const {
  if (std::chrono::steady_clock::now() > end_) throw TimeError("la lecture prend trop de temps");
}

void Budget::expand(std::size_t bytes) {
  expanded_ += bytes;
  if (expanded_ > kMaxExpandedBytes) throw LimitError("les flux décompressés dépassent la limite");
}

}  // namespace pst::source::pdf
