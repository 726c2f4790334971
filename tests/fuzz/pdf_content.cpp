// Any bytes may stand in a content stream, and in a font's ToUnicode map: the page is read all the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "source/pdf_reader.hpp"
#include "support/pdf_builder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  pst::test::PdfBuilder pdf;
  using pst::test::PdfBuilder;
  const int map = pdf.add_stream(content);
  const int below = pdf.add_font("/Subtype /CIDFontType2 /BaseFont /B /W [1 [500 600] 3 9 700]");
  const int composite = pdf.add_font("/Subtype /Type0 /BaseFont /B /Encoding /Identity-H /DescendantFonts [" +
                                     PdfBuilder::ref(below) + "] /ToUnicode " + PdfBuilder::ref(map));
  const int simple = pdf.add_font("/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding");
  const std::string fonts =
      "/Font << /F " + PdfBuilder::ref(simple) + " /G " + PdfBuilder::ref(composite) + " >>";
  const int form =
      pdf.add_stream(content, "/Subtype /Form /BBox [0 0 100 100] /Resources << " + fonts + " >>");
  pdf.add_page(content, fonts + " /XObject << /X " + PdfBuilder::ref(form) + " >>");
  pdf.add_page("BT /F 10 Tf 20 50 Td (fin) Tj ET", fonts);
  // A builder's file is sound: an error here is a find, as is a page that its neighbour has spoilt.
  const pst::source::Document document = pst::source::read_pdf_here(pdf.bytes(), "fuzz.pdf", {});
  if (document.pages.size() != 2) std::abort();
  if (document.pages[1].runs.size() != 1 || document.pages[1].runs[0].text != "fin") std::abort();
  return 0;
}
