#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "source/ocr_marks.hpp"
#include "source/ocr_runs.hpp"

namespace pst::source {
namespace {

/// Draws a word on a line whose foot is at 100, 30 pixels high: `|` is a narrow bar, `O` a round letter, `Q`
/// one less round, `D` a narrow one, `L` a stem on the left with a foot, `1` a stem on the right with one,
/// `I` a stem with serifs above and below, `l` one with a flag on its left, `.` a dot, `'` one on high, `i` a
/// lower bar with a dot, `c` a narrow letter as low as x.
Word drawn_word(Image& image, const std::string& shapes, const std::string& read) {
  const auto fill = [&](int x, int y, int width, int height) {
    pixRasterop(image.get(), x, y, width, height, PIX_SET, nullptr, 0, 0);
  };
  int x = 20;
  for (const char shape : shapes) {
    int width = 10;
    if (shape == '|') fill(x, 70, width, 30);
    if (shape == 'O') fill(x, 70, width = 30, 30);
    if (shape == 'Q') fill(x, 70, width = 24, 30);
    if (shape == 'Z') {
      for (const int y : {70, 97}) fill(x, y, width = 16, 3);
      for (int step = 0; step < 8; ++step) fill(x + 13 - 2 * step, 72 + 3 * step, 4, 5);
    }
    if (shape == 'D') fill(x, 70, width = 20, 30);
    if (shape == 'L' || shape == '1') {
      fill(shape == 'L' ? x : x + 12, 70, 4, 30);
      fill(x, 96, width = 16, 4);
    }
    if (shape == 'I' || shape == 'l') {
      fill(x + 6, 70, 4, 30);
      fill(x, 70, shape == 'I' ? 16 : 8, 3);
      fill(x, 97, width = 16, 3);
    }
    if (shape == 'i') {
      fill(x, 70, width = 4, 5);
      fill(x, 80, width, 20);
    }
    if (shape == 'c') fill(x, 80, width = 16, 20);
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

TEST(OcrShapes, LettersAsTallAsTheFiguresBesideThemAreCapitals) {
  EXPECT_EQ(settled("OD|", "oS1"), "OS1");
  EXPECT_EQ(settled("ODD", "os2"), "OS2");
  EXPECT_EQ(settled("I.D.c", "I.2.c"), "I.2.c") << "lower than the figure";
}

TEST(OcrShapes, RomanOnesHaveSerifsOnBothSides) {
  EXPECT_EQ(settled("I.l.D", "L.1.2"), "I.1.2");
  EXPECT_EQ(settled("I.l.D", "1.1.2"), "I.1.2");
  EXPECT_EQ(settled("II.l.D.", "IL1.2."), "II.1.2.");
  EXPECT_EQ(settled("I.l.D.", "L.L.a."), "I.1.a.") << "what has none is a figure";
  EXPECT_EQ(settled("I.D.", "[L.2."), "I.2.") << "one letter taken for two";
}

TEST(OcrShapes, FiguresWithAStemAreNoZ) {
  EXPECT_EQ(settled("DDl.D", "SAZ.2"), "SA1.2");
  EXPECT_EQ(settled("DDZ.D", "SAZ.2"), "SAZ.2");
}

TEST(OcrShapes, RoundLettersBesideOneAnotherAreTheSame) {
  EXPECT_EQ(settled("QQ", "O0"), "OO");
  EXPECT_EQ(settled("Q.Q.|", "O.0.1"), "O.O.1");
  EXPECT_EQ(settled("O.D.|", "O.0.1"), "O.0.1");
}

TEST(OcrShapes, LettersMoreOrFewerThanTheInkShowAreAContradiction) {
  const auto contradicts = [](const std::string& shapes, const std::string& read) {
    Image image(pixCreate(600, 160, 1));
    return contradicts_ink(image, drawn_word(image, shapes, read));
  };
  EXPECT_TRUE(contradicts("|.|", "1."));
  EXPECT_TRUE(contradicts("D.D", "2,"));
  EXPECT_FALSE(contradicts("D.D", "2.3"));
  EXPECT_FALSE(contradicts("D.D", "23")) << "dots are another matter";
  EXPECT_FALSE(contradicts("DDDD", "lu")) << "no figure";
}

TEST(OcrShapes, AsManyLettersAsTheInkShowsAreNoSpeck) {
  Image image(pixCreate(600, 160, 1));
  Word word = drawn_word(image, "OD.", "OS.");
  word.confidence = 0;
  EXPECT_TRUE(is_speck(word));
  settle_by_shape(image, word);
  EXPECT_FALSE(is_speck(word));
}

TEST(OcrShapes, OneHighStrokeIsACapital) {
  const auto raised = [](const std::string& shapes, const std::string& before) {
    Image image(pixCreate(600, 160, 1));
    Word word = drawn_word(image, shapes, "index"), other;
    other.text = before;
    raise_first_letter(image, word, &other);
    return word.text;
  };
  EXPECT_EQ(raised("|OOOO", ":"), "Index");
  EXPECT_EQ(raised("|OOOO", "•"), "Index");
  EXPECT_EQ(raised("iOOOO", ":"), "index");
  EXPECT_EQ(raised("|OOOO", "son"), "index") << "its dot may touch";
}

TEST(OcrShapes, WhereInkAndLettersDifferNothingChanges) {
  EXPECT_EQ(settled("|.|D", "1122"), "1122") << "letters that touch";
  EXPECT_EQ(settled("|'|", "11"), "11") << "an apostrophe is no dot";
  EXPECT_EQ(settled("|.|.D", "lieu"), "lieu");
}

}  // namespace
}  // namespace pst::source
