#include "source/affine.hpp"

#include <gtest/gtest.h>

namespace pst::source {
namespace {

void expect_box(const Box& box, double x0, double y0, double x1, double y1) {
  EXPECT_NEAR(box.x0, x0, 1e-9);
  EXPECT_NEAR(box.y0, y0, 1e-9);
  EXPECT_NEAR(box.x1, x1, 1e-9);
  EXPECT_NEAR(box.y1, y1, 1e-9);
}

TEST(Affine, UserSpaceIsTurnedOverAndMovedToTheCropBox) {
  const Affine to_page = user_to_page({10, 20, 110, 220}, 0, 1);
  expect_box(to_page.map({10, 200, 30, 220}), 0, 0, 20, 20);
  expect_box(to_page.map({90, 20, 110, 40}), 80, 180, 100, 200);
}

TEST(Affine, RotatedPagesAreTurnedClockwise) {
  const Box crop{0, 0, 100, 200};
  const Box top_left{0, 190, 10, 200};  // as the page lies unrotated
  expect_box(user_to_page(crop, 90, 1).map(top_left), 190, 0, 200, 10);
  expect_box(user_to_page(crop, 180, 1).map(top_left), 90, 190, 100, 200);
  expect_box(user_to_page(crop, 270, 1).map(top_left), 0, 90, 10, 100);
  expect_box(user_to_page(crop, -90, 1).map(top_left), 0, 90, 10, 100);
}

TEST(Affine, UserUnitEnlarges) {
  expect_box(user_to_page({0, 0, 100, 200}, 0, 2).map({0, 0, 100, 200}), 0, 0, 200, 400);
}

TEST(Affine, PictureOfTheWholePageFallsOnThePage) {
  const Affine placed{595, 0, 0, 842, 0, 0};
  const Affine pixels = pixels_to_unit(1240, 1754).then(placed).then(user_to_page({0, 0, 595, 842}, 0, 1));
  expect_box(pixels.map({0, 0, 1240, 1754}), 0, 0, 595, 842);
  expect_box(pixels.map({0, 0, 620, 877}), 0, 0, 297.5, 421);
}

TEST(Affine, QuarterTurnsUndoOneAnother) {
  for (const int degrees : {0, 90, 180, 270}) {
    const bool sideways = degrees % 180 != 0;
    const Affine there = quarter_turn(degrees, 30, 50);
    const Affine back = quarter_turn(360 - degrees, sideways ? 50 : 30, sideways ? 30 : 50);
    expect_box(there.then(back).map({1, 2, 3, 4}), 1, 2, 3, 4);
  }
}

TEST(Affine, OnlyQuarterTurnsAreUpright) {
  EXPECT_TRUE((Affine{0, 2, -2, 0, 5, 5}.upright()));
  EXPECT_FALSE((Affine{1, 0.2, -0.2, 1, 0, 0}.upright()));
}

TEST(Affine, ShareCovered) {
  EXPECT_DOUBLE_EQ(share_covered({0, 0, 5, 10}, {0, 0, 10, 10}), 0.5);
  EXPECT_DOUBLE_EQ(share_covered({20, 0, 30, 10}, {0, 0, 10, 10}), 0);
}

}  // namespace
}  // namespace pst::source
