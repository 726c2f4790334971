#include "source/image_specks.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

namespace pst::source {
namespace {

constexpr double kLetter = 20;

/// A page's grey image and its ink, on which the same is drawn.
struct Sheet {
  Image grey{pixCreate(1000, 1000, 8)}, ink{pixCreate(1000, 1000, 1)};

  Sheet() { pixSetAll(grey.get()); }

  void fill(int x, int y, int width, int height) {
    pixRasterop(ink.get(), x, y, width, height, PIX_SET, nullptr, 0, 0);
    pixRasterop(grey.get(), x, y, width, height, PIX_CLR, nullptr, 0, 0);
  }

  bool dark(int x, int y) const {
    l_uint32 on = 0, level = 255;
    pixGetPixel(ink.get(), x, y, &on);
    pixGetPixel(grey.get(), x, y, &level);
    EXPECT_EQ(on == 1, level == 0) << "both images say the same";
    return on == 1;
  }

  /// Twenty i, 15 high, their dots 4 by 4, and a full stop behind them.
  void line() {
    for (int i = 0; i < 20; ++i) {
      fill(100 + 12 * i, 100, 4, 15);
      fill(100 + 12 * i, 93, 4, 4);
    }
    fill(342, 111, 4, 4);
  }

  /// Specks of 2 by 2 far from any letter.
  void strew() {
    for (int i = 0; i < 25; ++i) fill(50 + 150 * (i % 5), 300 + 120 * (i / 5), 2, 2);
  }
};

TEST(ImageSpecks, FineOnesAmongLettersGoWithThoseThatStandAlone) {
  Sheet sheet;
  sheet.line();
  sheet.strew();
  sheet.fill(150, 87, 2, 2);
  sheet.fill(155, 104, 2, 2);
  take_fine_specks(sheet.grey, sheet.ink, kLetter);
  EXPECT_FALSE(sheet.dark(150, 87)) << "above a dot";
  EXPECT_FALSE(sheet.dark(155, 104)) << "between two stems";
  EXPECT_TRUE(sheet.dark(100, 93)) << "the dot of an i";
  EXPECT_TRUE(sheet.dark(343, 112)) << "a full stop";
}

TEST(ImageSpecks, ACleanPageKeepsItsSmallestDots) {
  Sheet sheet;
  sheet.line();
  sheet.fill(150, 87, 2, 2);
  take_fine_specks(sheet.grey, sheet.ink, kLetter);
  EXPECT_TRUE(sheet.dark(150, 87));
}

TEST(ImageSpecks, DotsAsSmallAsTheSpecksStay) {
  Sheet sheet;
  for (int i = 0; i < 20; ++i) {
    sheet.fill(100 + 12 * i, 100, 4, 15);
    sheet.fill(101 + 12 * i, 95, 2, 2);
  }
  sheet.strew();
  take_fine_specks(sheet.grey, sheet.ink, kLetter);
  EXPECT_TRUE(sheet.dark(101, 95));
}

TEST(ImageSpecks, WhatStandsAloneAndIsNoLargerThanADotGoes) {
  Sheet sheet;
  sheet.line();
  sheet.fill(600, 600, 5, 5);
  sheet.fill(700, 700, 12, 12);
  take_specks(sheet.grey, sheet.ink, kLetter);
  EXPECT_FALSE(sheet.dark(600, 600));
  EXPECT_TRUE(sheet.dark(700, 700));
  EXPECT_TRUE(sheet.dark(343, 112));
}

}  // namespace
}  // namespace pst::source
