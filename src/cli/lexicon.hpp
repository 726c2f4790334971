// Which lexicon a command compares with: the built-in one, a folder's, files that add to it.
#pragma once

#include <string>
#include <vector>

#include "cli/grammars.hpp"
#include "compare/lexicon.hpp"

namespace pst::cli {

/// What --lexicon and --grammars say.
struct LexiconChoice {
  std::vector<std::string> files;  ///< --lexicon: added in their order

  /// Its row for a command's table.
  Option option();
};

/// The built-in lexicon, each file replaced by its namesake in the folder of `grammars`, and the chosen files
/// behind them. Throws UsageError for a file that is not there or a mistake in one.
compare::Lexicon load_lexicon(const LexiconChoice& choice, const GrammarChoice& grammars);

}  // namespace pst::cli
