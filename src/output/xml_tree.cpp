#include "output/xml_tree.hpp"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <memory>

#include "source/error.hpp"
#include "text/charsets.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

constexpr const char* kNoXml = "ce n'est pas du XML";
constexpr const char* kAdvice = "donnez le fichier tel qu'eComptes ou iA.PST l'a exporté";

[[noreturn]] void fail(const std::string& problem, std::optional<int> line = std::nullopt,
                       const std::string& advice = kAdvice) {
  throw Error({{}, std::nullopt, line, std::nullopt}, problem, advice);
}

// --- bytes to UTF-8 -------------------------------------------------------------------------------------

/// What `<?xml … encoding="…"?>` says, in lower case; empty where it says nothing.
std::string declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  std::string_view head = bytes.substr(0, bytes.find("?>"));
  const auto at = head.find("encoding");
  if (at == head.npos) return {};
  head.remove_prefix(at);
  const auto open = head.find_first_of("\"'");
  if (open == head.npos) return {};
  const auto close = head.find(head[open], open + 1);
  if (close == head.npos || close - open > 40) return {};
  std::string name(head.substr(open + 1, close - open - 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

struct Charset {
  std::string_view declared;
  const char* read_as;  ///< Windows-1252 is what is meant by ISO-8859-1, in browsers and everywhere else
};
constexpr std::array kCharsets{
    Charset{"iso-8859-1", "windows-1252"},   Charset{"latin1", "windows-1252"},
    Charset{"windows-1252", "windows-1252"}, Charset{"cp1252", "windows-1252"},
    Charset{"iso-8859-15", "iso-8859-15"},   Charset{"macintosh", "macintosh"},
};

/// The line that holds the first byte which is not UTF-8's.
int line_of_first_break(std::string_view bytes) {
  const std::string good = text::decode(bytes).utf8;
  const auto pair = std::mismatch(bytes.begin(), bytes.end(), good.begin(), good.end());
  return 1 + static_cast<int>(std::count(bytes.begin(), pair.first, '\n'));
}

struct Utf8 {
  std::string text;
  std::string encoding;
  bool relabelled = false;
};

Utf8 to_utf8(std::string_view bytes) {
  const std::string declared = declared_encoding(bytes);
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const text::Decoded decoded = text::decode(bytes);
  const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
  if (marked || (decoded.encoding == "UTF-8" && decoded.replaced == 0) || ascii) {
    const bool other = !marked && !ascii && !declared.empty() && declared != "utf-8" && declared != "utf8";
    return {decoded.utf8, decoded.encoding, other};
  }
  if (declared.empty() || declared == "utf-8" || declared == "utf8") {
    fail("le fichier se dit en UTF-8 et ne l'est pas", line_of_first_break(bytes),
         "réenregistrez-le en UTF-8, ou corrigez « encoding » dans sa première ligne");
  }
  for (const Charset& charset : kCharsets) {
    if (charset.declared != declared) continue;
    int replaced = 0;
    const auto text = text::from_charset(bytes, charset.read_as, replaced);
    if (text && replaced == 0) return {*text, charset.read_as, false};
  }
  fail("l'encodage « " + declared + " » n'est pas celui du fichier, ou n'est pas pris en charge", 1,
       "réenregistrez-le en UTF-8");
}

// --- events to a tree -----------------------------------------------------------------------------------

/// An attribute's value as meant: where entities are left alone, libxml2 hands `&amp;` on as `&#38;`.
std::string without_references(std::string value) {
  constexpr std::string_view kAmpersand = "&#38;";
  for (std::size_t at = value.find(kAmpersand); at != value.npos; at = value.find(kAmpersand, at + 1)) {
    value.replace(at, kAmpersand.size(), "&");
  }
  return text::nfc(value);
}

/// What libxml2 calls while it reads. Builds the tree, keeps the first thing that is wrong.
class Builder {
 public:
  XmlElement root;
  std::string problem;
  int line = 0;
  xmlParserCtxtPtr context = nullptr;

  void refuse(std::string what) {
    if (problem.empty()) {
      problem = std::move(what);
      line = here();
    }
    xmlStopParser(context);
  }

  void open(const xmlChar* name, int attributes, const xmlChar** values) {
    if (++elements_ > kMaxXmlElements) {
      return refuse("plus de " + std::to_string(kMaxXmlElements) + " éléments");
    }
    if (path_.size() >= static_cast<std::size_t>(kMaxXmlDepth)) {
      return refuse("éléments imbriqués sur plus de " + std::to_string(kMaxXmlDepth) + " niveaux");
    }
    if (attributes > static_cast<int>(kMaxXmlAttributes)) return refuse("trop d'attributs sur un élément");
    XmlElement& element = path_.empty() ? root : path_.back()->children.emplace_back();
    element.name = text_of(name);
    element.first_line = element.last_line = here();
    for (int i = 0; i < attributes; ++i) {
      const xmlChar** value = values + static_cast<std::ptrdiff_t>(i) * 5;  // name, prefix, URI, begin, end
      element.attributes.emplace_back(text_of(value[0]),
                                      without_references({reinterpret_cast<const char*>(value[3]),
                                                          reinterpret_cast<const char*>(value[4])}));
    }
    path_.push_back(&element);  // stays put until it is closed: only the innermost one gets children
  }

  void close() {
    if (path_.empty()) return;
    path_.back()->last_line = here();
    path_.back()->text = text::nfc(path_.back()->text);
    path_.pop_back();
  }

  void characters(const xmlChar* text, int length) {
    if (!path_.empty()) {
      path_.back()->text.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
    }
  }

 private:
  static std::string text_of(const xmlChar* text) { return reinterpret_cast<const char*>(text); }
  int here() const { return context->input == nullptr ? line : std::max(1, context->input->line); }

  std::vector<XmlElement*> path_;
  std::size_t elements_ = 0;
};

Builder& builder(void* user) {
  return *static_cast<Builder*>(user);
}

/// What the error of that number is, in French.
std::string french_problem(int code) {
  switch (code) {
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_START:
      return kNoXml;
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
      return "le XML s'arrête trop tôt ou une balise n'est pas fermée";
    case XML_ERR_TAG_NAME_MISMATCH:
      return "une balise n'est pas fermée par celle de son nom";
    case XML_ERR_INVALID_CHAR:
      return "un caractère que le XML n'admet pas";
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      return "l'encodage du fichier n'est pas celui qu'il déclare";
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return "une entité (&…;) qui n'est pas du XML";
    case XML_ERR_ENTITY_LOOP:
      return "des entités qui se contiennent l'une l'autre";
    default:
      return "XML mal formé";
  }
}

xmlSAXHandler handler() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                          const xmlChar**, int attributes, int,
                          const xmlChar** values) { builder(user).open(name, attributes, values); };
  sax.endElementNs = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    builder(user).close();
  };
  sax.characters = [](void* user, const xmlChar* text, int length) {
    builder(user).characters(text, length);
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  // The first that is called for a DOCTYPE, before anything in it is read.
  sax.internalSubset = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
    builder(user).refuse("une déclaration DOCTYPE, que les échanges de PST n'ont pas");
  };
  sax.reference = [](void* user, const xmlChar*) {
    builder(user).refuse(french_problem(XML_ERR_UNDECLARED_ENTITY));
  };
  sax.serror = [](void* user, xmlErrorPtr error) {
    if (error->level < XML_ERR_ERROR) return;
    Builder& to = builder(user);
    if (!to.problem.empty()) return;
    to.problem = french_problem(error->code);
    to.line = error->line;
  };
  return sax;
}

