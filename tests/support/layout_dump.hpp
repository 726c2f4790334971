// A layout as a few lines that a test compares.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "layout/layout.hpp"
#include "source/text_reader.hpp"

namespace pst::test {

/// A document and its layout, which points into it.
struct Arranged {
  source::Document document;
  layout::Layout layout;

  explicit Arranged(std::string_view text) {
    if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
    document = source::read_text(text, "plan.txt");
    layout = layout::arrange(document);
  }
};

/// The fragments, one a line, in order: `3: text`, a cell as `3[0/4]: text`, a heading as `3 h2: text`, a
/// line that goes on with the one before it as `4: …text`.
inline std::string fragments(std::string_view text) {
  const Arranged arranged(text);
  std::string out = "\n";
  for (const layout::Fragment& f : arranged.layout.fragments) {
    out += std::to_string(f.span.first_line);
    if (f.span.last_line != f.span.first_line) out += "-" + std::to_string(f.span.last_line);
    if (f.columns > 0) out += "[" + std::to_string(f.column) + "/" + std::to_string(f.columns) + "]";
    if (f.heading > 0) out += " h" + std::to_string(f.heading);
    if (f.bold) out += " bold";
    out += f.flow == layout::Flow::continues ? ": …" : ": ";
    out += f.text + "\n";
  }
  return out;
}

/// The class of every line, in a letter: t(ext), . blank, f(urniture), c(ontents).
inline std::string classes(std::string_view text) {
  const Arranged arranged(text);
  std::string out;
  for (const layout::LineInfo& line : arranged.layout.lines) {
    switch (line.klass) {
      case layout::LineClass::text:
        out += 't';
        break;
      case layout::LineClass::blank:
        out += '.';
        break;
      case layout::LineClass::furniture:
        out += 'f';
        break;
      case layout::LineClass::contents:
        out += 'c';
        break;
    }
  }
  return out;
}

}  // namespace pst::test
