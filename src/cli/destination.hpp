// Where `pst extract` puts its results, and in which format.
#pragma once

#include <string>
#include <vector>

#include "batch/inputs.hpp"
#include "cli/console.hpp"
#include "plan/model.hpp"

namespace pst::cli {

/// What --format may be.
std::vector<std::string> format_names();

struct DestinationOptions {
  std::string output;  ///< a folder or a file; empty or `-` for standard output
  std::string format;  ///< one of format_names(); empty: as the output's extension says, else JSON
  int indent = 1;      ///< of JSON
  bool bom = false;    ///< CSV begins with a byte order mark
};

/// A folder takes a file for each plan, named after its stem; one file or standard output takes all of them.
class Destination {
 public:
  /// `arguments` are the inputs as the user gave them: a folder among them makes the output a folder too.
  /// Throws UsageError where plans and output do not go together.
  Destination(DestinationOptions options, const std::vector<batch::Input>& inputs,
              const std::vector<std::string>& arguments, Console& console);

  /// The plan in the chosen format; written to its own file, with nothing returned, where the output is a
  /// folder. May be called from several threads. Throws pst::Error.
  std::string render(const batch::Input& input, const plan::Plan& plan) const;

  /// Takes what render returned, in the order of the inputs.
  void take(std::string&& text);

  /// Writes the one file, where there is one and any plan was read. Throws pst::Error.
  void close();

 private:
  enum class Where { standard_output, one_file, folder };

  void refuse_mistakes(const std::vector<batch::Input>& inputs) const;

  DestinationOptions options_;
  Where where_ = Where::standard_output;
  Console& console_;
  std::string collected_;  ///< for the one file
  bool begun_ = false;
};

}  // namespace pst::cli
