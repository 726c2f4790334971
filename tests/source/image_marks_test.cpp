#include "source/image_marks.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

namespace pst::source {
namespace {

constexpr double kLetter = 20;

/// A white image of 1 bit a pixel.
Image sheet() {
  return Image(pixCreate(800, 200, 1));
}

void fill(Image& image, int x, int y, int width, int height) {
  pixRasterop(image.get(), x, y, width, height, PIX_SET, nullptr, 0, 0);
}

/// Letters on the line whose foot is at 100, from x on: bars 20 high.
void words(Image& image, int x) {
  for (int i = 0; i < 12; ++i) fill(image, x + 16 * i, 80, 10, 20);
}

void disc(Image& image, int x, int y, int radius, int hole = 0) {
  for (int dy = -radius; dy <= radius; ++dy) {
    for (int dx = -radius; dx <= radius; ++dx) {
      const int square = dx * dx + dy * dy;
      if (square <= radius * radius && square >= hole * hole) pixSetPixel(image.get(), x + dx, y + dy, 1);
    }
  }
}

std::string signs(const Image& image) {
  std::string out;
  for (const Mark& mark : find_marks(image, kLetter)) out += mark.sign;
  return out;
}

TEST(ImageMarks, ShapesSayTheSign) {
  Image bullet = sheet(), square = sheet(), ring = sheet();
  words(bullet, 100);
  disc(bullet, 70, 90, 5);
  EXPECT_EQ(signs(bullet), "•");
  words(square, 100);
  fill(square, 60, 72, 28, 28);
  EXPECT_EQ(signs(square), "■");
  words(ring, 100);
  disc(ring, 70, 90, 7, 4);
  EXPECT_EQ(signs(ring), "◦");
}

TEST(ImageMarks, ADashBeforeTheWordsIsOne) {
  Image dash = sheet(), underscore = sheet(), hyphen = sheet();
  words(dash, 100);
  fill(dash, 66, 90, 10, 3);
  EXPECT_EQ(signs(dash), "-");
  words(underscore, 100);
  fill(underscore, 66, 99, 16, 3);
  EXPECT_EQ(signs(underscore), "") << "it stands on the line";
  words(hyphen, 40);
  fill(hyphen, 234, 90, 8, 3);
  words(hyphen, 250);
  EXPECT_EQ(signs(hyphen), "") << "words stand before it";
}

TEST(ImageMarks, FullStopAndLetterAreNone) {
  Image stop = sheet(), letter = sheet(), alone = sheet();
  words(stop, 100);
  disc(stop, 70, 97, 3);
  EXPECT_EQ(signs(stop), "") << "it stands on the line";
  words(letter, 100);
  fill(letter, 70, 80, 8, 20);
  EXPECT_EQ(signs(letter), "");
  disc(alone, 400, 90, 5);
  EXPECT_EQ(signs(alone), "") << "no words beside it";
}

TEST(ImageMarks, DotOfALetterIsNone) {
  Image heading = sheet(), first = sheet();
  // A heading whose letters are twice as high as most; its i is the last but one of a word.
  for (const int x : {60, 85, 110, 180, 240, 265, 290, 315}) fill(heading, x, 70, 12, 44);
  fill(heading, 142, 84, 8, 30);
  disc(heading, 146, 74, 4);
  EXPECT_EQ(signs(heading), "");
  words(first, 100);
  fill(first, 80, 86, 5, 14);
  disc(first, 82, 80, 3);
  EXPECT_EQ(signs(first), "") << "the line begins with it";
}

TEST(ImageMarks, SignWithinALineIsNone) {
  Image image = sheet();
  words(image, 100);
  disc(image, 310, 90, 5);
  words(image, 340);
  EXPECT_EQ(signs(image), "");
}

}  // namespace
}  // namespace pst::source
