// Files that are there whole or not at all, whatever happens to the program or the power.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pst::batch {

/// Writes `text` to a neighbour in `scratch`, forces it to the disk and renames it to `path`. Throws
/// pst::Error (a full disk, say), with nothing left behind.
void write_durably(const std::string& path, std::string_view text, const std::string& scratch);

/// Several files at the price of one wait for the disk.
class Group {
 public:
  explicit Group(std::string scratch) : scratch_(std::move(scratch)) {}
  ~Group();
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

  /// Writes the file under a name of its own in the scratch folder. Throws pst::Error.
  void add(std::string path, std::string_view text);
  /// Forces all to the disk, then gives each its name. Throws pst::Error.
  void commit();
  std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string path;
    std::string part;
    int fd;
  };
  std::string scratch_;
  std::vector<File> files_;
  std::uint64_t made_ = 0;
};

/// A file that only grows, line by line; a line that could not be written whole is taken back.
class Journal {
 public:
  /// Opens `path` to append to it, behind its first `kept` bytes. Throws pst::Error.
  Journal(std::string path, std::size_t kept);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  void add(std::string_view line) { lines_.append(line); }
  /// Writes what was added, and forces it to the disk. Throws pst::Error.
  void commit();

 private:
  std::string path_;
  std::string lines_;
  int fd_ = -1;
  std::int64_t size_ = 0;
};

/// Holds a folder for one program at a time.
class FolderLock {
 public:
  /// Throws pst::Error where another program holds it.
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_;
};

/// The whole of a file; empty where there is none. Throws pst::Error where it cannot be read.
std::string read_if_there(const std::string& path);

}  // namespace pst::batch
