// The documents within an archive, those of archives within it included.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "output/manifest.hpp"

namespace pst::batch {

/// What an archive may hold before it counts as a trap.
struct ArchiveLimits {
  int depth = 5;                               ///< archives within archives, the outermost included
  std::uint64_t member_bytes = 256ULL << 20U;  ///< of one member
  std::uint64_t least_bytes = 1ULL << 30U;     ///< any archive may unpack to that much in all
  std::uint64_t ratio = 100;                   ///< …and to so many times its own size
  std::uint64_t members = 1'000'000;
};

/// Something in an archive: a document's bytes, or the problem that stands in their place.
struct Member {
  std::string path;  ///< as the manifest writes it, the archive's own path in front
  std::string bytes;
  std::optional<output::Entry> problem;
};

struct ArchiveVisitor {
  std::function<void(Member&&)> take;
  /// Called now and then while nothing is found, and before each member, with the archive's bytes read so
  /// far.
  std::function<void(std::uint64_t)> alive;
};

/// Hands over every document of the archive open as `file`, whose path is `path`, in the archive's order.
/// Only names that match `patterns` are taken. What is refused or broken is handed over as a problem. Nothing
/// is written anywhere, and nothing is thrown but std::bad_alloc.
void visit_archive(int file, const std::string& path, const std::vector<std::string>& patterns,
                   const ArchiveLimits& limits, const ArchiveVisitor& visitor);

}  // namespace pst::batch
