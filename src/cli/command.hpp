// What a command is: one table, from which the parser, --help and the completion all follow.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "cli/console.hpp"

namespace pst::cli {

/// Where an option's value goes.
using Target = std::variant<bool*, int*, std::string*, std::vector<std::string>*>;

/// One row of a command's table.
struct Option {
  std::string names;  ///< `-o,--output`; without hyphens for an argument
  std::string value;  ///< what --help calls the value; empty for a flag
  std::string help;   ///< French, without a final dot
  Target target;
  std::vector<std::string> choices = {};  ///< the only values, where they are few
  bool required = false;
  std::string completed_by = {};  ///< arguments of `pst` that print the possible values
};

struct Command {
  std::string name;
  std::string summary;                ///< one French line
  std::vector<std::string> examples;  ///< whole command lines
  std::vector<Option> options;
  std::function<int(Console&)> run;  ///< empty where there are subcommands
  std::vector<Command> subcommands = {};
};

/// The command line cannot be followed; `what()` says why and what to do, in French.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The commands, in the order of --help.
Command extract_command();
Command compare_command();
Command diff_command();
Command explain_command();
Command text_command();
Command page_command();
Command export_command();
Command import_command();
Command batch_command();
Command status_command();
Command failures_command();
Command merge_command();
Command grammar_command();
Command search_command();
Command schema_command();
Command validate_command();
Command completion_command();
Command version_command();

/// The program itself, with all of them.
Command root_command();

}  // namespace pst::cli
