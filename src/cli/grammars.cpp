#include "cli/grammars.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/suggest.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

bool is_file_name(const std::string& wanted) {
  return wanted.ends_with(".toml") || wanted.find('/') != std::string::npos;
}

/// Puts a file in the place of its namesake, or at the end.
void put(std::vector<grammar::FileText>& files, grammar::FileText file) {
  const auto namesake =
      std::find_if(files.begin(), files.end(), [&](const auto& other) { return other.name == file.name; });
  if (namesake == files.end()) {
    files.push_back(std::move(file));
  } else {
    *namesake = std::move(file);
  }
}

std::vector<fs::path> grammars_in(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".toml" && !name.starts_with('_') && !name.starts_with('.')) {
      paths.push_back(entry.path());
    }
  }
  if (error)
    throw UsageError(folder + " : ce dossier de grammaires ne peut pas être lu ; vérifiez le chemin");
  if (paths.empty()) throw UsageError(folder + " : aucune grammaire (.toml) dans ce dossier");
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::string GrammarChoice::used_folder() const {
  if (!folder.empty()) return folder;
  const char* everywhere = std::getenv("PST_GRAMMARS");
  return everywhere == nullptr ? "" : everywhere;
}

Option GrammarChoice::folder_option() {
  return {"--grammars", "DOSSIER",
          "grammaires qui remplacent ou complètent celles du programme\n(sinon $PST_GRAMMARS)", &folder};
}

Option GrammarChoice::wanted_option() {
  Option option{"--grammar", "NOM|FICHIER", "lire avec cette grammaire au lieu de la choisir", &wanted};
  option.completed_by = "grammar list --names";
  return option;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad() || fs::is_directory(path)) {
    throw UsageError(path + " : ce fichier ne peut pas être lu ; vérifiez le chemin");
  }
  return text;
}

std::vector<grammar::FileText> grammar_files(const GrammarChoice& choice) {
  std::vector<grammar::FileText> files = grammar::embedded();
  const std::string folder = choice.used_folder();
  if (folder.empty()) return files;
  for (const fs::path& path : grammars_in(folder)) put(files, {path.filename().string(), read_file(path)});
  return files;
}

LoadedGrammars load_grammars(const GrammarChoice& choice) {
  std::vector<grammar::FileText> files = grammar_files(choice);
  const bool from_file = is_file_name(choice.wanted);
  const std::string file = from_file ? fs::path(choice.wanted).filename().string() : "";
  if (from_file) put(files, {file, read_file(choice.wanted)});
  try {
    LoadedGrammars loaded{grammar::load(files), {}};
    if (choice.wanted.empty()) return loaded;
    std::vector<std::string> names;
    for (const grammar::Summary& summary : grammar::summaries(loaded.library)) {
      if (from_file ? summary.file == file : summary.name == choice.wanted) loaded.forced = summary.name;
      names.push_back(summary.name);
    }
    if (loaded.forced.empty()) {
      throw UsageError("grammaire inconnue « " + choice.wanted + " »" + suggestion(choice.wanted, names) +
                       " ; voyez pst grammar list");
    }
    return loaded;
  } catch (const Error& e) {
    throw UsageError(std::string(e.what()) + " ; voyez pst grammar check");
  }
}

}  // namespace pst::cli
