#include "batch/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "batch/content.hpp"

namespace pst::batch {

namespace fs = std::filesystem;

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return text;
}

bool has_plan_name(const fs::path& path) {
  const std::string extension = lower(path.extension().string());
  const std::string stem = lower(path.stem().string());
  const bool plan = extension == ".pdf" || extension == ".txt" || extension == ".text" || extension == ".md";
  return plan && stem != "readme" && stem != "lisezmoi";
}

bool begins_like_plan(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kSniffedBytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  const Media media = media_of(head);
  return media == Media::text || media == Media::pdf;
}

/// Collects a folder's plans; folders seen before (links that lead back) are not entered again.
class FolderSearch {
 public:
  FolderSearch(Inputs& inputs, Wanted wanted) : inputs_(inputs), wanted_(wanted) {}

  void search(const std::string& argument) {
    const std::size_t problems_before = inputs_.problems.size();
    enter(argument);
    std::sort(found_.begin(), found_.end());
    for (const std::string& path : found_) inputs_.list.push_back(single(path));
    if (found_.empty() && inputs_.problems.size() == problems_before) {
      const bool plans = wanted_ == Wanted::plans;
      inputs_.problems.push_back(
          Error({argument}, plans ? "aucun plan dans ce dossier" : "aucun fichier .json dans ce dossier",
                plans ? "donnez un dossier qui contient des fichiers .pdf ou .txt"
                      : "donnez le dossier écrit par pst extract"));
    }
  }

 private:
  void enter(const fs::path& folder) {
    std::error_code error;
    if (!entered_.insert(fs::canonical(folder, error).string()).second) return;
    fs::directory_iterator entries(folder, error);
    if (error) {
      inputs_.problems.push_back(
          Error({folder.string()}, "ce dossier ne peut pas être lu", "vérifiez ses droits d'accès"));
      return;
    }
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
      see(entries->path());
      if (error) break;
    }
  }

  void see(const fs::path& path) {
    std::error_code error;
    if (path.filename().string().starts_with('.')) return;
    if (fs::is_directory(path, error)) {
      enter(path);
    } else if (fs::is_regular_file(path, error)) {
      (is_wanted(path) ? found_ : inputs_.skipped).push_back(path.string());
    }
  }

  bool is_wanted(const fs::path& path) const {
    if (wanted_ == Wanted::models) return lower(path.extension().string()) == ".json";
    return has_plan_name(path) && begins_like_plan(path);
  }

  Inputs& inputs_;
  Wanted wanted_;
  std::set<std::string> entered_;
  std::vector<std::string> found_;
};

/// Gives every input a stem of its own.
void tell_stems_apart(Inputs& inputs) {
  std::set<std::string> taken;
  for (Input& input : inputs.list) {
    const std::string stem = input.stem;
    for (int n = 2; !taken.insert(input.stem).second; ++n) input.stem = stem + "-" + std::to_string(n);
    if (input.stem != stem) {
      inputs.renamed.push_back(shown(input) + " : un autre plan s'appelle déjà « " + stem +
                               " », celui-ci s'appelle « " + input.stem + " »");
    }
  }
}

std::string read_stream(std::istream& in, const std::string& name) {
  std::string bytes;
  std::array<char, 1U << 16U> block;
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMaxFileBytes) {
      throw Error({name}, "plus de " + std::to_string(kMaxFileBytes >> 20U) + " Mio, c'est trop pour un plan",
                  "donnez le document découpé");
    }
  }
  if (in.bad()) throw Error({name}, "la lecture s'est interrompue", "vérifiez le fichier et relancez");
  return bytes;
}

}  // namespace

std::string shown(const Input& input) {
  return input.path == kStandardInput ? "entrée standard" : input.path;
}

Input single(const std::string& argument) {
  if (argument == kStandardInput) return {argument, "stdin", "stdin"};
  const fs::path path(argument);
  return {argument, path.filename().string(), path.stem().string()};
}

Inputs expand(const std::vector<std::string>& arguments, Wanted wanted) {
  Inputs inputs;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument != kStandardInput && fs::is_directory(argument, error)) {
      FolderSearch(inputs, wanted).search(argument);
    } else if (argument == kStandardInput || fs::exists(argument, error)) {
      inputs.list.push_back(single(argument));
    } else {
      inputs.problems.push_back(Error({argument}, "fichier ou dossier introuvable", "vérifiez le chemin"));
    }
  }
  std::sort(inputs.skipped.begin(), inputs.skipped.end());
  tell_stems_apart(inputs);
  return inputs;
}

std::string read(const Input& input) {
  if (input.path == kStandardInput) return read_stream(std::cin, shown(input));
  std::error_code error;
  const auto size = fs::file_size(input.path, error);
  if (!error && size > kMaxFileBytes) {
    throw Error({input.path},
                "plus de " + std::to_string(kMaxFileBytes >> 20U) + " Mio, c'est trop pour un plan",
                "donnez le document découpé");
  }
  std::ifstream file(input.path, std::ios::binary);
  if (!file) throw Error({input.path}, "le fichier ne peut pas être ouvert", "vérifiez ses droits d'accès");
  return read_stream(file, input.path);
}

void write_whole(const std::string& path, std::string_view text) {
  std::error_code status;
  const bool replaceable = !fs::exists(path, status) || fs::is_regular_file(path, status);
  const std::string neighbour = replaceable ? path + ".part" : path;
  const auto fail = [&](const char* problem) {
    std::error_code ignored;
    if (replaceable) fs::remove(neighbour, ignored);
    throw Error({path}, problem, "vérifiez la place et les droits d'accès du dossier");
  };
  std::ofstream file(neighbour, std::ios::binary | std::ios::trunc);
  if (!file) fail("le résultat ne peut pas être créé");
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) fail("le résultat n'a pas pu être écrit en entier");
  if (!replaceable) return;
  fs::rename(neighbour, path, status);
  if (status) fail("le résultat ne peut pas prendre sa place");
}

}  // namespace pst::batch
