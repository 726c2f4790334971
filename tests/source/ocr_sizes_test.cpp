#include "source/ocr_sizes.hpp"

#include <gtest/gtest.h>

namespace pst::source {
namespace {

/// A line of type whose x is 10 high, its capitals 14 and its ascenders 15; `times` larger. The row's height
/// is what recognition makes of it: too little where nothing reaches below the line.
void line(std::vector<Word>& words, const std::vector<std::string>& texts, double times, double row_height) {
  bool first = true;
  for (const std::string& text : texts) {
    Word word;
    word.text = text;
    const bool capital = text[0] >= 'A' && text[0] <= 'Z';
    const bool ascender = text.find_first_of("bdfhkl") != std::string::npos;
    word.ink = {0, 100 - times * (capital ? 14 : ascender ? 15 : 10), 50, 100};
    word.baseline = 100;
    word.row_height = row_height;
    word.first = std::exchange(first, false);
    words.push_back(word);
  }
}

TEST(OcrSizes, CapitalsAreAsLargeAsTheTypeTheyAreSetIn) {
  std::vector<Word> words;
  for (int i = 0; i < 4; ++i) line(words, {"Ouvrir", "un", "CPAS", "avec", "des", "locaux"}, 1, 20);
  line(words, {"VOLET", "INTERNE"}, 1.5, 22);
  line(words, {"Accueil", "avec", "des", "mots"}, 1.5, 30);
  const std::vector<double> sizes = type_sizes(words);
  ASSERT_EQ(sizes.size(), words.size());
  EXPECT_NEAR(sizes.front(), 20 / 0.9, 0.5);
  EXPECT_NEAR(sizes[24], sizes.back(), 0.5);
  EXPECT_NEAR(sizes[24], 1.5 * sizes.front(), 0.5);
}

TEST(OcrSizes, WordsThatSayNothingKeepTheRowsHeight) {
  std::vector<Word> words;
  line(words, {"—"}, 1, 18);
  EXPECT_NEAR(type_sizes(words).front(), 20, 0.1);
  EXPECT_TRUE(type_sizes({}).empty());
}

}  // namespace
}  // namespace pst::source
