#include "cli/lexicon.hpp"

#include <filesystem>

namespace pst::cli {

namespace fs = std::filesystem;

Option LexiconChoice::option() {
  return {"--lexicon", "FICHIER",
          "lexique (.toml) qui complète celui du programme : thèmes, mesures,\npartenaires", &files};
}

compare::Lexicon load_lexicon(const LexiconChoice& choice, const GrammarChoice& grammars) {
  std::vector<grammar::FileText> files = compare::embedded_lexicon();
  const std::string folder = grammars.used_folder();
  for (grammar::FileText& file : files) {
    const fs::path namesake = fs::path(folder) / file.name;
    if (!folder.empty() && fs::exists(namesake)) file.text = read_file(namesake.string());
  }
  for (const std::string& path : choice.files)
    files.push_back({fs::path(path).filename().string(), read_file(path)});
  try {
    return compare::load_lexicon(files);
  } catch (const Error& e) {
    throw UsageError(e.what());
  }
}

}  // namespace pst::cli
