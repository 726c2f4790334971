// Names of glyphs, and the encodings that simple fonts begin with.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace pst::source::pdf {

/// Unicode of each code, UTF-8; empty where the encoding has none.
using Encoding = std::array<std::string, 256>;

/// The base encodings by PDF's names, plus "SymbolEncoding" and "ZapfDingbatsEncoding"; null for other names.
const Encoding* base_encoding(std::string_view name);

/// What a glyph's name stands for, by the rules of the Adobe Glyph List: names of the list, uniXXXX, uXXXXXX,
/// parts joined by underscores, suffixes behind a dot. Empty where it says nothing ("g12", ".notdef").
std::string glyph_text(std::string_view name);

}  // namespace pst::source::pdf
