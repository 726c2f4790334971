// Code points for the other files of this room: stepping through UTF-8, and one table of what the program
// needs to know about each character of Latin script and punctuation.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/bytes.hpp"

namespace pst::text {

/// What one code point is to us.
struct Glyph {
  enum : std::uint16_t {
    space = 1,   ///< white space of any width, the tab too
    drop = 2,    ///< invisible: controls, zero-width and bidi marks, variation selectors
    bullet = 4,  ///< list bullets, arrows, dingbats, geometric shapes
    upper = 8,
    lower = 16,
    letter = 32,  ///< upper, lower or without case
    digit = 64,
    mark = 128,  ///< combining
    inert = 256  ///< clean_line() lets it be, wherever it stands
  };
  std::uint16_t bits = 0;
  char plain = '\x01';         ///< its byte in the ASCII projection, see plain() in unicode.hpp
  std::array<char, 4> fold{};  ///< lower-case letters and digits it stands for, zero-terminated

  bool is(std::uint16_t any) const { return (bits & any) != 0; }
};

/// Code points below this one are in the table.
inline constexpr char32_t kGlyphTableSize = 0x2C00;
inline constexpr char32_t kReplacement = 0xFFFD;

const std::array<Glyph, kGlyphTableSize>& glyph_table();
Glyph rare_glyph(char32_t code_point);

/// For loops: they fetch the table once.
inline Glyph glyph(const std::array<Glyph, kGlyphTableSize>& table, char32_t code_point) {
  return code_point < kGlyphTableSize ? table[code_point] : rare_glyph(code_point);
}

inline Glyph glyph(char32_t code_point) {
  return glyph(glyph_table(), code_point);
}

/// Code points that are in NFC whatever stands beside them, as far as we know without asking ICU.
inline bool surely_nfc(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20BF) ||
         (c >= 0x2500 && c <= 0x27BF) || (c >= 0xE000 && c <= 0xF8FF);
}

/// What stands for an apostrophe in French texts, the accents typed alone too.
inline bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'´' || c == U'`';
}

/// The code point of several bytes at `at`, which moves behind it; U+FFFD, one byte, where none begins.
inline char32_t next_wide_code_point(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(utf8[i]); };
  const auto trail = [&](std::size_t i) { return i < utf8.size() && (byte(i) & 0xC0) == 0x80; };
  const char32_t lead = byte(at);
  if (lead >= 0xC2 && lead <= 0xDF && trail(at + 1)) {
    const char32_t c = (lead & 0x1F) << 6 | (byte(at + 1) & 0x3F);
    at += 2;
    return c;
  }
  if ((lead & 0xF0) == 0xE0 && trail(at + 1) && trail(at + 2)) {
    const char32_t c = (lead & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
      at += 3;
      return c;
    }
  }
  if (lead >= 0xF0 && lead <= 0xF4 && trail(at + 1) && trail(at + 2) && trail(at + 3)) {
    const char32_t c = (lead & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 |
                       (byte(at + 3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) {
      at += 4;
      return c;
    }
  }
  ++at;
  return kReplacement;
}

/// The code point at `at`, which moves behind it. A byte that begins no well-formed sequence is one U+FFFD.
/// Most are ASCII, which is not worth a call.
[[gnu::always_inline]] inline char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  if (lead >= 0x80) return next_wide_code_point(utf8, at);
  ++at;
  return lead;
}

inline void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// Where the next byte >= 0x80 stands at or after `from`, or the size.
inline std::size_t find_non_ascii(std::string_view bytes, std::size_t from) {
  return find_byte(bytes, from, [](ByteBlock c) { return c >= 0x80; });
}

/// Where the next byte stands that is not printable ASCII, or the size.
inline std::size_t find_odd_byte(std::string_view bytes, std::size_t from) {
  return find_byte(bytes, from, [](ByteBlock c) { return (c < 0x20) | (c >= 0x7F); });
}

/// Upper or lower case of one code point, where that is a single code point (else unchanged).
char32_t to_lower(char32_t code_point);
char32_t to_upper(char32_t code_point);

std::u32string decode_utf8(std::string_view utf8);
std::string encode_utf8(std::u32string_view code_points);

}  // namespace pst::text
