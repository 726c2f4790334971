// Whether a line goes on with the text before it, and how two lines join.
#pragma once

#include <string>
#include <string_view>

#include "grammar/reader.hpp"
#include "layout/layout.hpp"
#include "text/repair.hpp"

namespace pst::plan {

/// Whether `next` continues `text`, which ends with the fragment `last`. `wrap_width` is the document's, 0
/// where paragraphs are whole lines.
bool continues(grammar::Reader& reader, std::string_view text, const layout::Fragment& last,
               const layout::Fragment& next, int wrap_width);

/// Whether the line that ends with `last` had room for the first word of `next`, so that the writer broke it
/// on purpose; always where paragraphs are whole lines.
bool broken_on_purpose(const layout::Fragment& last, const layout::Fragment& next, int wrap_width);

/// Whether a text ends with a hyphen behind a word.
bool ends_with_hyphen(std::string_view text);

/// Appends a line to a text: with a space, or healing a hyphen that only split a word (`forma-` `tion`); the
/// dictionary tells it from a compound (`sud-` `ouest`). `hard`: the document splits no words, so that every
/// hyphen at a line's end is the writer's.
void join(grammar::Reader& reader, const text::Repairer& french, std::string& text, std::string_view line,
          bool hard = false);

/// Whether the document splits no words at its lines' ends. Told of placed documents only, from the words
/// that a hyphen and a line's end part: none of them is a word of one piece.
bool hyphens_are_hard(grammar::Reader& reader, const text::Repairer& french, const layout::Layout& layout);

/// The text of a wrapped cell with words that were split at its edge joined again (`après- midi`, `forma-
/// tion`).
std::string heal_hyphens(grammar::Reader& reader, const text::Repairer& french, std::string_view text,
                         bool hard = false);

/// Brackets opened and not closed in the text, near its end where it is long.
int open_brackets(std::string_view text);

/// Where the label that a line begins with ends, where its wording begins, and whether with a capital.
struct LabelEnd {
  std::size_t end = 0, rest = 0;
  bool upper_rest = false;
};

/// Whether a line that begins with a label closes a bracket that the text above left open: `(cf. procédure` /
/// `0.0.1.1) autour …`. A bracket of the label's own (`1) Ouvrir …`) closes one only where the wording goes
/// on like a sentence.
bool closes_bracket(std::string_view above, std::string_view line, const LabelEnd& label);

}  // namespace pst::plan
