// Operators of content streams.
#include <gtest/gtest.h>

#include "support/reading_pdf.hpp"

namespace pst::source {
namespace {

using test::PdfBuilder;
using test::read_content;
using test::shown;
using test::shown_of;

constexpr double kNear = 0.01;

TEST(PdfContent, AWordHasItsPlaceFromTheTopLeftItsSizeAndItsColour) {
  const Document document = read_content("BT 1 0 0 rg /F 10 Tf 20 70 Td (Plan) Tj ET");
  const Page& page = document.pages.at(0);
  EXPECT_EQ(page.width, 200);
  EXPECT_EQ(page.height, 100);
  ASSERT_EQ(page.runs.size(), 1U);
  const source::Run& run = page.runs[0];
  EXPECT_EQ(run.text, "Plan");
  EXPECT_NEAR(run.box->x0, 20, kNear);
  EXPECT_NEAR(run.box->x1, 20 + 6.67 + 2.22 + 5.56 + 5.56, kNear);  // Helvetica's widths
  EXPECT_NEAR(run.box->y0, 30 - 7.18, kNear);
  EXPECT_NEAR(run.box->y1, 30 + 2.07, kNear);
  EXPECT_EQ(run.style.size, 10);
  EXPECT_EQ(run.style.color, 0xFF0000U);
  EXPECT_EQ(run.turn, 0);
}

TEST(PdfContent, SpacesShownPartWords) {
  EXPECT_EQ(shown_of("BT /F 10 Tf (un plan  vu) Tj ET"), "un plan vu");
}

TEST(PdfContent, EveryTextOperatorMovesThePen) {
  // Td, TD with its leading, T*, ' and ": five lines ten points apart.
  const Document document =
      read_content("BT /F 10 Tf 10 90 Td (a) Tj 0 -10 TD (b) Tj T* (c) Tj (d) ' 1 2 (e) \" ET");
  const auto& runs = document.pages.at(0).runs;
  ASSERT_EQ(runs.size(), 5U);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    EXPECT_NEAR(runs[i].box->y1, 10 + 10 * static_cast<double>(i) + 2.07, kNear) << runs[i].text;
    EXPECT_NEAR(runs[i].box->x0, 10, kNear);
  }
}

TEST(PdfContent, SpacingAndScaleCount) {
  const auto end = [](const std::string& state) {
    const Document document = read_content("BT /F 10 Tf " + state + " 0 50 Td (ab c) Tj (x) Tj ET");
    return document.pages.at(0).runs.back().box->x1;
  };
  const double plain = end("");
  EXPECT_NEAR(end("2 Tc"), plain + 8, kNear);
  EXPECT_NEAR(end("3 Tw"), plain + 3, kNear);
  EXPECT_NEAR(end("50 Tz"), plain / 2, kNear);
}

TEST(PdfContent, RiseLiftsAndTmPlaces) {
  const Document document = read_content("BT /F 10 Tf 2 0 0 2 30 40 Tm 5 Ts (a) Tj ET");
  const source::Run& run = document.pages.at(0).runs.at(0);
  EXPECT_NEAR(run.box->x0, 30, kNear);
  EXPECT_NEAR(run.box->y1, 100 - 40 - 10 + 2 * 2.07, kNear);
  EXPECT_EQ(run.style.size, 20);
}

TEST(PdfContent, ArraysOfStringsMoveBetweenThem) {
  EXPECT_EQ(shown_of("BT /F 10 Tf [(so) -20 (cial) -300 (aide)] TJ ET"), "social aide");
}

TEST(PdfContent, OperatorsWithinAnArrayDoNotEndIt) {
  EXPECT_EQ(shown_of("BT /F 10 Tf 10 50 Td [(Deux) 0.0 Tc -250.0 (mots) 0 Tw -250 (encore)] TJ ET"),
            "Deux mots encore");
}

TEST(PdfContent, StatesAreSavedAndRestored) {
  const Document document =
      read_content("q 1 0 0 1 50 0 cm BT /F 10 Tf (a) Tj ET Q Q Q BT /F 10 Tf (b) Tj ET");
  const auto& runs = document.pages.at(0).runs;
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_NEAR(runs[0].box->x0, 50, kNear);
  EXPECT_NEAR(runs[1].box->x0, 0, kNear);
}

TEST(PdfContent, InlineImagesAreSkippedWhateverTheyHold) {
  EXPECT_EQ(
      shown_of(
          "BT /F 10 Tf (a) Tj ET BI /W 4 /H 1 /BPC 8 /CS /G ID \x01 EI\x02( [<< EI BT /F 10 Tf (b) Tj ET"),
      "a|b");
}

TEST(PdfContent, InvisibleTextIsKeptAndSaysSo) {
  const Document document = read_content("BT /F 10 Tf 3 Tr (vu) Tj 0 Tr 0 -20 Td (imprime) Tj ET");
  EXPECT_TRUE(document.pages.at(0).runs.at(0).invisible);
}

TEST(PdfContent, FormsAreShownWithTheirMatrixAndResources) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const int inner = pdf.add_stream("BT /F 10 Tf (b) Tj ET",
                                   "/Subtype /Form /BBox [0 0 99 99] /Resources << " + font + " >>");
  const int outer = pdf.add_stream("BT /F 10 Tf (a) Tj ET /In Do",
                                   "/Subtype /Form /BBox [0 0 99 99] /Matrix [1 0 0 1 30 0] /Resources << " +
                                       font + " /XObject << /In " + PdfBuilder::ref(inner) + " >> >>");
  pdf.add_page("1 0 0 1 10 0 cm /Out Do BT /F 10 Tf (c) Tj ET",
               font + " /XObject << /Out " + PdfBuilder::ref(outer) + " >>");
  const Document document = test::read(pdf);
  const auto& runs = document.pages.at(0).runs;
  EXPECT_EQ(runs.size(), 3U);
  EXPECT_NEAR(runs.at(0).box->x0, 40, kNear);
  EXPECT_NEAR(runs.at(2).box->x0, 10, kNear);
}

