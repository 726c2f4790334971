// The command line against the table of commands. CLI11 does the work; its types stay in parse.cpp.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace pst::cli {

/// Runs what `arguments` (without the program's name) ask of `root`; --help is answered here. Throws
/// UsageError.
int dispatch(const Command& root, const std::vector<std::string>& arguments, Console& console);

}  // namespace pst::cli
