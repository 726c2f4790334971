// Broken and hostile files: an answer, pages with a diagnostic, or one line of error.
#include <gtest/gtest.h>
#include <zlib.h>

#include <chrono>
#include <ctime>
#include <random>

#include "source/error.hpp"
#include "support/reading_pdf.hpp"

namespace pst::source {
namespace {

using test::PdfBuilder;

std::string deflated(const std::string& data) {
  uLongf size = compressBound(data.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()),
            data.size(), 1);
  out.resize(size);
  return out;
}

/// Two pages with a form, a composite font, a structure tree: something of everything.
std::string sample() {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const int form = pdf.add_stream(deflated("BT /F 10 Tf 10 20 Td (forme) Tj ET"),
                                  "/Subtype /Form /Filter /FlateDecode /Resources << " + font + " >>");
  const int map =
      pdf.add_stream(deflated("1 beginbfrange <0001> <0010> <0061> endbfrange"), "/Filter /FlateDecode");
  const int below = pdf.add_font("/Subtype /CIDFontType2 /BaseFont /B /W [1 [500 600] 3 9 700]");
  const int composite = pdf.add_font("/Subtype /Type0 /BaseFont /B /Encoding /Identity-H /DescendantFonts [" +
                                     PdfBuilder::ref(below) + "] /ToUnicode " + PdfBuilder::ref(map));
  const std::string page = PdfBuilder::ref(pdf.add_page(
      "/P <</MCID 0>> BDC BT /F 10 Tf 10 70 Td [(un) -300 (plan)] TJ ET EMC /X Do 0.8 g 10 10 50 20 re f",
      font + " /XObject << /X " + PdfBuilder::ref(form) + " >>"));
  pdf.add_page("q 1 0 0 1 5 5 cm BT /G 12 Tf <000100020003> Tj ET Q",
               "/Font << /G " + PdfBuilder::ref(composite) + " >>");
  const int element = pdf.add("<< /S /P /Pg " + page + " /K 0 >>");
  pdf.catalog("/StructTreeRoot << /K [" + PdfBuilder::ref(element) + "] >>");
  return pdf.bytes();
}

/// The runs of all pages, or the error in brackets.
std::string outcome(const std::string& bytes, const PdfOptions& options = {}) {
  try {
    const Document document = read_pdf(bytes, "plan.pdf", options);
    std::string out;
    for (const Page& page : document.pages) out += test::shown(page) + "/";
    return out;
  } catch (const Error& e) {
    return "[" + e.problem() + "]";
  }
}

const std::string kSampleText = "un plan|forme/abc/";

TEST(PdfHostile, TheSampleIsSound) {
  EXPECT_EQ(outcome(sample()), kSampleText);
}

TEST(PdfHostile, LostCrossReferencesAreRepaired) {
  const std::string sound = sample();
  std::string bytes = sound;
  bytes.replace(bytes.rfind("startxref"), 9, "startxxxx");
  EXPECT_EQ(outcome(bytes), kSampleText);
  EXPECT_EQ(outcome("junk before\n" + sound), kSampleText);
  EXPECT_EQ(outcome(sound.substr(0, sound.rfind("xref\n0"))), kSampleText);  // neither table nor trailer
  std::string shifted = sound;
  shifted.insert(shifted.find("3 0 obj"), "  % moved by hand\n");
  EXPECT_EQ(outcome(shifted), kSampleText);
}

TEST(PdfHostile, StreamsThatSayTheWrongLengthAreReadWhole) {
  const std::string sound = sample();
  const std::size_t length = sound.rfind("/Length", sound.find("BT /F 10 Tf 10 70 Td"));
  for (const char* wrong : {"5", "0", "9", "-1", "999999", "(x)"}) {
    std::string bytes = sound;
    bytes.replace(length + 8, bytes.find(' ', length + 8) - length - 8, wrong);
    EXPECT_EQ(outcome(bytes), kSampleText) << wrong;
  }
}

TEST(PdfHostile, ALongTrailerIsNoHindrance) {
  std::string bytes = sample();
  bytes.insert(bytes.rfind("/Size"), "/Own [" + std::string(1200, '0') + "] ");
  EXPECT_EQ(outcome(bytes), kSampleText);
}

TEST(PdfHostile, ARepairedFileSaysSo) {
  std::string bytes = sample();
  bytes.replace(bytes.rfind("startxref"), 9, "startxxxx");
  const Document document = read_pdf(bytes, "plan.pdf");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "pdf-repaired");
}

TEST(PdfHostile, WhatIsNoPdfSaysSoInOneLine) {
  for (const char* bytes : {"", "%PDF-1.7", "%PDF-1.4\n%%EOF", "no pdf at all"}) {
    EXPECT_EQ(outcome(bytes).front(), '[') << bytes;
    EXPECT_EQ(outcome(bytes).find('\n'), std::string::npos);
  }
}

TEST(PdfHostile, ABrokenPageLeavesTheOthers) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  pdf.add_page("BT /F 10 Tf (un) Tj ET", font);
  pdf.add_page(") >> ] BT /F 10 Tf (de", font);
  pdf.add_page("BT /F 10 Tf (trois) Tj ET", font);
  const Document document = test::read(pdf);
  ASSERT_EQ(document.pages.size(), 3U);
  EXPECT_EQ(test::shown(document.pages[2]), "trois");
  EXPECT_EQ(document.pages[2].number, 3);
}

