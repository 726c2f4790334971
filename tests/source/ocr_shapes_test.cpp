#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "source/ocr_marks.hpp"

namespace pst::source {
namespace {

/// Draws a word on a line whose foot is at 100, 30 pixels high: `|` is a narrow bar, `O` a round letter, `D`
/// a narrow one, `L` a stem on the left with a foot, `1` a stem on the right with one, `.` a dot, `'` one on
/// high.
Word drawn_word(Image& image, const std::string& shapes, const std::string& read) {
  const auto fill = [&](int x, int y, int width, int height) {
    pixRasterop(image.get(), x, y, width, height, PIX_SET, nullptr, 0, 0);
  };
  int x = 20;
  for (const char shape : shapes) {
    int width = 10;
    if (shape == '|') fill(x, 70, width, 30);
    if (shape == 'O') fill(x, 70, width = 30, 30);
    if (shape == 'D') fill(x, 70, width = 20, 30);
    if (shape == 'L' || shape == '1') {
      fill(shape == 'L' ? x : x + 12, 70, 4, 30);
      fill(x, 96, width = 16, 4);
    }
    if (shape == '.') fill(x, 95, width = 5, 5);
    if (shape == '\'') fill(x, 70, width = 5, 8);
    x += width + 6;
  }
  Word word;
  word.text = read;
  word.ink = {20, 70, static_cast<double>(x - 6), 100};
  word.baseline = 100;
  word.row_height = 40;
  return word;
}

std::string settled(const std::string& shapes, const std::string& read) {
  Image image(pixCreate(600, 160, 1));
  Word word = drawn_word(image, shapes, read);
  settle_by_shape(image, word);
  return word.text;
}

TEST(OcrShapes, DotsOverlookedArePutBack) {
  EXPECT_EQ(settled("|.|.D", "1.12"), "1.1.2");
  EXPECT_EQ(settled("|.|.D", "112"), "1.1.2");
  EXPECT_EQ(settled("O.O.|.D", "OO12"), "O.O.1.2");
  EXPECT_EQ(settled("|.D.", "12."), "1.2.");
}

TEST(OcrShapes, DotsReadAreNotDoubled) {
  EXPECT_EQ(settled("|.D.D", "1.2.3"), "1.2.3");
}

TEST(OcrShapes, RoundAndNarrowLettersAreToldApart) {
  EXPECT_EQ(settled("OO|.|", "001.1"), "OO1.1");
  EXPECT_EQ(settled("|D", "1O"), "10");
  EXPECT_EQ(settled("DL1.D", "SLL2"), "SL1.2");
}

TEST(OcrShapes, WhereInkAndLettersDifferNothingChanges) {
  EXPECT_EQ(settled("|.|D", "1122"), "1122") << "letters that touch";
  EXPECT_EQ(settled("|'|", "11"), "11") << "an apostrophe is no dot";
  EXPECT_EQ(settled("|.|.D", "lieu"), "lieu");
}

}  // namespace
}  // namespace pst::source
