// Placed runs to fragments in reading order: the units that the grammars read.
//
// What holds afterwards:
//  - every source line that is not blank has a LineInfo; a line set aside as furniture says so;
//  - the text of a fragment is clean (NFC, one kind of space, no control or zero-width characters, no HTML
//    or Markdown mark-up), trimmed and not empty;
//  - a table row is one fragment per paragraph of each cell that is not empty, left to right;
//  - fragments stand in reading order and carry the place they came from.
// Nothing is joined here: whether a line continues the one before it depends on what is a marker.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "source/document.hpp"
#include "source/place.hpp"

namespace pst::layout {

/// What layout alone can tell of a line.
enum class LineClass : std::uint8_t {
  text,       ///< to be read
  blank,      ///< only white space
  furniture,  ///< running head or foot, rule, debris without a word
  contents,   ///< entry of a table of contents: leaders and a page number
};

struct LineInfo {
  int number = 0;  ///< 1-based source line
  int page = 0;    ///< 1-based, 0 where the source has no pages
  LineClass klass = LineClass::text;
  const char* rule = "";    ///< why it was set aside
  bool footnote = false;    ///< at the foot of its page, belongs to no paragraph around it
  std::int8_t heading = 0;  ///< level of a heading that a line of `=` or `-` below it underlines, else 0
  bool counts = false;      ///< repeats through the document with a number that counts upwards
  std::optional<source::Box> box;  ///< where the source has places
};

/// What the place of a fragment says of its text; plain text says nothing.
enum class Flow : std::uint8_t {
  unknown,
  continues,  ///< the line above is full and as near as the lines of one paragraph
  starts,     ///< a paragraph of its own: behind a gap, a short line or other type
};

/// OCR's confidence in a word below which it is doubtful. On sharp scans one word in a thousand is below,
/// most of them misread.
inline constexpr float kDoubtfulWord = 0.4F;

/// Cells of one row that are told apart; what stands beyond belongs to the last of them.
inline constexpr int kMostColumns = 1000;

/// A piece of text with its place and shape.
struct Fragment {
  std::string text;
  source::Span span;
  int line_index = 0;           ///< into Layout::lines
  int last_line_index = 0;      ///< of a cell that wraps: the row's last line
  int indent = 0;               ///< columns of white space before it (tab = 4)
  int width = 0;                ///< columns up to the end of the text
  int blank_before = 0;         ///< blank lines before its line; large at a page's or the document's start
  std::int16_t column = -1;     ///< 0-based cell in its row, below `columns`; -1 where the line is no row
  std::int16_t columns = 0;     ///< cells in its row, kMostColumns at most
  std::int32_t part = 0;        ///< 0-based paragraph within its line or cell
  std::int8_t heading = 0;      ///< Markdown or HTML heading level, 0 for none
  std::int8_t list_depth = 0;   ///< of the tagged list that it stands in, 1 for the outermost
  std::int32_t list = -1;       ///< that list, by a number of its own; -1 where no tags tell one
  bool bold = false;            ///< the whole fragment is bold
  bool wide_gap = false;        ///< a gap as wide as between columns stands within it
  bool footnote = false;        ///< its line is a footnote's
  float confidence = 1;         ///< OCR's in its least certain word, 0 to 1; 1 where none read it
  std::size_t doubtful_to = 0;  ///< bytes up to the end of its last doubtful word; 0 without one
  bool row_start = false;       ///< first fragment of its line
  Flow flow = Flow::unknown;    ///< whether it goes on with the fragment before it
};

/// A part of a page that was recognised, for drawing.
struct Area {
  enum class Kind : std::uint8_t { column, table, cell };
  Kind kind = Kind::column;
  int page = 1;
  source::Box box;
};

struct Layout {
  std::vector<LineInfo> lines;
  std::vector<Fragment> fragments;
  std::vector<std::string_view>
      raw;  ///< the source lines as read, for `explain` (the Document's or `storage`'s)
  /// Columns at which the writer wraps lines; 0 where paragraphs are whole lines.
  int wrap_width = 0;
  std::vector<Area> areas;                      ///< of a placed document
  std::vector<source::Diagnostic> diagnostics;  ///< what was in doubt
  std::deque<std::string> storage;              ///< lines put together from placed words

  Layout() = default;
  Layout(Layout&&) = default;
  Layout& operator=(Layout&&) = default;
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
};

/// Linear in the size of the document, but for sorting. Documents whose runs have places (PDF, OCR) are put
/// in reading order first.
Layout arrange(const source::Document& document);

}  // namespace pst::layout
