// Lines and filled boxes.
#include <gtest/gtest.h>

#include "support/reading_pdf.hpp"

namespace pst::source {
namespace {

using test::read_content;

std::string places(const std::vector<Box>& boxes) {
  std::string out;
  for (const Box& b : boxes) {
    for (const double v : {b.x0, b.y0, b.x1, b.y1}) out += std::to_string(static_cast<int>(v * 10)) + " ";
    out += "; ";
  }
  return out;
}

std::string rules_of(const std::string& content) {
  return places(read_content(content).pages.at(0).rules);
}
std::string fills_of(const std::string& content) {
  return places(read_content(content).pages.at(0).fills);
}

TEST(PdfShapes, StrokesAreRulesAsThickAsTheyAreDrawn) {
  EXPECT_EQ(rules_of("1 w 10 50 m 110 50 l S"), "95 495 1105 505 ; ");
  EXPECT_EQ(rules_of("2 0 0 2 0 0 cm 0.5 w 10 10 m 10 40 l S"), "195 195 205 805 ; ");
}

TEST(PdfShapes, ThinFillsAreRulesOthersAreFills) {
  EXPECT_EQ(rules_of("10 50 100 0.5 re f"), "100 495 1100 500 ; ");
  EXPECT_EQ(fills_of("0.8 g 10 50 100 20 re f"), "100 300 1100 500 ; ");
  EXPECT_EQ(fills_of("0.8 g 10 50 m 110 50 l 110 70 l 10 70 l f*"), "100 300 1100 500 ; ");
}

TEST(PdfShapes, AStrokedRectangleHasFourRules) {
  EXPECT_EQ(read_content("1 w 10 10 50 50 re S").pages.at(0).rules.size(), 4U);
}

TEST(PdfShapes, WhiteTheWholePageSlantsAndCurvesAreNothing) {
  EXPECT_EQ(fills_of("1 g 10 50 100 20 re f"), "");
  EXPECT_EQ(fills_of("0.8 g 0 0 200 100 re f"), "");
  EXPECT_EQ(rules_of("10 10 m 90 90 l S 10 10 m 20 20 30 30 40 10 c S"), "");
}

TEST(PdfShapes, ClippingCuts) {
  EXPECT_EQ(fills_of("0 0 50 100 re W n 0.5 g 10 50 100 20 re f"), "100 300 500 500 ; ");
  EXPECT_EQ(fills_of("q 0 0 50 100 re W n Q 0.5 g 10 50 100 20 re f"), "100 300 1100 500 ; ");
}

TEST(PdfShapes, ADotThatTheClippingCutsIsOneWhileSomeOfItIsSeen) {
  const auto dots_of = [](const std::string& content) {
    return places(read_content(content).pages.at(0).dots);
  };
  EXPECT_EQ(dots_of("50 50 4 4 re f"), "500 460 540 500 ; ");
  EXPECT_EQ(dots_of("52 0 100 100 re W n 50 50 4 4 re f"), "520 460 540 500 ; ");
  EXPECT_EQ(dots_of("53.5 0 100 100 re W n 50 50 4 4 re f"), "");
}

TEST(PdfShapes, ClippingToSeveralRectanglesFillsEach) {
  EXPECT_EQ(fills_of("0 0 50 30 re 60 0 50 30 re W n 0.5 g 0 0 200 20 re f"),
            "0 800 500 1000 ; 600 800 1100 1000 ; ");
  EXPECT_EQ(fills_of("0 0 50 30 re 60 0 50 30 re W n 0 0 80 30 re W n 0.5 g 0 0 200 20 re f"),
            "0 800 500 1000 ; 600 800 800 1000 ; ");
}

TEST(PdfShapes, ColoursCountWhateverTheirSpace) {
  EXPECT_EQ(fills_of("0 0 0 0 k 10 50 100 20 re f"), "");
  EXPECT_EQ(fills_of("/DeviceRGB cs 1 1 1 sc 10 50 100 20 re f"), "");
  EXPECT_EQ(read_content("/DeviceCMYK cs 0 0 0 0.4 scn 10 50 100 20 re f").pages.at(0).fills.size(), 1U);
}

}  // namespace
}  // namespace pst::source
