#include "source/pdf_reader.hpp"

#include <ios>
#include <new>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "source/digest.hpp"
#include "source/error.hpp"
#include "source/pdf_content.hpp"
#include "source/pdf_limits.hpp"
#include "source/pdf_objects.hpp"
#include "source/pdf_pages.hpp"
#include "source/pdf_repair.hpp"
#include "source/pdf_scan.hpp"
#include "source/pdf_structure.hpp"

namespace pst::source {

namespace {

using namespace pdf;

constexpr std::size_t kHeaderWithin = 1024;
constexpr std::string_view kNoCharacter = "\xEF\xBF\xBD";

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

/// What reading the bytes once has given.
struct Attempt {
  std::vector<Page> pages;
  std::vector<Element> structure;
  std::deque<std::string> storage;
  std::vector<std::pair<int, std::string>> problems;  ///< by page
  bool damaged = false;

  std::size_t text_bytes() const {
    std::size_t bytes = 0;
    for (const std::string& text : storage) {
      bytes += text.size();
      // What is not known does not count.
      for (std::size_t at = text.find(kNoCharacter); at != text.npos; at = text.find(kNoCharacter, at + 1)) {
        bytes -= kNoCharacter.size();
      }
    }
    return bytes;
  }
};

/// Reads one page into `page`; gives what went wrong, if anything did.
std::optional<std::string> read_page(const ContentContext& context, const PageObject& source,
                                     const ContentReader::Marked& marked, Page& page,
                                     std::deque<std::string>& storage) {
  page.width = source.width;
  page.height = source.height;
  ContentReader reader(context, page, source.to_page, identity(source.page), marked);
  std::optional<std::string> problem;
  try {
    context.budget.check_time();
    reader.run(content_of(context.objects, source.page, context.budget), source.resources);
    reader.show_annotations(source.page);
  } catch (const LimitError& e) {
    problem = e.what();
  } catch (const PoDoFo::PdfError&) {
    problem = "objets endommagés";
  } catch (const std::bad_alloc&) {
    problem = "mémoire insuffisante";
  }
  reader.finish(storage);
  return problem;
}

/// Reads bytes that are neither encrypted nor known to be a bomb. Throws PoDoFo::PdfError, LimitError.
Attempt read_sound(std::string_view bytes, Budget& budget) {
  Attempt attempt;
  const Objects objects(bytes);
  FontCache fonts(objects, budget);
  const std::set<Identity> hidden = hidden_layers(objects);
  const ContentContext context{objects, fonts, budget, hidden};
  Structure structure(objects, budget);
  const auto marked = [&](Identity stream, int number) { return structure.marked(stream, number); };
  std::size_t text_bytes = 0;
  for (const PageObject& source : pages_of(objects, budget)) {
    Page& page = attempt.pages.emplace_back();
    page.number = static_cast<int>(attempt.pages.size());
    if (text_bytes > kMaxTextBytes) {
      attempt.problems.emplace_back(page.number, "le document a trop de texte");
      page.width = source.width;
      page.height = source.height;
      continue;
    }
    const auto problem = read_page(context, source, marked, page, attempt.storage);
    if (problem) attempt.problems.emplace_back(page.number, *problem);
    text_bytes += attempt.storage.back().size();
  }
  attempt.structure = structure.elements();
  attempt.damaged = objects.damaged();
  return attempt;
}

/// The same for a file as it comes, nothing where it cannot be read so.
std::optional<Attempt> read_as_is(std::string_view bytes, Budget& budget) {
  try {
    return read_sound(bytes, budget);
  } catch (const PoDoFo::PdfError&) {
    return std::nullopt;
  } catch (const std::ios_base::failure&) {  // PoDoFo reads through a stream
    return std::nullopt;
  } catch (const std::length_error&) {  // and believes the sizes it finds
    return std::nullopt;
  } catch (const std::out_of_range&) {
    return std::nullopt;
  }
}

bool better(const Attempt& repaired, const std::optional<Attempt>& before) {
  if (!before || before->pages.empty()) return true;
  if (repaired.pages.size() != before->pages.size()) return repaired.pages.size() > before->pages.size();
  return repaired.text_bytes() >= before->text_bytes();
}

/// Reads the bytes as they are, and where that does not go well, as qpdf mends them. `mended` says which it
/// was.
Attempt read_any(std::string_view bytes, const PdfOptions& options, Budget& budget, bool& mended) {
  const bool encrypted = seems_encrypted(bytes);
  check_index_streams(bytes, budget);
  std::optional<Attempt> attempt;
  if (!encrypted) attempt = read_as_is(bytes, budget);
  if (attempt && !attempt->pages.empty() && !attempt->damaged) return std::move(*attempt);
  try {
    const std::string sound = repaired(bytes, options.password, budget);
    Attempt second = read_sound(sound, budget);
    if (better(second, attempt)) {
      mended = !encrypted;
      return second;
    }
  } catch (const PasswordError&) {
    throw;
  } catch (const PoDoFo::PdfError&) {  // no std::exception
    if (!attempt) throw std::runtime_error("unreadable as qpdf writes it");
  } catch (const std::exception&) {
    if (!attempt) throw;
  }
  return std::move(*attempt);
}

void take(Attempt&& attempt, bool mended, Document& document) {
  document.pages = std::move(attempt.pages);
  document.structure = std::move(attempt.structure);
  document.storage = std::move(attempt.storage);
  if (mended) {
    document.diagnostics.push_back({About::reading, Severity::info, "pdf-repaired",
                                    "le fichier est endommagé et a été réparé : vérifiez que rien ne manque",
                                    std::nullopt, std::nullopt});
  }
  for (const auto& [page, problem] : attempt.problems) complain(document, page, problem);
}

}  // namespace

Document read_pdf_here(std::string_view bytes, const std::string& file_name, const PdfOptions& options) {
  const Error::Where where{.file = file_name};
  if (bytes.size() > kMaxFileBytes) throw Error(where, "le PDF est trop grand", "découpez-le");
  Document document;
  document.file = file_name;
  document.media_type = "application/pdf";
  document.bytes = bytes.size();
  document.paged = true;
  document.sha256 = sha256_hex(bytes);
  // Places in the file count from its header, before which mail and web servers leave things.
  const std::size_t header = bytes.substr(0, kHeaderWithin).find("%PDF-");
  if (header != bytes.npos) bytes.remove_prefix(header);
  Budget budget(options.time);
  try {
    bool mended = false;
    Attempt attempt = read_any(bytes, options, budget, mended);
    take(std::move(attempt), mended, document);
  } catch (const PasswordError&) {
    throw Error(where,
                options.password.empty() ? "le PDF est protégé par un mot de passe"
                                         : "le mot de passe n'ouvre pas ce PDF",
                "donnez-le avec --password");
  } catch (const LimitError& e) {
    throw Error(where, std::string("le PDF dépasse les limites : ") + e.what(),
                "ouvrez-le et imprimez-le dans un nouveau PDF");
  } catch (const std::bad_alloc&) {
    throw Error(where, "mémoire insuffisante pour ce PDF", "donnez le document découpé");
  } catch (const std::exception&) {
    throw Error(where, "le PDF est illisible, même après réparation",
                "ouvrez-le dans un lecteur et enregistrez-le à nouveau");
  }
  if (document.pages.empty()) throw Error(where, "le PDF n'a aucune page", "vérifiez l'export");
  return document;
}

}  // namespace pst::source
