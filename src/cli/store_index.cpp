#include "cli/store_index.hpp"

#include <unistd.h>

#include <filesystem>

#include "batch/store.hpp"
#include "cli/lexicon.hpp"
#include "cli/plans.hpp"
#include "cli/reports.hpp"
#include "output/database.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPrefix = "search-";
constexpr const char* kSuffix = ".sqlite";
constexpr std::size_t kStateDigits = 16;

/// Indexes of what the store was before, and what killed searches have left.
void remove_older(const fs::path& store, const std::string& kept) {
  std::error_code error;
  for (const auto& file : fs::directory_iterator(store, error)) {
    const std::string name = file.path().filename().string();
    const bool index = name.starts_with(kPrefix);
    if (index && !name.starts_with(kept)) fs::remove(file.path(), error);
  }
}

void make(const std::string& store, const std::string& path, Console& console) {
  GivenPlans given = read_plans({store}, {});
  for (const compare::Finding& finding : given.unread) complain(console, finding.message);
  console.err << "index de recherche : " << counted(static_cast<long long>(given.plans.size()), "plan")
              << '\n';
  compare::CompareOptions options;
  options.similar = false;
  const compare::Comparison plans = compare::compare(std::move(given.plans), load_lexicon({}, {}), options);
  write_through(path, [&](const std::string& part) { output::write_database(plans, part); });
}

}  // namespace

StoreIndex::StoreIndex(const std::string& store, Console& console) {
  const std::string name = kPrefix + batch::state_of(store, PST_VERSION).substr(0, kStateDigits) + kSuffix;
  path_ = (fs::path(store) / name).string();
  if (fs::exists(path_)) return;
  if (::access(store.c_str(), W_OK) == 0) {
    make(store, path_, console);
    remove_older(store, name);
  } else {
    passing_ = true;
    path_ = (fs::temp_directory_path() / (std::to_string(::getpid()) + "-" + name)).string();
    make(store, path_, console);
  }
}

StoreIndex::~StoreIndex() {
  std::error_code ignored;
  if (passing_) fs::remove(path_, ignored);
}

}  // namespace pst::cli
