// Plain text to pages of lines.
#pragma once

#include <string>
#include <string_view>

#include "source/document.hpp"

namespace pst::source {

/// Reads text in any encoding that French plans come in (UTF-8, UTF-16, Windows-1252, ISO-8859-1/15, Mac
/// Roman). Lines end with LF, CRLF or CR; a form feed begins a page. Every line becomes one run, blank lines
/// too, its text untouched but for the encoding.
/// Throws pst::Error where the bytes are empty, blank or no text at all.
Document read_text(std::string_view bytes, const std::string& file_name);

}  // namespace pst::source