TEST(PdfHostile, APageOfTooManyOperatorsKeepsWhatWasReadAndSaysSo) {
  PdfBuilder pdf;
  std::string content = "BT /F 10 Tf (debut) Tj ET ";
  for (int i = 0; i < 5'100'000; ++i) content += "q ";
  pdf.add_page(content, test::helvetica(pdf));
  const Document document = test::read(pdf);
  EXPECT_EQ(test::shown(document.pages[0]), "debut");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "pdf-page");
}

TEST(PdfHostile, BombsAreNotExpanded) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const int bomb = pdf.add_stream(deflated(std::string(80 << 20, ' ')), "/Filter /FlateDecode");
  pdf.add("<< /Type /Page /Parent 2 0 R /Contents " + PdfBuilder::ref(bomb) + " >>");
  pdf.add_page("BT /F 10 Tf (sain) Tj ET", font);
  EXPECT_EQ(outcome(pdf.bytes()), "sain/");  // nobody asks for it
  PdfBuilder shown;
  const int large =
      shown.add_stream(deflated(std::string(80 << 20, ' ')), "/Filter /FlateDecode /Subtype /Form");
  shown.add_page("/X Do BT /F 10 Tf (reste) Tj ET", "/XObject << /X " + PdfBuilder::ref(large) + " >>");
  const Document document = test::read(shown);
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_NE(document.diagnostics[0].message.find("limite"), std::string::npos);
}

TEST(PdfHostile, BombsOfObjectsAreRefusedBeforeAnyParserOpensThem) {
  for (const char* type :
       {"/Type /ObjStm /N 1 /First 4", "/Type /Obj#53tm /N 1 /First 4", "/Type /XRef /W [1 2 1]"}) {
    PdfBuilder pdf;
    pdf.add_page("BT ET");
    pdf.add_stream(deflated(std::string(120 << 20, ' ')), std::string("/Filter /FlateDecode ") + type);
    EXPECT_NE(outcome(pdf.bytes()).find("limite"), std::string::npos) << type;
  }
}

TEST(PdfHostile, DeepNestingEnds) {
  PdfBuilder pdf;
  pdf.add_page("BT ET");
  pdf.add(std::string(300'000, '['));
  pdf.add("<<" + std::string(300'000, '<') + "/A 1");
  outcome(pdf.bytes());
  PdfBuilder content;
  content.add_page(std::string(200'000, '[') + " BT /F 10 Tf (fin) Tj ET", test::helvetica(content));
  outcome(content.bytes());
}

TEST(PdfHostile, TimeIsBounded) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const std::string self = PdfBuilder::ref(4);
  // Forms that show forms: thousands of millions of letters if nobody counts.
  std::string content;
  for (int i = 0; i < 20; ++i) content += "/A Do /B Do ";
  pdf.add_stream(content, "/Subtype /Form /Resources << /XObject << /A 5 0 R /B 6 0 R >> >>");
  for (int i = 0; i < 8; ++i) {
    const std::string a = PdfBuilder::ref(6 + 2 * i), b = PdfBuilder::ref(7 + 2 * i);
    pdf.add_stream(content, "/Subtype /Form /Resources << /XObject << /A " + a + " /B " + b + " >> >>");
    pdf.add_stream(content, "/Subtype /Form /Resources << /XObject << /A " + a + " /B " + b + " >> >>");
  }
  pdf.add_page("/X Do", "/XObject << /X " + self + " >>");
  const std::clock_t begun = std::clock();  // of this process: the machine may be busy
  outcome(pdf.bytes(), {.password = "", .time = std::chrono::milliseconds(300)});
  EXPECT_LT(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC, 3);
}

/// One small break: bytes changed, cut, taken out or repeated, two objects' numbers swapped.
std::string broken(std::string bytes, std::mt19937& random) {
  const auto any = [&](std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
  };
  switch (any(5)) {
    case 0:
      for (std::size_t i = any(16) + 1; i > 0; --i) bytes[any(bytes.size())] = static_cast<char>(any(256));
      return bytes;
    case 1:
      return bytes.substr(0, any(bytes.size()));
    case 2:
      return bytes.erase(any(bytes.size()), any(60) + 1);
    case 3: {
      const std::string piece = bytes.substr(any(bytes.size()), any(200) + 1);
      return bytes.insert(any(bytes.size()), piece);
    }
    default: {
      const std::string a = std::to_string(any(14) + 1) + " 0 ", b = std::to_string(any(14) + 1) + " 0 ";
      if (const std::size_t at = bytes.find(a); at != bytes.npos) bytes.replace(at, a.size(), b);
      if (const std::size_t at = bytes.rfind(b); at != bytes.npos) bytes.replace(at, b.size(), a);
      return bytes;
    }
  }
}

TEST(PdfHostile, AnySmallBreakEndsInAnAnswer) {
  const std::string sound = sample();
  std::mt19937 random(20241122);
  for (int i = 0; i < 400; ++i) {
    std::string bytes = broken(sound, random);
    if (i % 3 == 0) bytes = broken(bytes, random);
    const std::string answer = outcome(bytes);
    EXPECT_FALSE(answer.empty());
    EXPECT_EQ(answer.find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace pst::source
