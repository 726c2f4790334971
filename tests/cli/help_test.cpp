// Every command and every option explains itself.
#include <gtest/gtest.h>

#include "cli/command.hpp"
#include "cli/run_pst.hpp"

namespace pst::cli {
namespace {

using test::contains;
using test::Ran;
using test::run_pst;

void check_command(const Command& command, std::vector<std::string> path) {
  SCOPED_TRACE(command.name);
  EXPECT_FALSE(command.summary.empty());
  EXPECT_FALSE(command.examples.empty());
  path.emplace_back("--help");
  const Ran ran = run_pst(path);
  path.pop_back();
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_TRUE(contains(ran.out, "Exemples :\n  "));
  EXPECT_TRUE(contains(ran.out, "Code de sortie : 0"));
  EXPECT_TRUE(contains(ran.out, command.summary));
  for (const Option& row : command.options) {
    SCOPED_TRACE(row.names);
    EXPECT_FALSE(row.help.empty());
    EXPECT_TRUE(contains(ran.out, row.names));
    EXPECT_TRUE(contains(ran.out, row.help.substr(0, row.help.find('\n'))));
  }
  for (const Command& sub : command.subcommands) {
    EXPECT_TRUE(contains(ran.out, "  " + sub.name));
    path.push_back(sub.name);
    check_command(sub, path);
    path.pop_back();
  }
}

TEST(Help, EveryCommandAndOptionHasSome) {
  check_command(root_command(), {});
}

TEST(Help, VersionNamesTheModel) {
  EXPECT_TRUE(contains(run_pst({"version"}).out, "modèle 1.0"));
  EXPECT_EQ(run_pst({"--version"}).out, run_pst({"version"}).out);
}

}  // namespace
}  // namespace pst::cli
