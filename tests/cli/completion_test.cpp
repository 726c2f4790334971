// The completion script, asked by bash itself.
#include <gtest/gtest.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/run_pst.hpp"

namespace pst::cli {
namespace {

/// What bash offers for the last of `words`.
std::string completed(const std::string& words) {
  const test::TempFolder folder;
  folder.write("pst.bash", test::run_pst({"completion", "bash"}).out);
  const std::string script = "source " + (folder / "pst.bash") + "; COMP_WORDS=(" + words +
                             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _pst; echo \"${COMPREPLY[*]}\"";
  folder.write("ask.bash", script);
  std::FILE* pipe = ::popen(("bash " + (folder / "ask.bash") + " 2>&1").c_str(), "r");
  std::string answer;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) answer += static_cast<char>(c);
  ::pclose(pipe);
  return answer;
}

TEST(Completion, OffersCommandsOptionsAndValues) {
  EXPECT_EQ(completed("pst ex"), "extract export explain\n");
  EXPECT_EQ(completed("pst grammar ''"), "list show check new\n");
  EXPECT_EQ(completed("pst extract plan.txt --gr"), "--grammar --grammars\n");
  EXPECT_EQ(completed("pst extract --format j"), "json jsonl\n");
  EXPECT_EQ(completed("pst extract plan.txt ''"), "\n");
}

void expect_all(const Command& command, const std::string& path) {
  for (const Option& row : command.options) {
    if (!row.names.starts_with('-')) continue;
    EXPECT_TRUE(test::contains(completed(path + " --"), row.names.substr(row.names.find("--")))) << path;
  }
  for (const Command& sub : command.subcommands) expect_all(sub, path + " " + sub.name);
}

TEST(Completion, KnowsEveryOption) {
  expect_all(root_command(), "pst");
}

}  // namespace
}  // namespace pst::cli
