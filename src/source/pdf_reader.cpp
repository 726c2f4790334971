#include "source/pdf_reader.hpp"

#include <optional>
#include <set>

#include "source/digest.hpp"
#include "source/error.hpp"
#include "source/pdf_content.hpp"
#include "source/pdf_limits.hpp"
#include "source/pdf_objects.hpp"
#include "source/pdf_pages.hpp"

namespace pst::source {

namespace {

using namespace pdf;

void complain(Document& document, int page, const std::string& problem) {
  document.diagnostics.push_back({About::reading, Severity::warning, "pdf-page",
                                  "page " + std::to_string(page) + " non lue entièrement : " + problem,
                                  std::nullopt, std::nullopt});
}

/// Layers that are switched off when the document is opened.
std::set<Identity> hidden_layers(const Objects& objects) {
  std::set<Identity> hidden;
  const Object* properties = objects.get(objects.get(objects.trailer(), "Root"), "OCProperties");
  const Object* preset = objects.get(properties, "D");
  if (objects.name(preset, "BaseState") == "OFF") {
    const Object* all = objects.get(properties, "OCGs");
    for (std::size_t i = 0; i < size(all); ++i) hidden.insert(identity(objects.item(all, i)));
    const Object* on = objects.get(preset, "ON");
    for (std::size_t i = 0; i < size(on); ++i) hidden.erase(identity(objects.item(on, i)));
  }
  const Object* off = objects.get(preset, "OFF");
  for (std::size_t i = 0; i < size(off); ++i) hidden.insert(identity(objects.item(off, i)));
  return hidden;
}

/// Reads one page into `page`; gives what went wrong, if anything did.
std::optional<std::string> read_page(const ContentContext& context, const PageObject& source, Page& page,
                                     std::deque<std::string>& storage) {
  page.width = source.width;
  page.height = source.height;
  ContentReader reader(context, page, source.to_page, {});
  std::optional<std::string> problem;
  try {
    reader.run(content_of(context.objects, source.page, context.budget), source.resources);
  } catch (const LimitError& e) {
    problem = e.what();
  } catch (const PoDoFo::PdfError&) {
    problem = "objets endommagés";
  }
  reader.finish(storage);
  return problem;
}

void read_pages(const Objects& objects, Budget& budget, Document& document) {
  FontCache fonts(objects, budget);
  const std::set<Identity> hidden = hidden_layers(objects);
  const ContentContext context{objects, fonts, budget, hidden};
  for (const PageObject& source : pages_of(objects, budget)) {
    Page& page = document.pages.emplace_back();
    page.number = static_cast<int>(document.pages.size());
    const auto problem = read_page(context, source, page, document.storage);
    if (problem) complain(document, page.number, *problem);
  }
}

}  // namespace

Document read_pdf(std::string_view bytes, const std::string& file_name, const PdfOptions& options) {
  Document document;
  document.file = file_name;
  document.media_type = "application/pdf";
  document.bytes = bytes.size();
  document.paged = true;
  document.sha256 = sha256_hex(bytes);
  Budget budget(options.time);
  try {
    const Objects objects(bytes, true);
    read_pages(objects, budget, document);
  } catch (const PoDoFo::PdfError& e) {
    throw Error({.file = file_name}, "le PDF est illisible", "ouvrez-le et enregistrez-le à nouveau en PDF");
  }
  if (document.pages.empty()) throw Error({.file = file_name}, "le PDF n'a aucune page", "vérifiez l'export");
  return document;
}

}  // namespace pst::source
