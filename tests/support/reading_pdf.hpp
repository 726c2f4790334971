// Reading built PDFs, and writing what was read in one line.
#pragma once

#include <string>

#include "source/pdf_reader.hpp"
#include "support/pdf_builder.hpp"

namespace pst::test {

/// The runs of a page, with a space where one stands before them and `|` where none does.
inline std::string shown(const source::Page& page) {
  std::string out;
  for (const source::Run& run : page.runs) {
    if (!out.empty()) out += run.space_before ? ' ' : '|';
    out += run.text;
  }
  return out;
}

inline source::Document read(const PdfBuilder& pdf) {
  return source::read_pdf(pdf.bytes(), "plan.pdf");
}

/// One page of content with Helvetica as /F.
inline source::Document read_content(const std::string& content, const std::string& page_entries = "") {
  PdfBuilder pdf;
  const std::string resources = helvetica(pdf);
  pdf.add_page(content, resources, page_entries);
  return read(pdf);
}

inline std::string shown_of(const std::string& content) {
  return shown(read_content(content).pages.at(0));
}

/// One page that shows `string` (as PDF writes it) in a font whose dictionary has `entries`.
inline std::string shown_in_font(PdfBuilder& pdf, const std::string& entries, const std::string& string) {
  const int font = pdf.add_font(entries);
  pdf.add_page("BT /F 10 Tf 20 50 Td " + string + " Tj ET", "/Font << /F " + PdfBuilder::ref(font) + " >>");
  return shown(read(pdf).pages.at(0));
}

}  // namespace pst::test
