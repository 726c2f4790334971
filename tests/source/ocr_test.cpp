#include "source/ocr.hpp"

#include <gtest/gtest.h>

#include "source/error.hpp"
#include "source/ocr_engine.hpp"
#include "source/ocr_image.hpp"
#include "support/scan_pdf.hpp"

namespace pst::source {
namespace {

const std::vector<std::string> kLines{"Objectif 1 : accueillir tous les citoyens",
                                      "Action 1 : ouvrir une salle de lecture",
                                      "Action 2 : organiser une visite annuelle"};

Document one_page() {
  Document document;
  document.file = "scan.pdf";
  document.pages.push_back({.number = 1, .width = 595, .height = 842, .runs = {}});
  return document;
}

std::string text_of(const Page& page) {
  std::string out;
  for (const source::Run& run : page.runs)
    out += (run.space_before ? " " : out.empty() ? "" : "\n") + std::string(run.text);
  return out;
}

bool has_tessdata() {
  try {
    find_tessdata();
    return true;
  } catch (const Error&) {
    return false;
  }
}

TEST(OcrImage, SkewIsUndone) {
  const Image straight = drawn(kLines, 1240, 600);
  constexpr float kRadians = 0.035F;  // two degrees
  const Image skewed(pixRotate(straight.get(), kRadians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  EXPECT_NEAR(make_ready(skewed, 0).skew, -2.0, 0.2);
  EXPECT_EQ(make_ready(straight, 0).skew, 0);
}

TEST(OcrImage, SmallLettersAreEnlarged) {
  const ReadyImage small = make_ready(drawn(kLines, 496, 240, 0.4), 0);
  const ReadyImage large = make_ready(drawn(kLines, 1240, 600), 0);
  EXPECT_GT(small.letter_height, 15);
  EXPECT_NEAR(small.to_original.map({0, 0, double(pixGetWidth(small.grey.get())), 1}).x1, 496, 1);
  EXPECT_NEAR(large.to_original.map({0, 0, double(pixGetWidth(large.grey.get())), 1}).x1, 1240, 1);
}

TEST(OcrImage, SquaredPaperOfDotsIsHopeless) {
  Image image = drawn({}, 1240, 1754);
  for (int y = 10; y < 1740; y += 10) {
    for (int x = 10; x < 1230; x += 10) pixRasterop(image.get(), x, y, 5, 5, PIX_CLR, nullptr, 0, 0);
  }
  EXPECT_TRUE(make_ready(image, 0).hopeless);
  EXPECT_FALSE(make_ready(drawn(kLines, 1240, 600), 0).hopeless);
}

TEST(OcrImage, TurnedImageMapsBack) {
  const Image image = drawn(kLines, 1240, 600);
  const Image upside_down(pixRotateOrth(image.get(), 2));
  const ReadyImage ready = make_ready(upside_down, 180);
  const Box corner = ready.to_original.map({0, 0, 10, 10});
  EXPECT_NEAR(corner.x1, 1240, 1);
  EXPECT_NEAR(corner.y1, 600, 1);
}

TEST(OcrImage, LettersSayHowThePageIsTurned) {
  std::vector<std::string> lines;
  for (int i = 0; i < 8; ++i) lines.insert(lines.end(), kLines.begin(), kLines.end());
  const Image image = drawn(lines, 1240, 1800);
  for (const int quarters : {0, 1, 2, 3}) {
    const Image turned(quarters == 0 ? pixClone(image.get()) : pixRotateOrth(image.get(), quarters));
    const std::optional<int> needed = turn_of_letters(make_ready(turned, 0));
    ASSERT_TRUE(needed) << quarters;
    EXPECT_EQ(*needed, (360 - 90 * quarters) % 360);
  }
  EXPECT_FALSE(turn_of_letters(make_ready(blank_image(400, 300), 0)));
}

TEST(OcrImage, RulesAreTakenOutAndCellsFound) {
  Image image = drawn({}, 1240, 600);
  const Image text = drawn(kLines, 1240, 600);
  pixRasterop(image.get(), 0, 0, 1240, 600, PIX_SRC & PIX_DST, text.get(), 0, 0);
  for (const int y : {400, 470, 540}) pixRasterop(image.get(), 100, y, 800, 4, PIX_CLR, nullptr, 0, 0);
  for (const int x : {100, 500, 896}) pixRasterop(image.get(), x, 400, 4, 144, PIX_CLR, nullptr, 0, 0);
  const ReadyImage ready = make_ready(image, 0);
  EXPECT_EQ(ready.rules.size(), 6U);
  ASSERT_EQ(ready.cells.size(), 4U);
  l_uint32 value = 0;
  const double scale = pixGetWidth(ready.grey.get()) / 1240.0;
  pixGetPixel(ready.grey.get(), static_cast<int>(300 * scale), static_cast<int>(402 * scale), &value);
  EXPECT_GT(value, 200U);
}

TEST(OcrImage, BrokenLinesAreRulesAndTextIsNone) {
  Image image = drawn({}, 1240, 600);
  const Image text = drawn(kLines, 1240, 600);
  pixRasterop(image.get(), 0, 0, 1240, 600, PIX_SRC & PIX_DST, text.get(), 0, 0);
  // Crumbs of lines that the paper's grain has eaten.
  for (const int y : {400, 470, 540}) {
    for (int x = 100; x < 900; ++x) {
      if (x % 24 < 20) pixRasterop(image.get(), x, y, 1, 2, PIX_CLR, nullptr, 0, 0);
    }
  }
  for (const int x : {100, 500, 898}) {
    for (int y = 400; y < 541; ++y) {
      if (y % 24 < 20) pixRasterop(image.get(), x, y, 2, 1, PIX_CLR, nullptr, 0, 0);
    }
  }
  const ReadyImage ready = make_ready(image, 0);
  EXPECT_EQ(ready.rules.size(), 6U);
  EXPECT_EQ(ready.cells.size(), 4U);
}

TEST(OcrImage, SidesOfARowAloneAreRules) {
  Image image = drawn(kLines, 1240, 600);
  pixRasterop(image.get(), 100, 470, 800, 4, PIX_CLR, nullptr, 0, 0);
  for (const int x : {100, 500, 896}) pixRasterop(image.get(), x, 400, 4, 70, PIX_CLR, nullptr, 0, 0);
  pixRasterop(image.get(), 1100, 100, 4, 70, PIX_CLR, nullptr, 0, 0);
  EXPECT_EQ(make_ready(image, 0).rules.size(), 4U) << "what meets no other rule is a stem";
}

TEST(Ocr, PageOfLinesIsReadWithItsPlaces) {
  if (!has_tessdata()) GTEST_SKIP() << "no French for Tesseract: install tesseract-ocr-fra";
  const Image image = drawn(kLines, 1240, 600);
  const std::string pdf = scan_pdf(samples_of(image), 1240, 600, {.width = 595, .height = 288});
  Document document = one_page();
  document.pages[0].height = 288;
  int told = 0;
  OcrOptions options;
  options.threads = 1;
  options.progress = [&](int done, int pages) { told += done == 1 && pages == 1; };
  read_scans(pdf, document, options);
  const Page& page = document.pages[0];
  EXPECT_TRUE(page.read_by_ocr);
  EXPECT_EQ(text_of(page), kLines[0] + "\n" + kLines[1] + "\n" + kLines[2]);
  EXPECT_EQ(told, 1);
  ASSERT_TRUE(document.ocr_confidence);
  EXPECT_GT(*document.ocr_confidence, 0.7);
  for (const source::Run& run : page.runs) {
    ASSERT_TRUE(run.box);
    EXPECT_GE(run.box->x0, 0);
    EXPECT_LE(run.box->x1, 595);
    EXPECT_GE(run.confidence, 0);
    EXPECT_LE(run.confidence, 1);
    EXPECT_GT(run.style.size, 5);
  }
  const source::Run& first = page.runs.front();
  EXPECT_NEAR(first.box->x0, 40.0 * 595 / 1240, 3) << "where the first letter was drawn";
}

TEST(Ocr, PageOnItsSideIsReadUpright) {
  if (!has_tessdata()) GTEST_SKIP() << "no French for Tesseract: install tesseract-ocr-fra";
  std::vector<std::string> lines = kLines;
  for (int i = 0; i < 3; ++i) lines.insert(lines.end(), kLines.begin(), kLines.end());
  const Image image = drawn(lines, 1240, 1000);
  const Image turned(pixRotateOrth(image.get(), 1));
  const std::string pdf = scan_pdf(samples_of(turned), 1000, 1240, {.width = 480, .height = 595});
  Document document = one_page();
  document.pages[0].width = 480;
  document.pages[0].height = 595;
  OcrOptions options;
  options.threads = 1;
  read_scans(pdf, document, options);
  const Page& page = document.pages[0];
  EXPECT_EQ(text_of(page).substr(0, kLines[0].size()), kLines[0]);
  ASSERT_FALSE(page.runs.empty());
  EXPECT_EQ(page.runs.front().turn, 90) << "as the page is shown, its lines run downwards";
  ASSERT_TRUE(page.runs.front().box);
  EXPECT_GT(page.runs.front().box->x0, 400) << "the first line is the rightmost";
}

TEST(Ocr, NeverSaysWhatToDo) {
  const std::string pdf = scan_pdf(samples_of(blank_image(100, 140)), 100, 140);
  Document document = one_page();
  OcrOptions options;
  options.mode = OcrMode::never;
  try {
    read_scans(pdf, document, options);
    FAIL() << "a scan without OCR has nothing to read";
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("--ocr auto"), std::string::npos);
  }
}

TEST(Ocr, TextIsLeftAlone) {
  Document document = one_page();
  for (int i = 0; i < 30; ++i) {
    for (const char* word : {"le", "plan", "de", "la", "commune"}) {
      source::Run run;
      run.text = word;
      run.space_before = true;
      document.pages[0].runs.push_back(run);
    }
  }
  read_scans("no PDF at all", document, {});
  EXPECT_FALSE(document.pages[0].read_by_ocr);
  EXPECT_FALSE(document.ocr_confidence);
}

}  // namespace
}  // namespace pst::source
