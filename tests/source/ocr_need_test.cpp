#include "source/ocr_need.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace pst::source {
namespace {

Page page_of(const std::vector<std::string>& words, std::deque<std::string>& storage, bool invisible) {
  Page page;
  for (const std::string& word : words) {
    source::Run run;
    run.text = storage.emplace_back(word);
    run.space_before = true;
    run.invisible = invisible;
    page.runs.push_back(run);
  }
  return page;
}

std::vector<std::string> repeated(const std::vector<std::string>& words, int times) {
  std::vector<std::string> out;
  for (int i = 0; i < times; ++i) out.insert(out.end(), words.begin(), words.end());
  return out;
}

const std::vector<std::string> kFrench{"Faire", "un", "état", "des", "lieux", "de", "la", "commune"};
const std::vector<std::string> kBroken{"Gbjsf", "vo", "fubu", "eft", "mjfvy", "ef", "mb", "dpnnvof"};

Survey with_picture(double share) {
  Survey survey;
  survey.width = survey.height = 100;
  Picture picture;
  picture.width = picture.height = 100;
  picture.to_page = {share, 0, 0, 1, 0, 0};
  survey.pictures.push_back(picture);
  return survey;
}

TEST(OcrNeed, LayerIsJudgedByItsWords) {
  const text::Repairer french;
  if (!french.available()) GTEST_SKIP() << "no French dictionary: install hunspell-fr";
  std::deque<std::string> storage;
  EXPECT_EQ(layer_of(page_of({}, storage, false), french), Layer::empty);
  EXPECT_EQ(layer_of(page_of({"Plan", "2019"}, storage, false), french), Layer::thin);
  EXPECT_EQ(layer_of(page_of(repeated(kFrench, 10), storage, false), french), Layer::sound);
  EXPECT_EQ(layer_of(page_of(repeated(kFrench, 10), storage, true), french), Layer::behind);
  EXPECT_EQ(layer_of(page_of(repeated(kBroken, 10), storage, false), french), Layer::poor);
}

TEST(OcrNeed, AnotherProgramsOcrMustBeBetterThanShownText) {
  const text::Repairer french;
  if (!french.available()) GTEST_SKIP() << "no French dictionary: install hunspell-fr";
  std::deque<std::string> storage;
  std::vector<std::string> words = repeated(kFrench, 9);
  words.insert(words.end(), kBroken.begin(), kBroken.end());
  EXPECT_EQ(layer_of(page_of(words, storage, false), french), Layer::sound);
  EXPECT_EQ(layer_of(page_of(words, storage, true), french), Layer::poor);
}

TEST(OcrNeed, PicturesSayWhetherItIsWorthIt) {
  EXPECT_TRUE(worth_reading(Layer::empty, with_picture(0.9), false));
  EXPECT_FALSE(worth_reading(Layer::empty, with_picture(0.1), false));
  EXPECT_FALSE(worth_reading(Layer::empty, {}, false)) << "a blank page";
  EXPECT_FALSE(worth_reading(Layer::sound, with_picture(1), false));
  EXPECT_TRUE(worth_reading(Layer::poor, {}, true));
}

TEST(OcrNeed, LayerBehindAScanIsHeldAgainstIt) {
  EXPECT_TRUE(worth_reading(Layer::behind, with_picture(1), true));
  EXPECT_FALSE(worth_reading(Layer::behind, with_picture(0.3), false)) << "no scan to ask";
}

TEST(OcrNeed, StampedScanIsReadAndAnIllustratedCoverIsNot) {
  EXPECT_TRUE(worth_reading(Layer::thin, with_picture(1), false));
  EXPECT_FALSE(worth_reading(Layer::thin, with_picture(1), true));
  EXPECT_FALSE(worth_reading(Layer::thin, with_picture(0.3), false));
}

TEST(OcrNeed, PiecesOfAWordAreOneWord) {
  std::deque<std::string> storage;
  Page page = page_of({"com", "mune", "plan"}, storage, false);
  page.runs[0].box = Box{0, 0, 30, 10};
  page.runs[1].box = Box{30, 0, 60, 10};
  page.runs[2].box = Box{64, 0, 90, 10};
  page.runs[1].space_before = false;
  for (auto& run : page.runs) run.style.size = 10;
  EXPECT_EQ(words_of(page), (std::vector<std::string>{"commune", "plan"}));
}

}  // namespace
}  // namespace pst::source
