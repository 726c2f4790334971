// What a process that reads foreign bytes may do: compute, and answer through its pipe.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pst::batch {

/// What reading one document may cost.
struct Limits {
  int seconds = 120;     ///< of processor time
  int memory_mb = 2048;  ///< MiB, beyond what the process has when it starts
};

/// What may be opened from within. Nothing can be written, run or reached over a network either way.
enum class Files { none, read_only };

/// Confines the calling process, for good: no new privileges; limits on memory, on files written (none) and
/// on core dumps; a seccomp filter that answers "not permitted" to what a reader has no use for, and kills at
/// once for what only an attack would try (starting programs, sockets, looking into other processes). The
/// process dies with its parent `parent`. False where the kernel grants less than that.
bool confine(const Limits& limits, Files files, int parent);

/// This process's address space, to be asked from within the sandbox too.
class AddressSpace {
 public:
  AddressSpace();
  ~AddressSpace();
  AddressSpace(const AddressSpace&) = delete;
  AddressSpace& operator=(const AddressSpace&) = delete;
  /// Its size in MiB; 0 where it cannot be told.
  std::size_t mb() const;

 private:
  int file_;
};

/// Whether limits on memory are enforced: sanitizers need an address space without bounds.
bool limits_memory();

}  // namespace pst::batch
