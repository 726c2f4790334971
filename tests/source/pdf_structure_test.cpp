// Structure trees of tagged files.
#include <gtest/gtest.h>

#include "support/reading_pdf.hpp"

namespace pst::source {
namespace {

using test::PdfBuilder;

const std::string kTwoMarks =
    "/P <</MCID 0>> BDC BT /F 10 Tf 10 70 Td (titre) Tj ET EMC /Q <</MCID 1>> BDC BT /F 10 Tf 10 50 Td "
    "(texte) Tj ET EMC";

/// Elements as "role<parent" and the elements of the first page's runs.
std::string described(const Document& document) {
  std::string out;
  for (const Element& e : document.structure) out += e.role + "<" + std::to_string(e.parent) + " ";
  out += ":";
  for (const source::Run& run : document.pages.at(0).runs)
    out += " " + std::string(run.text) + "@" + std::to_string(run.element);
  return out;
}

TEST(PdfStructure, ElementsInDocumentOrderWithTheirMarkedContent) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const std::string page = PdfBuilder::ref(pdf.add_page(kTwoMarks, font));
  const int heading = pdf.add("<< /S /Titre1 /Pg " + page + " /K 0 >>");
  const int cell =
      pdf.add("<< /S /TD /A [<< /O /Table /ColSpan 2 >> 0 << /RowSpan 3 >>] /K [<< /Type /MCR /Pg " + page +
              " /MCID 1 >> << /Type /OBJR >>] >>");
  const int document =
      pdf.add("<< /S /Document /K [" + PdfBuilder::ref(heading) + " " + PdfBuilder::ref(cell) + "] >>");
  const int root = pdf.add("<< /Type /StructTreeRoot /RoleMap << /Titre1 /Heading1 /Heading1 /H1 >> /K " +
                           PdfBuilder::ref(document) + " >>");
  pdf.catalog("/StructTreeRoot " + PdfBuilder::ref(root));
  const Document read = test::read(pdf);
  EXPECT_EQ(described(read), "Document<-1 H1<0 TD<0 : titre@1 texte@2");
  EXPECT_EQ(read.structure[2].column_span, 2);
  EXPECT_EQ(read.structure[2].row_span, 3);
}

TEST(PdfStructure, AnElementsTextReplacesItsGlyphsOnce) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const std::string page = PdfBuilder::ref(pdf.add_page(kTwoMarks, font));
  const int span = pdf.add("<< /S /Span /ActualText (mot) /Pg " + page + " /K [0 1] >>");
  const int root = pdf.add("<< /Type /StructTreeRoot /K [" + PdfBuilder::ref(span) + "] >>");
  pdf.catalog("/StructTreeRoot " + PdfBuilder::ref(root));
  EXPECT_EQ(described(test::read(pdf)), "Span<-1 : mot@0");
}

TEST(PdfStructure, ATreeThatIsItsOwnChildEnds) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  pdf.add_page(kTwoMarks, font);
  const int self = pdf.add("<< /S /P /K 7 0 R >>");
  ASSERT_EQ(self, 6);
  const int other = pdf.add("<< /S /P /K [6 0 R 6 0 R] >>");
  ASSERT_EQ(other, 7);
  pdf.catalog("/StructTreeRoot << /K 6 0 R >>");
  const Document read = test::read(pdf);
  EXPECT_EQ(test::shown(read.pages[0]), "titre|texte");
}

}  // namespace
}  // namespace pst::source
