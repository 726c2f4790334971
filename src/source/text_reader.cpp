#include "source/text_reader.hpp"

#include <utility>

#include "source/digest.hpp"
#include "source/error.hpp"
#include "text/bytes.hpp"
#include "text/encoding.hpp"

namespace pst::source {
namespace {

constexpr text::ByteSet kLineEnds("\n\r");

/// Calls `line(text)` for every line, in order. A form feed does not end a line (lines count as every editor
/// counts them); `page()` is called before the line that it opens, else after the line that holds it.
template <class OnLine, class OnPage>
void split_lines(std::string_view text, OnLine on_line, OnPage on_page) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text::find_any(text, kLineEnds, begin);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(begin, end - begin);
    const std::size_t feed = line.find('\f');
    while (!line.empty() && line.front() == '\f') {
      on_page();
      line.remove_prefix(1);
    }
    on_line(line);
    if (feed != 0 && feed != std::string_view::npos) on_page();
    const bool crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (crlf ? 2 : 1);
  }
}

}  // namespace

Document read_text(std::string_view bytes, const std::string& file_name) {
  Document document;
  document.file = file_name;
  document.media_type = "text/plain";
  document.bytes = bytes.size();
  if (bytes.empty()) {
    throw Error({.file = file_name}, "le fichier est vide", "vérifiez l'export ou retirez-le du lot");
  }
  if (text::looks_binary(bytes)) {
    throw Error({.file = file_name}, "ce n'est pas un fichier de texte",
                "exportez le plan en texte (UTF-8) ou donnez l'original");
  }
  document.sha256 = sha256_hex(bytes);
  text::Decoded decoded = text::decode(bytes);
  document.encoding = decoded.encoding;
  if (decoded.replaced > 0) {
    document.diagnostics.push_back({About::reading, Severity::warning, "encoding",
                                    std::to_string(decoded.replaced) +
                                        " caractère(s) illisible(s) remplacé(s) : vérifiez l'encodage (" +
                                        decoded.encoding + " supposé)",
                                    std::nullopt, std::nullopt});
  }
  const std::string& utf8 = document.storage.emplace_back(std::move(decoded.utf8));

  document.pages.push_back({});
  int number = 0;
  bool any = false;
  split_lines(
      utf8,
      [&](std::string_view line) {
        Run run;
        run.text = line;
        run.line = ++number;
        any = any || line.find_first_not_of(" \t\f\v") != std::string_view::npos;
        document.pages.back().runs.push_back(run);
      },
      [&] {
        document.paged = true;
        document.pages.push_back({.number = document.pages.back().number + 1, .runs = {}});
      });
  if (!any) {
    throw Error({.file = file_name}, "le fichier ne contient que des blancs",
                "vérifiez l'export ou retirez-le du lot");
  }
  if (document.pages.size() > 1 && document.pages.back().runs.empty()) document.pages.pop_back();
  return document;
}

}  // namespace pst::source
