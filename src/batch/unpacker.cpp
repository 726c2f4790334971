#include "batch/unpacker.hpp"

#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <new>
#include <utility>

#include "batch/reading.hpp"
#include "batch/worker_process.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace {

enum Kind : std::uint64_t { alive, document, problem };

/// In the child: the archive's members as frames.
void unpack(const Unpacking& what, pid_t parent) {
  ::setlocale(LC_CTYPE, "C.UTF-8");  // member names are converted to it
  if (!confine(what.process, Files::none, parent)) ::_exit(1);
  std::uint64_t position = 0;
  const auto send = [](Packer&& frame) {
    if (!write_all(kChildWrites, std::move(frame).frame())) ::_exit(0);
  };
  const auto take = [&](Member&& member) {
    Packer frame;
    frame.number(member.problem ? Kind::problem : Kind::document);
    frame.number(position);
    frame.text(member.path);
    frame.text(member.problem ? output::to_line(*member.problem) : member.bytes);
    send(std::move(frame));
  };
  const auto say_alive = [&](std::uint64_t now) {
    position = std::max(position, now);
    Packer frame;
    frame.number(Kind::alive);
    frame.number(position);
    send(std::move(frame));
  };
  try {
    visit_archive(kChildFile, what.path, what.patterns, what.archive, {take, say_alive});
  } catch (const std::bad_alloc&) {
    ::_exit(2);
  }
}

}  // namespace

ArchiveProcess::ArchiveProcess(int file, Unpacking what) : what_(std::move(what)) {
  const pid_t parent = ::getpid();
  const Child child = start_child(file, [&] { unpack(what_, parent); });
  ::close(child.to);
  pid_ = child.pid;
  from_ = child.from;
}

ArchiveProcess::~ArchiveProcess() {
  if (pid_ >= 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(from_);
}

std::optional<Member> ArchiveProcess::next() {
  std::array<char, 1U << 16U> block;
  while (!ended_) {
    while (auto frame = frames_.next()) {
      if (auto member = take(*frame)) return member;
    }
    if (frames_.broken()) return bury();
    const ssize_t got = ::read(from_, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) {
      check_time();
      return std::nullopt;
    }
    if (got <= 0) return bury();
    frames_.take({block.data(), static_cast<std::size_t>(got)});
  }
  return std::nullopt;
}

std::optional<Member> ArchiveProcess::take(const std::string& frame) {
  cpu_began_ = cpu_seconds();
  Unpacker content(frame);
  const std::uint64_t kind = content.number();
  position_ = content.number();
  if (kind == Kind::alive) return std::nullopt;
  Member member;
  member.path = content.text();
  const std::string_view text = content.text();
  if (kind == Kind::document) {
    member.bytes = text;
    return member;
  }
  try {
    member.problem = output::entry_from_line(text, member.path, 1);
  } catch (const Error& e) {
    member.problem = failed("archive", e.problem(), e.advice());
    member.problem->path = member.path;
  }
  return member;
}

double ArchiveProcess::cpu_seconds() const {
  clockid_t clock = 0;
  timespec time{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return cpu_began_;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

void ArchiveProcess::check_time() {
  if (overdue_ || cpu_seconds() - cpu_began_ < what_.process.seconds) return;
  overdue_ = true;
  ::kill(pid_, SIGKILL);
}

std::optional<Member> ArchiveProcess::bury() {
  ended_ = true;
  int status = 0;
  ::kill(pid_, SIGKILL);
  ::waitpid(std::exchange(pid_, -1), &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && !frames_.broken()) return std::nullopt;
  const char* advice = "décompressez-la vous-même et donnez le dossier ; ce qui précède est lu";
  Member member{what_.path, {}, failed("crash", "la décompression s'est arrêtée brutalement", advice)};
  if (overdue_) member.problem = failed("timeout", "la décompression dépasse le temps permis", advice);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 2) {
    member.problem = failed("memory", "la décompression demande plus de mémoire que permis", advice);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 1) {
    throw Error({}, "les archives ne peuvent pas être ouvertes sans danger sur ce système (seccomp)",
                "décompressez-les et donnez les dossiers");
  }
  member.problem->path = what_.path;
  return member;
}

}  // namespace pst::batch
