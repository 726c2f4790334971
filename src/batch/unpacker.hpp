// A confined process that opens one archive and hands its documents over.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "batch/archive.hpp"
#include "batch/sandbox.hpp"
#include "batch/wire.hpp"

namespace pst::batch {

/// What an unpacker shall do.
struct Unpacking {
  std::string path;  ///< of the archive, as the manifest writes it
  std::vector<std::string> patterns;
  ArchiveLimits archive;
  Limits process;  ///< `seconds` for one member
};

class ArchiveProcess {
 public:
  /// `file` is the archive, open; it stays the caller's. Throws pst::Error where no process can be started.
  ArchiveProcess(int file, Unpacking what);
  ~ArchiveProcess();
  ArchiveProcess(const ArchiveProcess&) = delete;
  ArchiveProcess& operator=(const ArchiveProcess&) = delete;

  /// The next member if it is there; where the process went wrong, the problem as the last of them.
  std::optional<Member> next();
  bool ended() const { return ended_; }
  /// To wait for; the process is kept waiting while nobody asks for the next member.
  int readable() const { return from_; }
  /// Bytes of the archive read so far.
  std::uint64_t position() const { return position_; }

 private:
  std::optional<Member> take(const std::string& frame);
  std::optional<Member> bury();
  void check_time();
  double cpu_seconds() const;

  using Clock = std::chrono::steady_clock;
  Unpacking what_;
  pid_t pid_ = -1;
  int from_ = -1;
  FrameCutter frames_;
  double cpu_began_ = 0;
  bool overdue_ = false;
  bool ended_ = false;
  std::uint64_t position_ = 0;
};

}  // namespace pst::batch
