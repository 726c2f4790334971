// Which grammars a command works with: the built-in ones, those of a folder, one file.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "grammar/library.hpp"

namespace pst::cli {

/// What --grammar and --grammars say.
struct GrammarChoice {
  std::string folder;  ///< --grammars, else $PST_GRAMMARS, else empty
  std::string wanted;  ///< --grammar: a name or a file; empty where the program chooses

  /// Their rows for a command's table.
  Option folder_option();
  Option wanted_option();

  /// The folder that holds: --grammars, else $PST_GRAMMARS, else empty.
  std::string used_folder() const;
};

/// The built-in grammars, each replaced by the file of the same name in the folder, with what else is there.
std::vector<grammar::FileText> grammar_files(const GrammarChoice& choice);

struct LoadedGrammars {
  grammar::Library library;
  std::string forced;  ///< name of the wanted grammar; empty where the program chooses
};

/// Compiles them, with the wanted file among them. Throws UsageError for a folder or file that is not there,
/// a mistake in a grammar, or a name that none has.
LoadedGrammars load_grammars(const GrammarChoice& choice);

/// The whole of a file. Throws UsageError.
std::string read_file(const std::string& path);

}  // namespace pst::cli
