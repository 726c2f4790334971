// A PDF to pages of placed runs, rules and fills.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "source/document.hpp"

namespace pst::source {

struct PdfOptions {
  std::string password;                  ///< UTF-8; tried after the empty one
  std::chrono::milliseconds time{6000};  ///< of work on the whole document; pages that come later stay empty
};

/// Reads the text layer of a PDF: words with their places and looks, the rules and shaded boxes that tables
/// are made of, and the structure tree of a tagged file. Pictures are not looked at. A damaged file is
/// repaired as far as it can be. A page that cannot be read is empty, keeps its number and has a diagnostic
/// ("pdf-page"); a file that had to be repaired has one, too ("pdf-repaired"). Throws pst::Error where there
/// is no reading at all: no PDF, a password missing, beyond a limit.
Document read_pdf(std::string_view bytes, const std::string& file_name, const PdfOptions& options = {});

/// Loads ahead of time what reads PDFs: it stands in a module of its own (libpst_pdf.so), unless it is
/// linked.
void prepare_pdf();

/// read_pdf(), within that module.
Document read_pdf_here(std::string_view bytes, const std::string& file_name, const PdfOptions& options);

}  // namespace pst::source
