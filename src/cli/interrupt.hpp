// What Ctrl-C, and a cluster that wants its machine back, mean to a long run.
#pragma once

namespace pst::cli {

/// While it lives, the first SIGINT or SIGTERM is a wish to stop, and the second ends the program at once.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool wished() const;
};

}  // namespace pst::cli
