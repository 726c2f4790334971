// pst page as PNG: the drawing itself, as another program reads it.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>

#include "cli/run_pst.hpp"
#include "support/pdf_builder.hpp"

namespace pst::test {
namespace {

using Picture = std::unique_ptr<Pix, void (*)(Pix*)>;

Picture read_picture(const std::string& png) {
  return {pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size()),
          [](Pix* pix) { pixDestroy(&pix); }};
}

/// How many dots of a part of the picture are nearly black, as letters are.
int black_dots(Pix* picture, int x, int y, int width, int height) {
  int count = 0;
  for (int row = y; row < y + height; ++row) {
    for (int column = x; column < x + width; ++column) {
      l_int32 red = 255, green = 255, blue = 255;
      pixGetRGBPixel(picture, column, row, &red, &green, &blue);
      count += std::max({red, green, blue}) < 80 ? 1 : 0;
    }
  }
  return count;
}

/// Draws the first page of `pdf` as PNG; Fontconfig keeps the fonts it has seen until the program ends, which
/// a sanitized build would report.
std::string drawn(const PdfBuilder& pdf) {
  const TempFolder folder;
  folder.write("plan.pdf", pdf.bytes());
  const std::string known = "suppressions=" + folder.write("leaks", "leak:libfontconfig\n");
  const Ran ran = run_pst({"page", folder / "plan.pdf", "1", "-o", folder / "page.png", "--ocr", "never"}, "",
                          {{"LSAN_OPTIONS", known}});
  EXPECT_EQ(ran.status, 0) << ran.err;
  return folder.read("page.png");
}

TEST(Page, IsDrawnAsPng) {
  PdfBuilder pdf;
  const std::string font = helvetica(pdf);
  pdf.add_page("BT /F 12 Tf 20 50 Td (Action 1 : ouvrir) Tj ET", font);
  const std::string png = drawn(pdf);
  EXPECT_TRUE(png.starts_with("\x89PNG\r\n\x1a\n"));
  const Picture picture = read_picture(png);
  ASSERT_NE(picture, nullptr);
  // Two dots a point; 22 points of legend stand above the page.
  EXPECT_EQ(pixGetWidth(picture.get()), 400);
  EXPECT_EQ(pixGetHeight(picture.get()), 244);
  EXPECT_GT(black_dots(picture.get(), 40, 122, 190, 24), 100) << "the words where they stand";
  EXPECT_EQ(black_dots(picture.get(), 40, 170, 300, 60), 0) << "nothing below them";
}

TEST(Page, PngHasBounds) {
  PdfBuilder pdf;
  pdf.add_page("", "", "/MediaBox [0 0 14400 144]");
  const Picture picture = read_picture(drawn(pdf));
  ASSERT_NE(picture, nullptr);
  EXPECT_EQ(pixGetWidth(picture.get()), 8000);
}

}  // namespace
}  // namespace pst::test
