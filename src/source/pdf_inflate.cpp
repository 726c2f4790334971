#include "source/pdf_inflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace pst::source::pdf {

namespace {

constexpr std::size_t kChunk = 32768;

enum class Outcome { nothing, cut, whole };

/// Feeds `packed` through zlib and hands each piece to `take`, which says whether to go on. `window` as in
/// inflateInit2: 15 with zlib's header, -15 without.
template <typename Take>
Outcome run(std::string_view packed, int window, const Take& take) {
  z_stream z{};
  if (inflateInit2(&z, window) != Z_OK) return Outcome::nothing;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&z, inflateEnd);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  z.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), 0x7fffffff));
  std::array<char, kChunk> chunk;
  int status = Z_OK;
  bool any = false;
  while (status == Z_OK) {
    z.next_out = reinterpret_cast<Bytef*>(chunk.data());
    z.avail_out = kChunk;
    status = ::inflate(&z, Z_SYNC_FLUSH);
    const std::size_t made = kChunk - z.avail_out;
    any = any || made > 0;
    if (made > 0 && !take(std::string_view(chunk.data(), made))) return Outcome::cut;
    if (made == 0 && z.avail_in == 0) break;
  }
  if (status == Z_STREAM_END) return Outcome::whole;
  return any ? Outcome::cut : Outcome::nothing;
}

/// With zlib's header, and where that is broken, without.
template <typename Take>
Outcome run_any(std::string_view packed, const Take& take) {
  const Outcome outcome = run(packed, 15, take);
  if (outcome != Outcome::nothing || packed.size() <= 2) return outcome;
  return run(packed.substr(2), -15, take);
}

}  // namespace

bool inflate(std::string_view packed, std::string& out, Budget& budget) {
  // Some writers put a line break too many behind `stream`.
  while (!packed.empty() && (packed.front() == '\r' || packed.front() == '\n')) packed.remove_prefix(1);
  const Outcome outcome = run_any(packed, [&](std::string_view made) {
    budget.check_time();
    budget.expand(made.size());
    if (out.size() + made.size() > kMaxStreamBytes) throw LimitError("un flux décompressé dépasse la limite");
    out += made;
    return true;
  });
  return outcome == Outcome::whole;
}

std::size_t inflated_size(std::string_view packed, std::size_t limit) {
  std::size_t size = 0;
  run_any(packed, [&](std::string_view made) {
    size += made.size();
    return size < limit;
  });
  return size;
}

}  // namespace pst::source::pdf
