// What every reader hands on: pages of placed runs of text, and the facts of the file itself.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/place.hpp"

namespace pst::source {

/// How a run looks, where the format says so; zero and false where it does not.
struct Style {
  double size = 0;  ///< points
  bool bold = false;
  bool italic = false;
};

/// A piece of text at one place: a whole source line for plain text, what one operator shows for a PDF.
struct Run {
  std::string_view text;  ///< UTF-8, owned by the Document's storage
  int line = 0;           ///< 1-based over the whole document; 0 where layout has yet to find the lines
  std::optional<Box> box;
  Style style;
};

struct Page {
  int number = 1;                ///< 1-based
  double width = 0, height = 0;  ///< points; 0 where the format has no page size
  std::vector<Run> runs;         ///< plain text: every line in order, blank ones too
};

/// A document as read. Movable; the runs point into `storage`, which never reallocates its strings.
struct Document {
  std::string file;        ///< name without folder
  std::string media_type;  ///< "text/plain"
  std::uint64_t bytes = 0;
  std::string sha256;
  std::string encoding;  ///< IANA name, for text
  bool paged = false;    ///< whether the source itself marks pages
  std::vector<Page> pages;
  std::vector<Diagnostic> diagnostics;
  std::deque<std::string> storage;

  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
};

}  // namespace pst::source
