// The one entry of the module that reads scans; see ocr_load.cpp.
#include "source/ocr.hpp"

extern "C" void pst_read_scans(const std::string_view* pdf, pst::source::Document* document,
                               const pst::source::OcrOptions* options) {
  pst::source::read_scans_here(*pdf, *document, *options);
}
