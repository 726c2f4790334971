#include "batch/sandbox.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#ifdef __clang__
#pragma clang diagnostic ignored "-Wc99-extensions"  // the macros of libseccomp
#endif

namespace pst::batch {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

/// What computing needs, and reading files that are open.
constexpr std::array kAllowed{
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(membarrier),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(poll),
    SCMP_SYS(getcpu),
};

/// What finding and opening files for reading needs beside openat itself.
constexpr std::array kLooking{
    SCMP_SYS(stat),       SCMP_SYS(lstat),      SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(access),     SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd),     SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),    SCMP_SYS(fadvise64),
};

/// What no library does by the way.
constexpr std::array kAttacks{
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(setuid),
    SCMP_SYS(mount),
    SCMP_SYS(bpf),
    SCMP_SYS(io_uring_setup),
};

/// A filter under construction; every rule that the kernel's library refuses is remembered.
class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
  ~Filter() { seccomp_release(context_); }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  template <class... Conditions>
  void rule(std::uint32_t action, int call, Conditions... conditions) {
    if (call < 0) return;  // not a call of this architecture
    ok_ = seccomp_rule_add(context_, action, call, sizeof...(conditions), conditions...) == 0 && ok_;
  }
  bool load() { return ok_ && seccomp_load(context_) == 0; }
  bool made() const { return context_ != nullptr; }

 private:
  scmp_filter_ctx context_;
  bool ok_ = true;
};

bool filter_calls(Files files) {
  Filter filter;
  if (!filter.made()) return false;
  for (const int call : kAllowed) filter.rule(SCMP_ACT_ALLOW, call);
  for (const int call : kAttacks) filter.rule(SCMP_ACT_KILL_PROCESS, call);
  // Threads, which libraries start, but no processes. clone3 hides its flags behind a pointer: the C library
  // falls back to clone.
  filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  filter.rule(SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  filter.rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
  if (kSanitized) {
    // A sanitizer asks through a pipe whether memory can be read.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(pipe));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(pipe2));
  }
  // abort() sends a signal to itself; asking for a limit is harmless, setting one is not.
  filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
  filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0));
  filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL));
  filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD));
  filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD));
  if (files == Files::read_only) {
    constexpr scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0));
    for (const int call : kLooking) filter.rule(SCMP_ACT_ALLOW, call);
  } else {
    // The C library asks newfstatat about an open file: an empty path, which only that flag allows.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(newfstatat),
                SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
  }
  return filter.load();
}

bool limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &both) == 0;
}

}  // namespace

bool limits_memory() {
  return !kSanitized;
}

AddressSpace::AddressSpace() : file_(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC)) {}

AddressSpace::~AddressSpace() {
  if (file_ >= 0) ::close(file_);
}

std::size_t AddressSpace::mb() const {
  std::array<char, 64> text{};
  if (file_ < 0 || ::pread(file_, text.data(), text.size() - 1, 0) <= 0) return 0;
  static const auto page_bytes = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  return std::strtoull(text.data(), nullptr, 10) * page_bytes >> 20U;
}

bool confine(const Limits& limits, Files files, int parent) {
  bool ok = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
  if (::getppid() != parent) ::_exit(0);       // it went before it could be asked for
  if (kSanitized) ::signal(SIGSEGV, SIG_DFL);  // a sanitizer would start a program to tell where
  const std::size_t base = AddressSpace().mb();
  if (limits_memory() && base > 0) {
    ok = limit(RLIMIT_AS, (base + static_cast<std::size_t>(limits.memory_mb)) << 20U) && ok;
  }
  ok = limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && ok;
  ok = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ok;
  return filter_calls(files) && ok;
}

}  // namespace pst::batch
