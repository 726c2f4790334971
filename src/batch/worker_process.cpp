#include "batch/worker_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "batch/packed_entry.hpp"
#include "batch/wire.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace {

constexpr int kPipeBytes = 1 << 20;
constexpr int kAside = 64;  ///< descriptors are moved out of the way to here before they take their places

volatile bool* out_of_memory = nullptr;

void note_out_of_memory() {
  *out_of_memory = true;
  throw std::bad_alloc();
}

void take_places(int reads, int writes, int file) {
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  const int aside[] = {::fcntl(reads, F_DUPFD, kAside), ::fcntl(writes, F_DUPFD, kAside),
                       file < 0 ? -1 : ::fcntl(file, F_DUPFD, kAside)};
  for (int standard = 0; standard <= 2; ++standard) ::dup2(null, standard);
  ::dup2(aside[0], kChildReads);
  ::dup2(aside[1], kChildWrites);
  if (file >= 0) ::dup2(aside[2], kChildFile);
  ::close_range(file < 0 ? kChildFile : kChildFile + 1, ~0U, 0);
}

[[noreturn]] void be_child(int reads, int writes, int file, const std::function<void()>& body) {
  ::signal(SIGINT, SIG_IGN);  // a terminal interrupts all; the parent says when to stop
  ::signal(SIGTERM, SIG_DFL);
  ::signal(SIGPIPE, SIG_DFL);
  take_places(reads, writes, file);
  body();
  ::_exit(0);
}

[[noreturn]] void cannot_start() {
  throw Error({}, std::string("aucun processus de lecture ne peut être lancé (") + std::strerror(errno) + ")",
              "réduisez --jobs, ou augmentez le nombre de processus et de fichiers permis (ulimit)");
}

}  // namespace

Child start_child(int file, const std::function<void()>& body) {
  int request[2];
  int answer[2];
  if (::pipe2(request, O_CLOEXEC) != 0) cannot_start();
  if (::pipe2(answer, O_CLOEXEC) != 0) {
    ::close(request[0]);
    ::close(request[1]);
    cannot_start();
  }
  const pid_t pid = ::fork();
  if (pid == 0) be_child(request[0], answer[1], file, body);
  ::close(request[0]);
  ::close(answer[1]);
  if (pid < 0) {
    ::close(request[1]);
    ::close(answer[0]);
    cannot_start();
  }
  for (const int end : {request[1], answer[0]}) {
    ::fcntl(end, F_SETPIPE_SZ, kPipeBytes);  // fewer switches between the two; refused is no harm
    ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  return {pid, request[1], answer[0]};
}

void serve(const Limits& limits, const Read& read, volatile bool* short_of_memory, pid_t parent) {
  const AddressSpace space;
  const std::size_t base = space.mb();
  const bool confined = confine(limits, Files::read_only, parent);
  Packer hello;
  hello.number(confined ? 1 : 0);
  if (!write_all(kChildWrites, std::move(hello).frame()) || !confined) return;
  out_of_memory = short_of_memory;
  std::set_new_handler(note_out_of_memory);
  while (const auto frame = read_frame(kChildReads)) {
    Unpacker request(*frame);
    const std::string name(request.text());
    const Reading reading = read_one(request.text(), name, read);
    Packer answer;
    answer.text(packed(reading.entry));
    answer.text(reading.json);
    if (!write_all(kChildWrites, std::move(answer).frame())) return;
    const bool short_now = reading.entry.failure && reading.entry.failure->kind == "memory";
    const bool grown = space.mb() > base + static_cast<std::size_t>(limits.memory_mb) / 2;
    if (short_now || (limits_memory() && grown)) return;  // a fresh one is made in a millisecond
  }
}

}  // namespace pst::batch
