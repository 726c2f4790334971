// The child's side of a worker, and how children are started.
#pragma once

#include <sys/types.h>

#include "batch/reading.hpp"
#include "batch/sandbox.hpp"

namespace pst::batch {

/// Two ends of pipes, as the child finds them once everything else is closed.
inline constexpr int kChildReads = 3;
inline constexpr int kChildWrites = 4;
/// A file that the child was given, where it was given one.
inline constexpr int kChildFile = 5;

struct Child {
  pid_t pid = -1;
  int to = -1;    ///< writes to it; does not wait
  int from = -1;  ///< reads from it; does not wait
};

/// Forks. The child has standard streams that lead nowhere, its pipes, `file` (where it is not -1), ignores
/// interrupts, and runs `body`, at whose end it exits. Throws pst::Error.
Child start_child(int file, const std::function<void()>& body);

/// Answers jobs until its pipe ends or it has grown too much. `short_of_memory` is set where an allocation
/// fails. To be run in a child.
void serve(const Limits& limits, const Read& read, volatile bool* short_of_memory, pid_t parent);

}  // namespace pst::batch
