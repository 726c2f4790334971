#include "batch/documents.hpp"

#include "batch/content.hpp"
#include "source/error.hpp"
#include "source/pdf_reader.hpp"
#include "source/text_reader.hpp"

namespace pst::batch {

namespace {

source::Document read_pdf(std::string_view bytes, const std::string& name, const HowToRead& reading,
                          const text::Repairer* french) {
  source::Document document = source::read_pdf(bytes, name, {.password = reading.password});
  source::OcrOptions ocr;
  ocr.mode = reading.ocr;
  ocr.password = reading.password;
  ocr.threads = reading.ocr_threads;
  ocr.progress = reading.progress;
  ocr.french = french;
  source::read_scans(bytes, document, ocr);
  return document;
}

}  // namespace

source::Document read_document(std::string_view bytes, const std::string& name, const HowToRead& reading,
                               const text::Repairer* french) {
  switch (media_of(bytes)) {
    case Media::pdf:
      return read_pdf(bytes, name, reading, french);
    case Media::office:
      throw Error({name}, "c'est un document de traitement de texte",
                  "enregistrez-le en PDF ou en texte brut (.txt)");
    case Media::image:
      throw Error({name}, "c'est une image", "mettez-la dans un PDF, dont les pages scannées sont lues");
    case Media::archive:
      throw Error({name}, "c'est une archive", "donnez-la à pst batch, ou décompressez-la d'abord");
    case Media::text:
    case Media::binary:
      break;
  }
  return source::read_text(bytes, name);
}

}  // namespace pst::batch
