// Accents that a file draws as glyphs of their own.
#pragma once

#include <string>
#include <string_view>

namespace pst::source::pdf {

/// The combining mark that a glyph's text stands for: itself, or that of a spacing accent (´ ` ¨ ˆ ¸ …). 0
/// for other texts.
char32_t combining_mark(std::string_view utf8);

/// A letter with a mark, as one character where Unicode has it; empty where it has not.
std::string composed(std::string_view letter, char32_t mark);

}  // namespace pst::source::pdf
