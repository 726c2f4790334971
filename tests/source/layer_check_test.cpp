#include "source/layer_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "source/error.hpp"
#include "support/scan_pdf.hpp"

namespace pst::source {
namespace {

const std::vector<std::string> kLines{
    "1.1. accueillir tous les citoyens",  "1.2. ouvrir une salle de lecture",
    "1.3. organiser une visite annuelle", "1.4. tenir un registre des dons",
    "1.5. former les nouveaux agents",    "1.6. louer une seconde camionnette"};

/// An image of lines, and a layer that says the same: the words of each, spread over its ink.
struct Scan {
  explicit Scan(const std::vector<std::string>& said) : image(make_ready(drawn(kLines, 1240, 600), 0)) {
    page.width = 1240;
    page.height = 600;
    const std::vector<Box> lines = ink_lines();
    for (std::size_t i = 0; i < said.size() && i < lines.size(); ++i) add(said[i], lines[i]);
  }

  /// Where the lines stand, in pixels of the image as it was given.
  std::vector<Box> ink_lines() const {
    std::vector<Box> lines;
    for (const Box& box : ink_alone(image.ink, static_cast<int>(image.letter_height))) {
      lines.push_back(image.to_original.map(box));
    }
    std::ranges::sort(lines, {}, &Box::y0);
    return lines;
  }

  void add(const std::string& line, const Box& at) {
    const double letter = (at.x1 - at.x0) / static_cast<double>(line.size());
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      source::Run run;
      run.text = storage.emplace_back(line.substr(begin, end - begin));
      run.box = Box{at.x0 + letter * static_cast<double>(begin), at.y0,
                    at.x0 + letter * static_cast<double>(end), at.y1};
      run.invisible = run.space_before = true;
      page.runs.push_back(run);
      begin = end + 1;
    }
  }

  ReadyImage image;
  std::deque<std::string> storage;
  Page page;
};

TEST(LayerCheck, LayerOfTheSamePlacesHolds) {
  const Scan scan(kLines);
  const LayerCheck check = hold_against(scan.page, scan.image, {});
  EXPECT_GT(check.letters, 100);
  EXPECT_LT(check.bare, 10);
  EXPECT_FALSE(check.contradicted());
  EXPECT_EQ(check.labels_said.size(), kLines.size());
}

TEST(LayerCheck, LettersUnderNoWordContradict) {
  const Scan scan({kLines.begin(), kLines.begin() + 3});
  const LayerCheck check = hold_against(scan.page, scan.image, {});
  EXPECT_GT(check.bare, check.letters / 3);
  EXPECT_TRUE(check.contradicted());
}

TEST(LayerCheck, LayerElsewhereContradicts) {
  Scan scan(kLines);
  for (source::Run& run : scan.page.runs)
    run.box = Box{run.box->x0 + 300, run.box->y0, run.box->x1 + 300, run.box->y1};
  EXPECT_TRUE(hold_against(scan.page, scan.image, {}).contradicted());
}

TEST(LayerCheck, MarksWithoutASignContradict) {
  LayerCheck check;
  check.marks = check.unmarked = 4;
  EXPECT_TRUE(check.contradicted());
  check.unmarked = 2;
  EXPECT_FALSE(check.contradicted()) << "some signs are specks";
}

TEST(LayerCheck, PagesAreCountedTogether) {
  LayerCheck page;
  page.labels = 8;
  page.misread = 1;
  EXPECT_FALSE(page.contradicted()) << "one may be misread here";
  LayerCheck whole = page;
  whole.add(page);
  EXPECT_TRUE(whole.contradicted());
}

TEST(LayerCheck, LabelsReadOtherwiseContradict) {
  std::string tessdata;
  try {
    tessdata = find_tessdata();
  } catch (const Error&) {
    GTEST_SKIP() << "no French for Tesseract: install tesseract-ocr-fra";
  }
  OcrEngine engine(tessdata);
  std::vector<std::string> said = kLines;
  for (const std::size_t i : {1U, 2U, 4U}) said[i].replace(0, 4, i == 2 ? "l,3." : "12. ");
  for (const auto& lines : {kLines, said}) {
    const Scan scan(lines);
    LayerCheck check = hold_against(scan.page, scan.image, {});
    read_labels(check, scan.image, engine);
    EXPECT_GE(check.labels, 4);
    EXPECT_EQ(check.contradicted(), lines != kLines);
  }
}

}  // namespace
}  // namespace pst::source
