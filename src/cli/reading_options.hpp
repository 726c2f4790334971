// The options that say how documents are read: --ocr and --password.
#pragma once

#include <string>

#include "batch/documents.hpp"
#include "cli/command.hpp"

namespace pst::cli {

struct ReadingChoice {
  std::string ocr = "auto";
  std::string password;

  Option ocr_option();
  Option password_option();

  /// What was asked for. Progress is shown where `shown` and standard error is a terminal.
  batch::HowToRead reading(Console& console, bool shown) const;
};

}  // namespace pst::cli
