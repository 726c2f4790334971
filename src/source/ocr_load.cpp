// read_scans(): whether a page asks for it, and the module that does it.
#include <algorithm>
#include <optional>
#include <string>

#include "source/error.hpp"
#include "source/module.hpp"
#include "source/ocr.hpp"
#include "source/ocr_need.hpp"

namespace pst::source {
namespace {

bool may_need(const Document& document, const OcrOptions& options) {
  if (options.mode == OcrMode::always) return true;
  const auto has_runs = [](const Page& page) { return !page.runs.empty(); };
  if (options.mode == OcrMode::never && std::ranges::any_of(document.pages, has_runs)) return false;
  std::optional<text::Repairer> own;
  if (options.french == nullptr) own.emplace();
  const text::Repairer& french = own ? *own : *options.french;
  return std::ranges::any_of(document.pages,
                             [&](const Page& page) { return layer_of(page, french) != Layer::sound; });
}

#ifdef PST_MODULES_LINKED

void call(std::string_view pdf, Document& document, const OcrOptions& options) {
  read_scans_here(pdf, document, options);
}

#else

using ReadScans = void (*)(const std::string_view*, Document*, const OcrOptions*);

void call(std::string_view pdf, Document& document, const OcrOptions& options) {
  static void* const entry = module_entry("libpst_ocr.so", "pst_read_scans");
  if (entry == nullptr) {
    if (options.mode == OcrMode::never) return;  // it would only say that the pages are images
    throw Error({.file = document.file},
                "le module qui lit les pages scannées (libpst_ocr.so) ne se charge pas",
                "réinstallez pst, ou lisez sans lui avec « --ocr never »");
  }
  reinterpret_cast<ReadScans>(entry)(&pdf, &document, &options);
}

#endif

}  // namespace

void read_scans(std::string_view pdf, Document& document, const OcrOptions& options) {
  if (may_need(document, options)) call(pdf, document, options);
}

}  // namespace pst::source
