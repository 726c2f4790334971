// read_pdf(): the module that does it, loaded with the first PDF.
#include "source/error.hpp"
#include "source/module.hpp"
#include "source/pdf_reader.hpp"

namespace pst::source {

#ifdef PST_MODULES_LINKED

Document read_pdf(std::string_view bytes, const std::string& file_name, const PdfOptions& options) {
  return read_pdf_here(bytes, file_name, options);
}

void prepare_pdf() {}

#else

namespace {

using ReadPdf = void (*)(const std::string_view*, const std::string*, const PdfOptions*, Document*);

ReadPdf loaded() {
  static void* const entry = module_entry("libpst_pdf.so", "pst_read_pdf");
  return reinterpret_cast<ReadPdf>(entry);
}

}  // namespace

Document read_pdf(std::string_view bytes, const std::string& file_name, const PdfOptions& options) {
  const ReadPdf read = loaded();
  if (read == nullptr) {
    throw Error({.file = file_name}, "le module qui lit les PDF (libpst_pdf.so) ne se charge pas",
                "réinstallez pst");
  }
  Document document;
  read(&bytes, &file_name, &options, &document);
  return document;
}

void prepare_pdf() {
  loaded();
}

#endif

}  // namespace pst::source
