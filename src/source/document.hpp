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
  std::uint32_t color = 0;  ///< 0xRRGGBB
};

/// A piece of text at one place. Plain text: a whole source line. PDF and OCR: a word, or a piece of one; it
/// holds no white space, and what stood before it (a space shown, or a gap) is in `space_before`.
struct Run {
  std::string_view text;   ///< UTF-8, owned by the Document's storage
  int line = 0;            ///< 1-based over the whole document; 0 where layout has yet to find the lines
  std::optional<Box> box;  ///< on the page as shown: rotation and crop box applied
  Style style;
  bool space_before = false;  ///< the document itself shows a space between this run and the one before
  bool artifact = false;      ///< the producer says that this is no content (running head, watermark)
  bool invisible = false;     ///< shown without ink: the text layer under a scan's image, as a rule
  std::int16_t turn = 0;  ///< degrees clockwise that the text is turned on the page as shown: 0, 90, 180, 270
  std::int32_t element = -1;  ///< into Document::structure; -1 where the PDF does not tag it
  float confidence = 1;       ///< 0 to 1; below 1 for words read by OCR only
};

/// An element of a tagged PDF's structure tree, in document order; a parent stands before its children.
struct Element {
  std::string role;  ///< standard structure type after role mapping: "H1", "P", "TH", "TD", "LI" …
  int parent = -1;   ///< into Document::structure
  int row_span = 1;  ///< of a cell
  int column_span = 1;
};

struct Page {
  int number = 1;                ///< 1-based
  double width = 0, height = 0;  ///< points as shown; 0 where the format has no page size
  std::vector<Run> runs;         ///< plain text: every line in order, blank ones too; PDF: in the order shown
  std::vector<Box> rules;  ///< lines drawn, horizontal or vertical: the strokes of tables and underlines
  std::vector<Box> fills;  ///< boxes filled with another colour than the page's: shaded cells
  std::vector<Box> dots;   ///< small discs, circles and squares drawn: list signs that are no text
  bool read_by_ocr = false;
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
  std::vector<Element> structure;        ///< a tagged PDF's structure tree; empty for others
  std::optional<double> ocr_confidence;  ///< mean over the words read by OCR, 0 to 1
  std::vector<Diagnostic> diagnostics;
  std::deque<std::string> storage;

  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
};

}  // namespace pst::source
