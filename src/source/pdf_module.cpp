// The one entry of the module that reads PDFs; see pdf_load.cpp.
#include "source/pdf_reader.hpp"

extern "C" void pst_read_pdf(const std::string_view* bytes, const std::string* file_name,
                             const pst::source::PdfOptions* options, pst::source::Document* out) {
  *out = pst::source::read_pdf_here(*bytes, *file_name, *options);
}
