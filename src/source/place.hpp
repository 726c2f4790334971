// Where something stands in a source document, and what the program has to say about it.
// Every later room uses these two types; provenance is attached here, where text enters.
#pragma once

#include <optional>
#include <string>

namespace pst::source {

/// A rectangle on a page, in points (1/72 inch) from the page's top left corner, x0 <= x1 and y0 <= y1.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  /// Grows to hold `other` too.
  void unite(const Box& other);
};

/// A run of source lines (1-based, inclusive, counted over the whole document as read), with the page
/// (1-based) and the box of the text where the format has pages.
struct Span {
  int first_line = 0;
  int last_line = 0;
  std::optional<int> page;
  std::optional<Box> box;

  /// Grows to hold `other` too; the page stays that of the earlier line.
  void unite(const Span& other);
};

enum class About { plan, reading };
enum class Severity { info, warning, error };

/// Something odd: `plan` where the document contradicts itself, `reading` where the program is in doubt.
/// `code` names the node and `lines` the place; one without either speaks of the whole document.
struct Diagnostic {
  About about = About::reading;
  Severity severity = Severity::warning;
  std::string rule;     ///< short stable name, e.g. "numbering-gap"
  std::string message;  ///< one French sentence: what, where, what to do
  std::optional<std::string> code;
  std::optional<std::pair<int, int>> lines;
};

}  // namespace pst::source
