// Pages without a usable text layer, read from their image.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "source/document.hpp"
#include "text/repair.hpp"

namespace pst::source {

enum class OcrMode {
  automatic,  ///< pages that need it: no text, or a layer that is broken and worse than a fresh reading
  never,
  always,  ///< every page, whatever its layer
};

/// Called as pages are done: how many of how many. From any thread, but never from two at once.
using OcrProgress = std::function<void(int done, int pages)>;

struct OcrOptions {
  OcrMode mode = OcrMode::automatic;
  std::string password;
  int threads = 0;                              ///< pages read at once; 0: as many as there are cores
  std::chrono::milliseconds page_time{60'000};  ///< of the processor, for one page
  OcrProgress progress;
  /// The French dictionary, to tell a sound text layer from a broken one; none: one is opened where needed.
  const text::Repairer* french = nullptr;
};

/// Pages beyond are not read; there are plans of 400 pages, none of 2000.
inline constexpr int kMostOcrPages = 2000;

/// Below this mean confidence of its words a page has a diagnostic of its own.
inline constexpr double kDoubtfulPage = 0.7;

/// Replaces the runs of those pages of `document` (as read from `pdf`) that are to be read with Tesseract.
/// The runs are words; boxes are on the page as shown once it is straight (see make_ready), from descenders
/// to ascenders; sizes are estimated from the height of lines, bold from the thickness of strokes. Sets
/// Page::read_by_ocr, Run::confidence and Document::ocr_confidence. The result does not depend on the
/// threads.
///
/// What went wrong with a page is a diagnostic: "ocr-page" (not read), "ocr-confidence" (read badly),
/// "ocr-missing" (Tesseract's French is not installed), "ocr-off" (mode never, pages without text). Throws
/// pst::Error where nothing of the document could be read for one of the latter reasons.
void read_scans(std::string_view pdf, Document& document, const OcrOptions& options);

/// The same by code linked into the caller. read_scans() loads it from a module when a page asks for it: the
/// libraries that it needs take longer to load than most plans take to read.
void read_scans_here(std::string_view pdf, Document& document, const OcrOptions& options);

}  // namespace pst::source
