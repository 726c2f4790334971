// Runs the built program as a user would.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/temp_folder.hpp"

namespace pst::test {

struct Ran {
  int status = -1;  ///< exit status; -1 where the program was killed
  std::string out;
  std::string err;
};

using Environment = std::vector<std::pair<std::string, std::string>>;

/// `pst ARGUMENTS < input`, with no $PST_GRAMMARS but what `environment` says.
inline Ran run_pst(const std::vector<std::string>& arguments, const std::string& input = "",
                   const Environment& environment = {}) {
  const TempFolder folder;
  folder.write("in", input);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto redirect = [&](int to, const char* name, int flags) {
      const int file = ::open((folder / name).c_str(), flags, 0600);
      ::dup2(file, to);
    };
    redirect(STDIN_FILENO, "in", O_RDONLY);
    redirect(STDOUT_FILENO, "out", O_WRONLY | O_CREAT);
    redirect(STDERR_FILENO, "err", O_WRONLY | O_CREAT);
    ::unsetenv("PST_GRAMMARS");
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<std::string> words{PST_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(PST_BINARY, argv.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, folder.read("out"), folder.read("err")};
}

inline testing::AssertionResult contains(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "« " << part << " » is not in:\n" << text;
}

/// A plan that every grammar reads alike.
inline constexpr const char* kPlan =
    "O.S.1. Un service efficace\n"
    "O.O.1.1. Accueillir chacun\n"
    "Action 1.1.1. Ouvrir le samedi\n"
    "O.S.2. Une commune solidaire\n";

}  // namespace pst::test
