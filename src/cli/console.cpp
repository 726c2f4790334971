#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace pst::cli {

namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool is_dumb_terminal() {
  const char* term = std::getenv("TERM");
  return term != nullptr && std::string_view(term) == "dumb";
}

}  // namespace

Console process_console() {
  output::Look look;
  if (isatty(STDOUT_FILENO) != 0) {
    look.colour = !is_set("NO_COLOR") && !is_dumb_terminal();
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) look.width = size.ws_col;
  }
  return {std::cout, std::cerr, look, isatty(STDERR_FILENO) != 0 && !is_dumb_terminal()};
}

void complain(Console& console, const std::string& message) {
  console.err << "pst : " << message << '\n';
}

std::string counted(long long n, const std::string& word) {
  return std::to_string(n) + " " + word + (n > 1 ? "s" : "");
}

}  // namespace pst::cli
