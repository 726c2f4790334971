#include "source/page_image.hpp"

#include <gtest/gtest.h>

#include "support/scan_pdf.hpp"

namespace pst::source {
namespace {

int value_at(const Image& image, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(image.get(), x, y, &value);
  return static_cast<int>(value);
}

/// White, but for a black square in the top left corner.
Image marked(int width, int height) {
  Image image = blank_image(width, height);
  pixRasterop(image.get(), 0, 0, 10, 10, PIX_CLR, nullptr, 0, 0);
  return image;
}

TEST(PageImage, PictureOfThePageIsTakenAsStored) {
  const Image image = marked(100, 140);
  const std::string pdf = scan_pdf(samples_of(image), 100, 140);
  PageImages images(pdf, "");
  const Survey survey = images.survey(1);
  ASSERT_EQ(survey.pictures.size(), 1U);
  EXPECT_NEAR(survey.pictures[0].resolution(), 12.1, 0.1);
  const auto page = images.image(1, survey);
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->stored);
  l_int32 same = 0;
  pixEqual(page->pixels.get(), image.get(), &same);
  EXPECT_TRUE(same);
  const Box corner = page->to_page.map({0, 0, 10, 10});
  EXPECT_NEAR(corner.x1, 59.5, 0.01);
  EXPECT_NEAR(corner.y1, 60.14, 0.01);
}

TEST(PageImage, RotatedPageGivesTheImageAsShown) {
  const std::string pdf = scan_pdf(samples_of(marked(100, 140)), 100, 140, {.rotate = 90});
  PageImages images(pdf, "");
  const auto page = images.image(1, images.survey(1));
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->stored);
  EXPECT_EQ(pixGetWidth(page->pixels.get()), 140);
  EXPECT_LT(value_at(page->pixels, 137, 3), 50) << "the mark is at the top right now";
  EXPECT_GT(value_at(page->pixels, 3, 3), 200);
  EXPECT_NEAR(page->to_page.map({0, 0, 140, 100}).x1, 842, 0.01);
}

TEST(PageImage, PageWithMoreThanAPictureIsRendered) {
  const std::string pdf =
      scan_pdf(samples_of(marked(200, 280)), 200, 280, {.more_content = "0 g 500 0 95 95 re f"});
  PageImages images(pdf, "");
  const Survey survey = images.survey(1);
  EXPECT_EQ(survey.drawn, 1);
  const auto page = images.image(1, survey);
  ASSERT_TRUE(page);
  EXPECT_FALSE(page->stored);
  const int width = pixGetWidth(page->pixels.get()), height = pixGetHeight(page->pixels.get());
  EXPECT_LT(value_at(page->pixels, width - 3, height - 3), 50);
  EXPECT_LT(value_at(page->pixels, 3, 3), 50);
  EXPECT_NEAR(page->to_page.map({0, 0, double(width), double(height)}).y1, 842, 0.01);
}

TEST(PageImage, DecodeArrayAndPaletteAreApplied) {
  PdfPictures::Stored stored;
  stored.bits = 1;
  stored.bytes = std::string("\x80", 1);
  EXPECT_EQ(value_at(decode(stored, 2, 1), 0, 0), 255);
  stored.inverted = true;
  EXPECT_EQ(value_at(decode(stored, 2, 1), 0, 0), 0);
  stored.inverted = false;
  stored.palette = std::string("\xFF\xFF\xFF\x00\x00\x00", 6);
  EXPECT_EQ(value_at(decode(stored, 2, 1), 0, 0), 0);
  EXPECT_EQ(value_at(decode(stored, 2, 1), 1, 0), 255);
}

TEST(PageImage, FaxIsRead) {
  Image image(pixCreate(64, 32, 1));
  pixRasterop(image.get(), 8, 8, 16, 16, PIX_SET, nullptr, 0, 0);
  l_uint8* file = nullptr;
  std::size_t size = 0;
  ASSERT_EQ(pixWriteMemTiff(&file, &size, image.get(), IFF_TIFF_G4), 0);
  // The strip is what a PDF holds: it stands between the header and the directory.
  const std::size_t directory = file[4] | file[5] << 8 | file[6] << 16 | file[7] << 24;
  PdfPictures::Stored stored;
  stored.filter = "CCITT";
  stored.fax_k = -1;
  stored.bytes.assign(reinterpret_cast<char*>(file) + 8, directory - 8);
  lept_free(file);
  const Image read = decode(stored, 64, 32);
  ASSERT_TRUE(read);
  EXPECT_EQ(value_at(read, 10, 10), 0);
  EXPECT_EQ(value_at(read, 40, 10), 255);
}

TEST(PageImage, DamagedOrOversizedPicturesGiveNone) {
  PdfPictures::Stored stored;
  stored.bytes = "ab";
  EXPECT_FALSE(decode(stored, 100, 100));
  for (const char* filter : {"DCT", "JPX", "CCITT"}) {
    stored.filter = filter;
    EXPECT_FALSE(decode(stored, 100, 100)) << filter;
  }
}

TEST(PageImage, WhatIsNoPdfHasNoPages) {
  PageImages images("no PDF", "");
  const Survey survey = images.survey(1);
  EXPECT_TRUE(survey.pictures.empty());
  EXPECT_FALSE(images.image(1, survey));
}

}  // namespace
}  // namespace pst::source
