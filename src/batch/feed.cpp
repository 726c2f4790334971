#include "batch/feed.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <numeric>

#include "batch/content.hpp"
#include "batch/inputs.hpp"
#include "batch/names.hpp"
#include "batch/reading.hpp"

namespace pst::batch {

namespace {

using output::Entry;

/// An open file; closed at the end.
class File {
 public:
  // O_NONBLOCK: what turned into a pipe since the walk must not be waited for.
  explicit File(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  int fd() const { return fd_; }

  /// Reads until `bytes` has `size` bytes or the file ends; false where it cannot be read.
  bool fill(std::string& bytes, std::size_t size) const {
    std::size_t have = bytes.size();
    bytes.resize(size);
    while (have < size) {
      const ssize_t got = ::read(fd_, bytes.data() + have, size - have);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return false;
      if (got == 0) break;
      have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return true;
  }

 private:
  int fd_;
};

Entry unreadable(const char* why) {
  return failed("unreadable", std::string("ce fichier ne peut pas être lu (") + why + ")",
                "vérifiez ses droits d'accès et le disque, puis relancez avec --resume");
}

Entry too_large() {
  return failed("too-large",
                "plus de " + std::to_string(kMaxFileBytes >> 20U) + " Mio, c'est trop pour un plan",
                "donnez le document découpé");
}

}  // namespace

Feed::Feed(std::vector<Found> files, std::vector<std::string> patterns, const ArchiveLimits& archive,
           const Limits& process)
    : files_(std::move(files)), patterns_(std::move(patterns)), archive_limits_(archive), process_(process) {
  total_bytes_ = std::accumulate(files_.begin(), files_.end(), std::uint64_t{0},
                                 [](std::uint64_t sum, const Found& found) { return sum + found.bytes; });
}

Feed::~Feed() = default;

std::optional<Item> Feed::next() {
  while (true) {
    if (archive_) {
      if (auto member = archive_->next())
        return Item{std::move(member->path), std::move(member->bytes), std::move(member->problem)};
      if (!archive_->ended()) return std::nullopt;
      archive_.reset();
      handed_bytes_ += files_[position_ - 1].bytes;
    }
    if (position_ == files_.size()) return std::nullopt;
    if (auto item = open(files_[position_++])) return item;
  }
}

/// A file as a document; none where it is an archive, which is then being opened, or not wanted.
std::optional<Item> Feed::open(const Found& found) {
  if (found.problem) return Item{found.path, {}, found.problem};
  const auto problem = [&](Entry entry) {
    handed_bytes_ += found.bytes;
    entry.path = found.path;
    return Item{found.path, {}, std::move(entry)};
  };
  const File file(found.file);
  struct stat status {};
  if (file.fd() < 0 || ::fstat(file.fd(), &status) != 0) return problem(unreadable(std::strerror(errno)));
  std::string bytes;
  if (!file.fill(bytes, kSniffedBytes)) return problem(unreadable(std::strerror(errno)));
  if (media_of(bytes) == Media::archive) {
    ::lseek(file.fd(), 0, SEEK_SET);
    archive_ = std::make_unique<ArchiveProcess>(file.fd(),
                                                Unpacking{found.path, patterns_, archive_limits_, process_});
    return std::nullopt;
  }
  if (wanted(found.path, patterns_)) {
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > kMaxFileBytes) return problem(too_large());
    if (bytes.size() == kSniffedBytes && !file.fill(bytes, size))
      return problem(unreadable(std::strerror(errno)));
    handed_bytes_ += found.bytes;
    return Item{found.path, std::move(bytes), {}};
  }
  handed_bytes_ += found.bytes;
  return std::nullopt;
}

}  // namespace pst::batch