std::vector<bool> filled_lines(std::string_view text) {
  std::vector<bool> filled{false};
  for (const char c : text) {
    if (c == '\n') {
      filled.push_back(false);
    } else if (c != ' ' && c != '\t' && c != '\r') {
      filled.back() = true;
    }
  }
  return filled;
}

struct FreeContext {
  void operator()(xmlParserCtxtPtr context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
};

}  // namespace

const XmlElement* XmlElement::child(std::string_view wanted) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const XmlElement& element) { return element.name == wanted; });
  return found == children.end() ? nullptr : &*found;
}

std::optional<std::string> XmlElement::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return std::nullopt;
}

XmlFile read_xml(std::string_view bytes) {
  if (bytes.size() > kMaxXmlBytes) {
    fail("le fichier dépasse " + std::to_string(kMaxXmlBytes >> 20U) + " Mo");
  }
  if (text::is_blank(bytes.substr(0, 1000)) && text::is_blank(bytes)) fail("le fichier est vide");
  const Utf8 utf8 = to_utf8(bytes);
  xmlSAXHandler sax = handler();
  Builder to;
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(
      xmlCreatePushParserCtxt(&sax, &to, nullptr, 0, nullptr));
  if (context == nullptr) throw std::bad_alloc();
  to.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR);
  constexpr std::size_t kChunk = std::size_t{1} << 16U;
  for (std::size_t at = 0; at < utf8.text.size() && to.problem.empty(); at += kChunk) {
    const std::size_t size = std::min(kChunk, utf8.text.size() - at);
    xmlParseChunk(context.get(), utf8.text.data() + at, static_cast<int>(size), 0);
  }
  if (to.problem.empty()) xmlParseChunk(context.get(), nullptr, 0, 1);
  if (to.problem.empty() && context->wellFormed == 0) to.problem = french_problem(context->errNo);
  if (!to.problem.empty()) fail(to.problem, to.line > 0 ? std::optional(to.line) : std::nullopt);
  if (to.root.name.empty()) fail(kNoXml);
  return {std::move(to.root), utf8.encoding, utf8.relabelled, filled_lines(utf8.text)};
}

}  // namespace pst::output
