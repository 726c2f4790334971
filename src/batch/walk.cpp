#include "batch/walk.hpp"

#include <algorithm>
#include <filesystem>

#include "batch/names.hpp"
#include "batch/reading.hpp"

namespace pst::batch {

namespace fs = std::filesystem;

namespace {

using output::Entry;
using output::Status;

Entry refused(const char* kind, const char* message, const char* advice) {
  Entry entry = failed(kind, message, advice);
  entry.status = Status::refused;
  return entry;
}

bool is_store(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "store.json", ignored) &&
         fs::is_directory(folder / "documents", ignored);
}

class Walk {
 public:
  explicit Walk(std::vector<Found>& found) : found_(found) {}

  void start(const std::string& source) {
    fs::path path = fs::path(source).lexically_normal();
    if (!path.has_filename() && path.has_relative_path()) path = path.parent_path();  // no final slash
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      root_ = fs::canonical(path, error);
      enter(path);
    } else if (fs::is_regular_file(status)) {
      take(path);
    } else if (fs::exists(status)) {
      special(path);
    } else {
      problem(path, failed("unreadable", "fichier ou dossier introuvable", "vérifiez le chemin"));
    }
  }

 private:
  void enter(const fs::path& folder) {
    if (is_store(folder)) return;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      if (!is_debris(entries->path().filename().native())) see(entries->path());
    }
    if (error) {
      problem(folder, failed("unreadable", "ce dossier ne peut pas être lu", "vérifiez ses droits d'accès"));
    }
  }

  void see(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (fs::is_symlink(status)) {
      follow(path);
    } else if (fs::is_directory(status)) {
      enter(path);
    } else if (fs::is_regular_file(status)) {
      take(path);
    } else {
      special(path);
    }
  }

  /// A folder that is linked to is entered at its own place, or not at all.
  void follow(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    if (error) {
      problem(path, failed("unreadable", "ce lien ne mène nulle part", "supprimez-le ou réparez-le"));
      return;
    }
    const auto parted = std::mismatch(root_.begin(), root_.end(), target.begin(), target.end());
    if (parted.first != root_.end()) {
      problem(path,
              refused("link", "ce lien mène hors du dossier donné", "donnez sa cible elle-même à pst batch"));
    } else if (fs::is_regular_file(target, error)) {
      take(path);
    }
  }

  void special(const fs::path& path) {
    problem(path, refused("special", "ce n'est ni un fichier ni un dossier", "retirez-le du dossier"));
  }

  void take(const fs::path& path) {
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    found_.push_back({manifest_path(path.native()), path.native(), error ? 0 : bytes, {}});
  }

  void problem(const fs::path& path, Entry entry) {
    entry.path = manifest_path(path.native());
    found_.push_back({entry.path, path.native(), 0, std::move(entry)});
  }

  std::vector<Found>& found_;
  fs::path root_;
};

}  // namespace

std::vector<Found> walk(const std::vector<std::string>& sources) {
  std::vector<Found> found;
  for (const std::string& source : sources) Walk(found).start(source);
  const auto before = [](const Found& a, const Found& b) { return a.path < b.path; };
  const auto same = [](const Found& a, const Found& b) { return a.path == b.path; };
  std::stable_sort(found.begin(), found.end(), before);
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace pst::batch
