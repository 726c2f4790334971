#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

namespace pst::cli {

namespace {

// A signal handler can reach nothing else.
volatile sig_atomic_t signals = 0;

void note(int number) {
  if (signals != 0) ::_exit(128 + number);  // the workers end with their parent
  signals = 1;
}

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigaction(SIGINT, &action, nullptr);  // no SA_RESTART: a wait ends, and the wish is seen
  ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  signals = 0;
  handle(note);
}

Interrupt::~Interrupt() {
  handle(SIG_DFL);
}

bool Interrupt::wished() const {
  return signals != 0;
}

}  // namespace pst::cli
