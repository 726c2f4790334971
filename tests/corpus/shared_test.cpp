// Plans as published, where they are at hand: texts in plans/, gold in gold/ of a folder that the project
// does not ship. It is $PST_SHARED, else `shared` beside the project.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "corpus/plans.hpp"
#include "corpus/thresholds.hpp"

namespace pst::corpus {
namespace {

namespace fs = std::filesystem;

fs::path shared_folder() {
  const char* given = std::getenv("PST_SHARED");
  return given != nullptr ? fs::path(given) : fs::path(PST_SOURCE_DIR).parent_path() / "shared";
}

TEST(PublishedPlans, AreReadAsTheGoldSays) {
  const fs::path folder = shared_folder();
  if (!fs::is_directory(folder / "plans") || !fs::is_directory(folder / "gold")) {
    GTEST_SKIP() << "no published plans in " << folder
                 << " (set PST_SHARED to a folder with plans/ and gold/)";
  }
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(folder / "gold")) {
    if (entry.path().extension() != ".json") continue;
    const std::string name = entry.path().stem().string();
    const std::string text = (folder / "plans" / (name + ".txt")).string();
    ASSERT_TRUE(fs::exists(text)) << text;
    Thresholds least;
    // Recognised text: what cannot be repaired with certainty stays as it was read.
    if (name.ends_with("-ocr")) least.exact_title = 0.92;
    const Gold gold = load_gold(entry.path().string());
    expect_reaches(compare(gold, read_plan(file_bytes(text), name + ".txt").plan), least, name);
    ++seen;
  }
  EXPECT_GE(seen, 5) << "plans with gold in " << folder;
}

}  // namespace
}  // namespace pst::corpus
