// Bytes to text: which encoding a plan was saved in, and whether it is text at all.
#pragma once

#include <string>
#include <string_view>

namespace pst::text {

/// A text in UTF-8, well-formed whatever the bytes were.
struct Decoded {
  std::string utf8;
  std::string encoding;   ///< IANA name of what was read
  double confidence = 0;  ///< 0 to 1; 1 where a BOM or valid UTF-8 leaves no doubt
  int replaced = 0;       ///< ill-formed sequences replaced by U+FFFD
};

/// Bytes to UTF-8. In this order: a byte order mark; UTF-16 without one; UTF-8, also with a few broken bytes
/// in it; then the one-byte encodings that French was saved in (Windows-1252, ISO-8859-1 and -15, Mac Roman,
/// code page 850), told apart by which of them makes French words of the bytes; at last, what ICU's detector
/// thinks. A BOM is no part of the text. Line ends are left as they are.
Decoded decode(std::string_view bytes);

/// Whether the bytes are no text at all: a known file signature (PDF, ZIP, images …), NUL bytes outside
/// UTF-16, or too many control characters. Empty input is text.
bool looks_binary(std::string_view bytes);

}  // namespace pst::text
