#include "batch/disk.hpp"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "batch/wire.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what, int error) {
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  throw Error({path}, what + " (" + (full ? "le disque est plein" : std::strerror(error)) + ")",
              full ? "libérez de la place, puis relancez avec --resume : rien n'est perdu"
                   : "vérifiez les droits d'accès et le disque, puis relancez avec --resume");
}

int create(const std::string& path) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) fail(path, "le fichier ne peut pas être créé", errno);
  return fd;
}

constexpr std::size_t kFewFiles = 4;  ///< for which a whole file system need not be written out

/// Whether syncfs is known to do all that fsync does: local file systems, where one wait for the disk takes
/// the place of one for each file.
bool writes_out_at_once(int fd) {
  struct statfs facts {};
  if (::fstatfs(fd, &facts) != 0) return false;
  switch (facts.f_type) {
    case EXT4_SUPER_MAGIC:  // and its ancestors'
    case XFS_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case F2FS_SUPER_MAGIC:
    case TMPFS_MAGIC:
      return true;
    default:
      return false;
  }
}

/// After syncfs, whether all of this file got there: older kernels tell it of a file only. Waits for nothing.
int written_out(int fd) {
  constexpr unsigned kAll = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
  return ::sync_file_range(fd, 0, 0, kAll);
}

}  // namespace

void write_durably(const std::string& path, std::string_view text, const std::string& scratch) {
  Group group(scratch);
  group.add(path, text);
  group.commit();
}

Group::~Group() {
  for (const File& file : files_) {
    ::close(file.fd);
    ::unlink(file.part.c_str());
  }
}

void Group::add(std::string path, std::string_view text) {
  const std::string part =
      scratch_ + "/" + std::to_string(::getpid()) + "-" + std::to_string(made_++) + ".part";
  const int fd = create(part);
  files_.push_back({std::move(path), part, fd});
  if (!write_all(fd, text)) fail(files_.back().path, "le fichier n'a pas pu être écrit en entier", errno);
  // Begins to write without waiting for it, so that the waits of commit fall together.
  ::sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void Group::commit() {
  const bool at_once = files_.size() > kFewFiles && writes_out_at_once(files_.front().fd);
  if (at_once && ::syncfs(files_.front().fd) != 0) {
    fail(files_.front().path, "le fichier n'a pas pu être écrit en entier", errno);
  }
  for (const File& file : files_) {
    if ((at_once ? written_out(file.fd) : ::fsync(file.fd)) != 0) {
      fail(file.path, "le fichier n'a pas pu être écrit en entier", errno);
    }
  }
  while (!files_.empty()) {
    const File& file = files_.back();
    if (::rename(file.part.c_str(), file.path.c_str()) != 0) {
      fail(file.path, "le fichier ne peut pas prendre sa place", errno);
    }
    ::close(file.fd);
    files_.pop_back();
  }
}

Journal::Journal(std::string path, std::size_t kept)
    : path_(std::move(path)), size_(static_cast<std::int64_t>(kept)) {
  fd_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0 || ::ftruncate(fd_, size_) != 0) fail(path_, "le journal ne peut pas être ouvert", errno);
}

Journal::~Journal() {
  if (fd_ >= 0) ::close(fd_);
}

void Journal::commit() {
  if (lines_.empty()) return;
  ::lseek(fd_, size_, SEEK_SET);
  if (!write_all(fd_, lines_) || ::fdatasync(fd_) != 0) {
    const int error = errno;
    if (::ftruncate(fd_, size_) != 0) fail(path_, "le journal est abîmé", errno);
    fail(path_, "le journal n'a pas pu être écrit", error);
  }
  size_ += static_cast<std::int64_t>(lines_.size());
  lines_.clear();
}

FolderLock::FolderLock(const std::string& folder)
    : fd_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (fd_ >= 0 && ::flock(fd_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(fd_);
    throw Error({folder}, "un autre pst y travaille déjà",
                "attendez qu'il ait fini, ou donnez un autre dossier à -o");
  }
}

FolderLock::~FolderLock() {
  if (fd_ >= 0) ::close(fd_);
}

std::string read_if_there(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT) return {};
  if (fd < 0) fail(path, "le fichier ne peut pas être lu", errno);
  std::string text;
  std::array<char, 1U << 16U> block;
  ssize_t got = 0;
  while ((got = ::read(fd, block.data(), block.size())) > 0 || (got < 0 && errno == EINTR)) {
    if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
  }
  const int error = errno;
  ::close(fd);
  if (got < 0) fail(path, "le fichier ne peut pas être lu", error);
  return text;
}

}  // namespace pst::batch
