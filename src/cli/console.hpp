// Where the program speaks: results on standard output, all else on standard error.
#pragma once

#include <ostream>
#include <string>

#include "output/terminal.hpp"

namespace pst::cli {

/// Exit status, as every --help says.
enum Exit : int {
  kDone = 0,        ///< all inputs done
  kSomeFailed = 1,  ///< some inputs failed; the others are done and written
  kUsage = 2,       ///< nothing was done: the command line, or a grammar it names, is wrong
};

struct Console {
  std::ostream& out;
  std::ostream& err;
  output::Look look;  ///< of standard output: colours and width of a terminal, neither for anything else
  bool live = false;  ///< standard error is a terminal: progress may be shown there
};

/// The process's own streams. Colours only on a terminal, and not with $NO_COLOR or a dumb one.
Console process_console();

/// One line on standard error, with the program's name in front.
void complain(Console& console, const std::string& message);

/// `1 plan`, `3 plans`.
std::string counted(long long n, const std::string& word);

}  // namespace pst::cli