TEST(PdfContent, FieldsAndFreeTextAreShownInTheirRectangle) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const int look = pdf.add_stream("BT /F 10 Tf 0 2 Td (champ) Tj ET",
                                  "/Subtype /Form /BBox [0 0 50 10] /Resources << " + font + " >>");
  const std::string rest = " /Rect [20 40 120 60] /AP << /N " + PdfBuilder::ref(look) + " >> >>";
  pdf.add_page("q 5 0 0 5 0 0 cm", font,
               "/Annots [<< /Subtype /Widget" + rest + " << /Subtype /Popup" + rest +
                   " << /Subtype /Widget /F 2" + rest + "]");
  const Document document = test::read(pdf);
  EXPECT_EQ(shown(document.pages[0]), "champ");
  EXPECT_NEAR(document.pages[0].runs.at(0).box->x0, 20, kNear);
  EXPECT_EQ(document.pages[0].runs[0].style.size, 20);
}

TEST(PdfContent, FieldsWithoutAnAppearanceShowTheirValue) {
  PdfBuilder pdf;
  const std::string parent =
      PdfBuilder::ref(pdf.add("<< /FT /Tx /V (Service social) /DA (/Helv 10 Tf 0 g) >>"));
  const auto widget = [&](const std::string& rect, const std::string& entries) {
    return PdfBuilder::ref(pdf.add("<< /Subtype /Widget /Rect [" + rect + "] " + entries + " >>")) + " ";
  };
  pdf.add_page("", "",
               "/Annots [" + widget("10 70 190 85", "/Parent " + parent) +
                   widget("10 50 20 60", "/FT /Btn /AS /Oui /V /Oui") +
                   widget("30 50 40 60", "/FT /Btn /AS /Off") +
                   widget("10 10 190 40", "/FT /Tx /V (un\\ndeux)") + "]");
  const Document document = test::read(pdf);
  const Page& page = document.pages.at(0);
  ASSERT_EQ(page.runs.size(), 5U);
  EXPECT_EQ(page.runs[1].text, "social");
  EXPECT_NEAR(page.runs[1].box->y0, 15, 0.1);
  EXPECT_NEAR(page.runs[1].style.size, 10, 0.1);
  EXPECT_EQ(page.runs[2].text, "✔");
  EXPECT_LT(page.runs[3].box->y1, page.runs[4].box->y1);
}

TEST(PdfContent, FieldsThatAskForANewAppearanceShowTheirValue) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const int old = pdf.add_stream("BT /F 10 Tf (ancien) Tj ET",
                                 "/Subtype /Form /BBox [0 0 90 20] /Resources << " + font + " >>");
  const int field = pdf.add("<< /Subtype /Widget /FT /Tx /V (nouveau) /Rect [10 10 100 30] /AP << /N " +
                            PdfBuilder::ref(old) + " >> >>");
  pdf.add_page("", "", "/Annots [" + PdfBuilder::ref(field) + "]");
  EXPECT_EQ(shown(test::read(pdf).pages.at(0)), "ancien");
  pdf.catalog("/AcroForm << /NeedAppearances true >>");
  EXPECT_EQ(shown(test::read(pdf).pages.at(0)), "nouveau");
}

