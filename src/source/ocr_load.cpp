// read_scans(): whether a page asks for it, and the module that does it.
#include <dlfcn.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>

#include "source/error.hpp"
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

#ifdef PST_SCANS_LINKED

void call(std::string_view pdf, Document& document, const OcrOptions& options) {
  read_scans_here(pdf, document, options);
}

#else

using ReadScans = void (*)(const std::string_view*, Document*, const OcrOptions*);

/// Where the module lies: beside the program, above it (tests), or where it was installed.
void* load_module() {
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
  for (const char* from : {".", "..", PST_MODULES}) {
    const std::filesystem::path module = folder / from / "libpst_ocr.so";
    if (void* handle = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL)) return handle;
  }
  return nullptr;
}

void call(std::string_view pdf, Document& document, const OcrOptions& options) {
  static void* const module = load_module();
  void* const entry = module != nullptr ? dlsym(module, "pst_read_scans") : nullptr;
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
