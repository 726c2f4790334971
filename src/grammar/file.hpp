// A grammar file's text to its rules.
#pragma once

#include <string>
#include <vector>

#include "grammar/rules.hpp"
#include "source/error.hpp"

namespace pst::grammar {

/// A grammar file's name and content.
struct FileText {
  std::string name;
  std::string text;
};

/// Parses one TOML grammar. Mistakes (syntax, unknown keys, missing or wrong values) are added to `problems`,
/// each with file, line and column; what could be read is returned all the same.
File parse_file(const FileText& file, std::vector<Error>& problems);

}  // namespace pst::grammar