TEST(PdfContent, AFormThatShowsItselfEnds) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const std::string own = PdfBuilder::ref(4);
  const int form = pdf.add_stream("BT /F 10 Tf (a) Tj ET /Me Do", "/Subtype /Form /Resources << " + font +
                                                                      " /XObject << /Me " + own + " >> >>");
  ASSERT_EQ(form, 4);
  pdf.add_page("/Me Do", font + " /XObject << /Me " + own + " >>");
  EXPECT_EQ(shown(test::read(pdf).pages.at(0)), "a");
}

TEST(PdfContent, TurnedTextSaysHow) {
  const Document document = read_content(
      "BT /F 10 Tf 0 1 -1 0 50 10 Tm (up) Tj 0 -1 1 0 90 90 Tm (down) Tj -1 0 0 -1 90 50 Tm (over) Tj ET");
  const auto& runs = document.pages.at(0).runs;
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[0].turn, 270);
  EXPECT_EQ(runs[1].turn, 90);
  EXPECT_EQ(runs[2].turn, 180);
  EXPECT_GT(runs[0].box->y1 - runs[0].box->y0, 10);  // the word stands
}

TEST(PdfContent, TextOutsideThePageIsLeftOut) {
  EXPECT_EQ(shown_of("BT /F 10 Tf 10 50 Td (in) Tj 500 0 Td (out) Tj ET"), "in");
}

TEST(PdfPages, RotationCropBoxAndUnitGiveThePageAsShown) {
  const std::string content = "BT /F 10 Tf 20 70 Td (Plan) Tj ET";
  const auto first = [&](const std::string& entries) { return read_content(content, entries); };
  const Document turned = first("/Rotate 90");
  EXPECT_EQ(turned.pages[0].width, 100);
  EXPECT_EQ(turned.pages[0].height, 200);
  EXPECT_EQ(turned.pages[0].runs.at(0).turn, 90);
  EXPECT_NEAR(turned.pages[0].runs[0].box->y0, 20, kNear);
  EXPECT_NEAR(turned.pages[0].runs[0].box->x1, 70 + 7.18, kNear);
  EXPECT_EQ(first("/Rotate -90").pages[0].runs.at(0).turn, 270);
  EXPECT_EQ(first("/Rotate 540").pages[0].runs.at(0).turn, 180);
  const Document cropped = first("/CropBox [10 60 110 95]");
  EXPECT_EQ(cropped.pages[0].width, 100);
  EXPECT_NEAR(cropped.pages[0].runs.at(0).box->x0, 10, kNear);
  EXPECT_NEAR(cropped.pages[0].runs[0].box->y1, 25 + 2.07, kNear);
  const Document large = first("/UserUnit 2");
  EXPECT_EQ(large.pages[0].width, 400);
  EXPECT_EQ(large.pages[0].runs.at(0).style.size, 20);
}

TEST(PdfMarks, ArtifactsSaySo) {
  const Document document = read_content(
      "/Artifact <</Type /Pagination>> BDC BT /F 10 Tf (1/6) Tj ET EMC BT /F 10 Tf 0 20 Td (texte) Tj ET");
  const auto& runs = document.pages.at(0).runs;
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_TRUE(runs[0].artifact);
  EXPECT_FALSE(runs[1].artifact);
}

TEST(PdfMarks, ActualTextReplacesWhatIsShown) {
  EXPECT_EQ(shown_of("BT /F 10 Tf /Span <</ActualText (social)>> BDC (s0ciaI) Tj EMC ET"), "social");
  EXPECT_EQ(shown_of("BT /F 10 Tf (o) Tj /Span <</ActualText <FEFF00660066>>> BDC (x) Tj EMC (re) Tj ET"),
            "offre");
  EXPECT_EQ(shown_of("BT /F 10 Tf /Span <</ActualText (deux mots)>> BDC (xxxx) Tj EMC ET"), "deux mots");
}

TEST(PdfMarks, LayersSwitchedOffAreNotShown) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const int layer = pdf.add("<< /Type /OCG /Name (brouillon) >>");
  pdf.catalog("/OCProperties << /OCGs [" + PdfBuilder::ref(layer) + "] /D << /OFF [" +
              PdfBuilder::ref(layer) + "] >> >>");
  pdf.add_page("/OC /L BDC BT /F 10 Tf (non) Tj ET EMC BT /F 10 Tf (oui) Tj ET",
               font + " /Properties << /L " + PdfBuilder::ref(layer) + " >>");
  EXPECT_EQ(shown(test::read(pdf).pages.at(0)), "oui");
}

}  // namespace
}  // namespace pst::source
