// Glyphs to words.
#include <gtest/gtest.h>

#include "support/reading_pdf.hpp"

namespace pst::source {
namespace {

using test::PdfBuilder;
using test::read_content;
using test::shown_of;

TEST(PdfWords, GapsPartWordsKerningDoesNot) {
  EXPECT_EQ(shown_of("BT /F 10 Tf [(AV) 80 (A) -50 (NT) -260 (TOUT)] TJ ET"), "AVANT TOUT");
}

TEST(PdfWords, LetterSpacedHeadingsStayWords) {
  EXPECT_EQ(shown_of("BT /F 10 Tf 3 Tc (VOLET) Tj ET"), "VOLET");
  EXPECT_EQ(shown_of("BT /F 10 Tf [(V) -300 (O) -300 (L) -300 (E) -300 (T) -900 (U) -300 (N)] TJ ET"),
            "VOLET UN");
  EXPECT_EQ(shown_of("BT /F 10 Tf 3 Tc (VOLET UN) Tj ET"), "VOLET UN");
  // A short word among longer ones.
  EXPECT_EQ(
      shown_of("BT /F 10 Tf [(U) -300 (N) -300 ( ) -300 (V) -300 (O) -300 (L) -300 (E) -300 (T)] TJ ET"),
      "UN VOLET");
}

TEST(PdfWords, CharacterSpacingThatPlacesOneLetterIsAGap) {
  // As Ghostscript writes it: "how the".
  EXPECT_EQ(shown_of("BT /F 10 Tf (ho) Tj 2.8 Tc 11.12 0 Td (wt) Tj 0 Tc 12.8 0 Td (he) Tj ET"), "how the");
  EXPECT_EQ(shown_of("BT /F 10 Tf (ho) Tj -2.6 Tw (w e) Tj 0 Tw (ver) Tj ET"), "however");
}

TEST(PdfWords, ColumnsOfFiguresAreNotLetterSpacing) {
  EXPECT_EQ(shown_of("BT /F 10 Tf [(1) -400 (2) -400 (3) -400 (4) -400 (5)] TJ ET"), "1 2 3 4 5");
}

TEST(PdfWords, LeadersDoNotJoinTheWordsBeforeThem) {
  EXPECT_EQ(
      shown_of("BT /F 10 Tf 10 50 Td [(Un) -200 (axe) -300 (.) -300 (.) -300 (.) -300 (.) -300 (.) -300 (.) "
               "-300 (7)] TJ ET"),
      "Un axe . . . . . . 7");
}

TEST(PdfWords, LinesArePartedWithoutASpace) {
  EXPECT_EQ(shown_of("BT /F 10 Tf 12 TL 10 50 Td (le plan) Tj T* (du CPAS) Tj ET"), "le plan|du CPAS");
}

TEST(PdfWords, AChangeOfStyleWithinAWordGivesPieces) {
  EXPECT_EQ(shown_of("BT /F 10 Tf (usagers) Tj /F 6 Tf (1) Tj /F 10 Tf ( sociaux) Tj ET"),
            "usagers|1 sociaux");
}

TEST(PdfWords, WhatIsDrawnTwiceToLookBoldIsThereOnce) {
  EXPECT_EQ(shown_of("BT /F 10 Tf 10 50 Td (Axe 1) Tj 0.3 0 Td (Axe 1) Tj ET"), "Axe 1");
  EXPECT_EQ(shown_of("BT /F 10 Tf 10 50 Td (ee) Tj ET"), "ee");
  EXPECT_EQ(shown_of("BT /F 10 Tf 10 50 Td (e) Tj 0 -30 Td (e) Tj ET"), "e|e");
}

TEST(PdfWords, WordsFromRightToLeftAreInTheOrderOfReading) {
  PdfBuilder pdf;
  const int map = pdf.add_stream("1 beginbfrange <61> <7A> <05D0> endbfrange");
  EXPECT_EQ(test::shown_in_font(pdf,
                                "/Subtype /Type1 /BaseFont /Some /Encoding /WinAnsiEncoding /ToUnicode " +
                                    PdfBuilder::ref(map),
                                "(cba 12abc)"),
            "אבג גבא12");
  PdfBuilder arabic;
  const int figures = arabic.add_stream("2 beginbfrange <61> <7A> <0627> <30> <39> <0660> endbfrange");
  EXPECT_EQ(test::shown_in_font(arabic,
                                "/Subtype /Type1 /BaseFont /Some /Encoding /WinAnsiEncoding /ToUnicode " +
                                    PdfBuilder::ref(figures),
                                "(12ba)"),
            "اب١٢");
}

TEST(PdfWords, NarrowLettersSideBySideAreTwo) {
  PdfBuilder pdf;
  const int font = pdf.add_font(
      "/Subtype /Type1 /BaseFont /Some /Encoding /WinAnsiEncoding /FirstChar 97 /Widths [100 100 100 100 100 "
      "100 "
      "100 100 100 100 100 100]");
  pdf.add_page("BT /F 10 Tf 10 50 Td (balle) Tj ET", "/Font << /F " + PdfBuilder::ref(font) + " >>");
  EXPECT_EQ(test::shown(test::read(pdf).pages.at(0)), "balle");
}

TEST(PdfWords, AccentsDrawnOverLettersJoinThem) {
  // As TeX does it: the accent, back, the letter; capitals have theirs lifted.
  EXPECT_EQ(shown_of("BT /F 10 Tf [(pr) (\\264) 444 (evu)] TJ ET"), "prévu");
  EXPECT_EQ(shown_of("BT /F 10 Tf 2 Ts [(\\264) 500] TJ 0 Ts [(Etat)] TJ ET"), "État");
  EXPECT_EQ(shown_of("BT /F 10 Tf (l\\264an) Tj ET"), "l´an");  // no letter beneath
}

TEST(PdfWords, NoBreakSpacesPartWordsAndSoftHyphensStay) {
  EXPECT_EQ(shown_of("BT /F 10 Tf (CPAS\\240: so\\255cial) Tj ET"),
            "CPAS : so\xC2\xAD"
            "cial");
}

TEST(PdfWords, RunsHoldNoWhiteSpaceAndLieOnThePage) {
  const Document document =
      read_content("BT /F 10 Tf 10 50 Td [(un ) -500 ( deux) (trois )] TJ T* (  quatre) Tj ET");
  for (const source::Run& run : document.pages.at(0).runs) {
    EXPECT_EQ(run.text.find_first_of(" \t\n"), run.text.npos);
    EXPECT_FALSE(run.text.empty());
    EXPECT_LE(run.box->x0, run.box->x1);
    EXPECT_LE(run.box->y0, run.box->y1);
  }
}

}  // namespace
}  // namespace pst::source
