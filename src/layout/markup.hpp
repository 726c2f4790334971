// Remnants of HTML and Markdown in a source line: mark-up off, boundaries kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::layout {

/// A cell's or line's text cut at paragraph boundaries.
struct Paragraph {
  std::string text;
  int heading = 0;  ///< 1 to 6 for `#` or `<h1>` headings, else 0
  bool bold = false;
};

/// Splits at `<p>`, `<li>`, `<br>`, `<div>`, `<tr>`, `<h1>`… and drops every other tag; decodes entities;
/// takes
/// `**`, `__` and heading hashes off. A `<` that opens no tag stays. `<li>` leaves a "- " in front.
/// Paragraphs without text are left out.
std::vector<Paragraph> paragraphs(std::string_view text);

/// Whether the text holds anything that paragraphs() would change; a cheap test for the common case.
bool has_markup(std::string_view text);

}  // namespace pst::layout
