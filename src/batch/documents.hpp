// Bytes to a document, by what they are.
#pragma once

#include <string>
#include <string_view>

#include "source/document.hpp"
#include "source/ocr.hpp"

namespace pst::batch {

/// How documents are read where there is a choice.
struct HowToRead {
  std::string password;                              ///< of encrypted PDFs
  source::OcrMode ocr = source::OcrMode::automatic;  ///< of pages that are images
  int ocr_threads = 0;                               ///< pages of one document read at once; 0: one a core
  source::OcrProgress progress;                      ///< of OCR, page by page; may be none
};

/// The document in `bytes`, read by what they are, not by what `name` ends in. `french` is the dictionary to
/// share between documents, or null. Throws pst::Error.
source::Document read_document(std::string_view bytes, const std::string& name, const HowToRead& reading,
                               const text::Repairer* french);

}  // namespace pst::batch
