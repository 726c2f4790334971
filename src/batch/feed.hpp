// The documents of a run, one by one, out of files, folders and archives.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/unpacker.hpp"
#include "batch/walk.hpp"

namespace pst::batch {

/// A document's bytes, or the problem in their place.
struct Item {
  std::string path;  ///< as the manifest writes it
  std::string bytes;
  std::optional<output::Entry> problem;
};

class Feed {
 public:
  /// `process` limits the processes that open archives.
  Feed(std::vector<Found> files, std::vector<std::string> patterns, const ArchiveLimits& archive,
       const Limits& process);
  ~Feed();

  /// The next document; none at the end, or while an archive has to be waited for (see readable).
  std::optional<Item> next();
  bool at_end() const { return position_ == files_.size() && !archive_; }
  /// A descriptor to wait for; -1 where next() has no need of it.
  int readable() const { return archive_ ? archive_->readable() : -1; }

  /// Bytes of files, archives as they stand on disk: of all, and of those handed over.
  std::uint64_t total_bytes() const { return total_bytes_; }
  std::uint64_t handed_bytes() const { return handed_bytes_ + (archive_ ? archive_->position() : 0); }

 private:
  std::optional<Item> open(const Found& found);

  std::vector<Found> files_;
  std::vector<std::string> patterns_;
  ArchiveLimits archive_limits_;
  Limits process_;
  std::size_t position_ = 0;
  std::unique_ptr<ArchiveProcess> archive_;
  std::uint64_t total_bytes_ = 0;
  std::uint64_t handed_bytes_ = 0;
};

}  // namespace pst::batch
