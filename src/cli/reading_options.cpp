#include "cli/reading_options.hpp"

namespace pst::cli {

namespace {

/// `lecture des pages scannées : 3 sur 12`, on one line that the last page wipes.
source::OcrProgress progress_on(std::ostream& err) {
  return [&err](int done, int pages) {
    constexpr const char* kWipe = "\r\x1b[K";
    err << kWipe;
    if (done < pages) err << "lecture des pages scannées : " << done << " sur " << pages;
    err << std::flush;
  };
}

}  // namespace

Option ReadingChoice::ocr_option() {
  return {"--ocr",
          "MODE",
          "pages scannées d'un PDF : auto (celles dont le texte manque ou est illisible ; par défaut),\n"
          "never (aucune), always (toutes, même celles qui ont un texte)",
          &ocr,
          {"auto", "never", "always"}};
}

Option ReadingChoice::password_option() {
  return {"--password", "MOT", "mot de passe des PDF chiffrés", &password};
}

batch::HowToRead ReadingChoice::reading(Console& console, bool shown) const {
  batch::HowToRead out;
  out.password = password;
  out.ocr = ocr == "never"    ? source::OcrMode::never
            : ocr == "always" ? source::OcrMode::always
                              : source::OcrMode::automatic;
  if (shown && console.live) out.progress = progress_on(console.err);
  return out;
}

}  // namespace pst::cli
