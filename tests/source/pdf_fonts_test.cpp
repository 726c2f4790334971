// What codes mean, by font.
#include <gtest/gtest.h>

#include "support/reading_pdf.hpp"

namespace pst::source {
namespace {

using test::PdfBuilder;
using test::shown_in_font;

/// A ToUnicode map with these lines.
std::string map_of(const std::string& lines, const std::string& space = "<00> <FF>") {
  return "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange " + space +
         " endcodespacerange\n" + lines + "\nendcmap end";
}

std::string simple(const std::string& string, const std::string& entries, const std::string& map = "") {
  PdfBuilder pdf;
  std::string all = "/Subtype /Type1 /BaseFont /Some " + entries;
  if (!map.empty()) all += " /ToUnicode " + PdfBuilder::ref(pdf.add_stream(map_of(map)));
  return shown_in_font(pdf, all, string);
}

std::string composite(const std::string& string, const std::string& encoding, const std::string& map,
                      const std::string& space = "<0000> <FFFF>") {
  PdfBuilder pdf;
  const int below = pdf.add_font("/Subtype /CIDFontType2 /BaseFont /Some /DW 500");
  std::string all = "/Subtype /Type0 /BaseFont /Some /Encoding " + encoding + " /DescendantFonts [" +
                    PdfBuilder::ref(below) + "]";
  if (!map.empty()) all += " /ToUnicode " + PdfBuilder::ref(pdf.add_stream(map_of(map, space)));
  return shown_in_font(pdf, all, string);
}

/// Type 1's encryption, behind four bytes that are not looked at.
std::string encrypted(const std::string& plain, unsigned key) {
  std::string out;
  for (const char c : "    " + plain) {
    out += static_cast<char>(static_cast<unsigned char>(c) ^ (key >> 8));
    key = ((static_cast<unsigned char>(out.back()) + key) * 52845 + 22719) & 0xFFFF;
  }
  return out;
}

/// A Type 1 program of one glyph, "fi", which its own encoding has at 12.
std::string program_with_a_ligature() {
  const std::string glyph = encrypted("\x8B\xF8\x88\x0D\x0E", 4330);  // 0 500 hsbw endchar
  const auto entry = [&](const std::string& name) {
    return "/" + name + " " + std::to_string(glyph.size()) + " RD " + glyph + " ND\n";
  };
  return "%!PS-AdobeFont-1.0: Some\n/FontName /Some def\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n"
         "/PaintType 0 def\n/FontType 1 def\n/FontBBox {0 0 500 700} readonly def\n"
         "/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 12 /fi put\nreadonly def\n"
         "currentfile eexec\n" +
         encrypted(
             "dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n"
             "/ND {def} def\n/lenIV 4 def\n2 index /CharStrings 2 dict dup begin\n" +
                 entry(".notdef") + entry("fi") + "end\nend\nreadonly put\nmark currentfile closefile\n",
             55665) +
         "\n" + std::string(64, '0') + "\ncleartomark\n";
}

TEST(PdfFonts, BaseEncodings) {
  EXPECT_EQ(simple("(\\351\\200\\234)", "/Encoding /WinAnsiEncoding"), "é€œ");
  EXPECT_EQ(simple("(\\216\\317)", "/Encoding /MacRomanEncoding"), "éœ");
  EXPECT_EQ(simple("(\\372\\341)", "/Encoding /StandardEncoding"), "œÆ");
  PdfBuilder pdf;
  EXPECT_EQ(shown_in_font(pdf, "/Subtype /Type1 /BaseFont /Symbol", "(a\\267)"), "α•");
  PdfBuilder other;
  EXPECT_EQ(shown_in_font(other, "/Subtype /Type1 /BaseFont /ZapfDingbats", "(4)"), "✔");
}

TEST(PdfFonts, CodesThatWinAnsiDoesNotUseShowBullets) {
  EXPECT_EQ(simple("(\\177a\\201b\\220)", "/Encoding /WinAnsiEncoding"), "•a•b•");
}

TEST(PdfFonts, DifferencesNameGlyphsByTheAdobeList) {
  EXPECT_EQ(simple("(ABCDEFG)",
                   "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /eacute /uni00E8 /u00EA "
                   "/f_i /Agrave.sc "
                   "/uni00660069 /oe] >>"),
            "éèêfiÀfiœ");
}

TEST(PdfFonts, NamesThatSayNothingLeaveTheCode) {
  EXPECT_EQ(simple("(AB)", "/Encoding << /Differences [65 /g12 /c7] >>"), "AB");
}

TEST(PdfFonts, LigaturesAreLetters) {
  EXPECT_EQ(simple("(AB)", "/Encoding << /Differences [65 /fi /ffl] >>"), "fiffl");
  EXPECT_EQ(simple("(A)", "", "1 beginbfchar <41> <FB03> endbfchar"), "ffi");
}

TEST(PdfFonts, ToUnicodeGoesBeforeTheEncoding) {
  EXPECT_EQ(simple("(AB)", "/Encoding /WinAnsiEncoding", "1 beginbfchar <41> <00E9> endbfchar"), "éB");
}

TEST(PdfFonts, ToUnicodeInAllItsForms) {
  const std::string ranges =
      "3 beginbfrange <0001> <0003> <0061> <0010> <0012> [<0078> <0079007A> <D83DDE00>] <0020> <0021> "
      "<00E90030> "
      "endbfrange 2 beginbfchar <0030> <> <0031> <00660066> endbfchar";
  EXPECT_EQ(composite("<000100020003>", "/Identity-H", ranges), "abc");
  EXPECT_EQ(composite("<001000110012>", "/Identity-H", ranges), "xyz😀");
  EXPECT_EQ(composite("<00200021>", "/Identity-H", ranges), "é0é1");
  EXPECT_EQ(composite("<0031>", "/Identity-H", ranges), "ff");
  EXPECT_EQ(composite("<0030>", "/Identity-H", ranges), "\xEF\xBF\xBD");
}

TEST(PdfFonts, AToUnicodeMapWithTheWrongCodeSpaceStillSaysWhatItSays) {
  EXPECT_EQ(composite("<00010002>", "/Identity-H", "1 beginbfrange <01> <02> <0061> endbfrange", "<00> <FF>"),
            "ab");
}

TEST(PdfFonts, WithoutAnyMapTheCharacterIsUnknown) {
  EXPECT_EQ(composite("<00010002>", "/Identity-H", ""), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(PdfFonts, PredefinedUnicodeMapsSayTheCharacter) {
  EXPECT_EQ(composite("<00500053>", "/UniJIS-UCS2-H", ""), "PS");
  EXPECT_EQ(composite("<00E9>", "/UniGB-UTF16-H", ""), "é");
}

TEST(PdfFonts, EmbeddedMapsMixCodesOfOneAndTwoBytes) {
  PdfBuilder pdf;
  const int map = pdf.add_stream(
      "2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 2 begincidrange <41> <42> 1 <8001> "
      "<8002> 3 "
      "endcidrange",
      "/CMapName /Own");
  const int below = pdf.add_font("/Subtype /CIDFontType0 /BaseFont /Some /W [1 [500 600] 3 4 700]");
  const int unicode =
      pdf.add_stream(map_of("2 beginbfrange <41> <42> <0061> <8001> <8002> <0078> endbfrange"));
  const int font = pdf.add_font("/Subtype /Type0 /BaseFont /Some /Encoding " + PdfBuilder::ref(map) +
                                " /DescendantFonts [" + PdfBuilder::ref(below) + "] /ToUnicode " +
                                PdfBuilder::ref(unicode));
  pdf.add_page("BT /F 10 Tf <4180018002> Tj <42> Tj ET", "/Font << /F " + PdfBuilder::ref(font) + " >>");
  const Document document = test::read(pdf);
  EXPECT_EQ(test::shown(document.pages[0]), "axyb");
  EXPECT_NEAR(document.pages[0].runs[0].box->x1, 5 + 7 + 7 + 6, 0.01);
}

TEST(PdfFonts, Type3FontsMeasureInTheirOwnSpace) {
  PdfBuilder pdf;
  const int font = pdf.add_font(
      "/Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 80 70] /FirstChar 97 /LastChar 98 "
      "/Widths [50 60] "
      "/CharProcs << >> /Encoding << /Differences [97 /P /S] >>");
  pdf.add_page("BT /F 10 Tf (ab) Tj ET", "/Font << /F " + PdfBuilder::ref(font) + " >>");
  const Document document = test::read(pdf);
  EXPECT_EQ(test::shown(document.pages[0]), "PS");
  EXPECT_NEAR(document.pages[0].runs[0].box->x1, 11, 0.01);
  EXPECT_NEAR(document.pages[0].runs[0].box->y1, 102, 0.01);
}

TEST(PdfFonts, PictorialFontsGivePrivateCharacters) {
  PdfBuilder pdf;
  EXPECT_EQ(shown_in_font(pdf, "/Subtype /TrueType /BaseFont /ABCDEF+Wingdings-Regular", "(\\247)"),
            "\xEF\x82\xA7");
}

/// Bold and italic of a font, as "b", "i", "bi" or "".
std::string look(const std::string& name, const std::string& descriptor) {
  PdfBuilder pdf;
  const int described = pdf.add("<< /Type /FontDescriptor " + descriptor + " >>");
  const int font = pdf.add_font("/Subtype /TrueType /Encoding /WinAnsiEncoding /BaseFont /" + name +
                                " /FontDescriptor " + PdfBuilder::ref(described));
  pdf.add_page("BT /F 10 Tf (a) Tj ET", "/Font << /F " + PdfBuilder::ref(font) + " >>");
  const Style style = test::read(pdf).pages.at(0).runs.at(0).style;
  return std::string(style.bold ? "b" : "") + (style.italic ? "i" : "");
}

TEST(PdfFonts, WeightAndSlantByNameAndDescriptor) {
  EXPECT_EQ(look("ABCDEF+Lato-Regular", "/Flags 32"), "");
  EXPECT_EQ(look("ABCDEF+Lato-BoldItalic", "/Flags 32"), "bi");
  EXPECT_EQ(look("Arial,Bold", ""), "b");
  EXPECT_EQ(look("Plain", "/FontWeight 700"), "b");
  EXPECT_EQ(look("Plain", "/Flags 262176"), "b");
  EXPECT_EQ(look("Plain", "/ItalicAngle -12"), "i");
  EXPECT_EQ(look("CMBX10", ""), "b");
}

TEST(PdfFonts, AToUnicodeMapThatSaysLittleLeavesTheRestToTheProgram) {
  PdfBuilder pdf;
  const int program = pdf.add_stream(program_with_a_ligature());
  const int map = pdf.add_stream(map_of("1 beginbfchar <0E> <FB03> endbfchar"));
  EXPECT_EQ(shown_in_font(pdf,
                          "/Subtype /Type1 /BaseFont /ABCDEF+Some /FirstChar 12 /Widths [500 0 500] "
                          "/FontDescriptor << /Flags 4 /FontFile " +
                              PdfBuilder::ref(program) + " >> /ToUnicode " + PdfBuilder::ref(map),
                          "<0C0E>"),
            "fiffi");
}

TEST(PdfFonts, CodesWithoutAGlyphShowNothing) {
  EXPECT_EQ(simple("(mo\ntif)", "/Encoding /WinAnsiEncoding"),
            "motif");  // a line's end, from a wrapped string
  EXPECT_EQ(simple("(deux mots)", "/Encoding << /Differences [32 /.notdef] >>"), "deux mots");
  EXPECT_EQ(simple("(a\\001)", "/Encoding << /Differences [1 /g12] >>"), "a\xEF\xBF\xBD");
}

TEST(PdfFonts, CodesThatAreTheCharacters) {
  PdfBuilder pdf;
  const std::string below = PdfBuilder::ref(pdf.add_font("/Subtype /CIDFontType2 /BaseFont /Some /DW 500"));
  const std::string font =
      "/Subtype /Type0 /BaseFont /Some /Encoding /Identity-H /DescendantFonts [" + below + "]";
  EXPECT_EQ(shown_in_font(pdf, font + " /ToUnicode /Identity-H", "<00e9007400e9>"), "été");
  EXPECT_EQ(composite("<00e9007400e9>", "/Identity-H", "1 begincidrange <0000> <FFFF> 0 endcidrange"), "été");
  EXPECT_EQ(composite("<00e9007400e9>", "/Identity-H", ""), "été");
}

TEST(PdfFonts, GlyphsByNumberOfAFontThatIsNotThere) {
  PdfBuilder pdf;
  const int below =
      pdf.add_font("/Subtype /CIDFontType2 /BaseFont /Arial /DW 500 /W [0 [750 0 278 278] 36 90 556]");
  EXPECT_EQ(shown_in_font(pdf,
                          "/Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [" +
                              PdfBuilder::ref(below) + "]",
                          "<002400460057004c00520051>"),
            "Action");
}

}  // namespace
}  // namespace pst::source
