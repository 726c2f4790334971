#include "source/pdf_encoding.hpp"

#include <podofo/doc/PdfDifferenceEncoding.h>
#include <podofo/podofo-base.h>

#include <charconv>
#include <map>

#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

namespace {

using namespace PoDoFo;

/// PoDoFo keeps UTF-16 big-endian.
char32_t native(pdf_utf16be c) {
  return static_cast<char32_t>((c & 0xFF) << 8 | (c >> 8 & 0xFF));
}

Encoding table_of(const PdfEncoding& encoding) {
  Encoding table;
  for (int code = 0; code < 256; ++code) {
    const char32_t c = native(encoding.GetCharCode(code));
    if (c >= 0x20) append_utf8(table[static_cast<std::size_t>(code)], c);
  }
  return table;
}

std::string hex_text(std::string_view digits, std::size_t width) {
  std::string text;
  for (std::size_t i = 0; i + width <= digits.size(); i += width) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data() + i, digits.data() + i + width, value, 16);
    if (error != std::errc() || end != digits.data() + i + width) return {};
    append_utf8(text, value);
  }
  return text;
}

std::string listed(std::string_view name) {
  std::string text;
  const char32_t c = native(PdfDifferenceEncoding::NameToUnicodeID(PdfName(std::string(name))));
  if (c != 0) append_utf8(text, c);
  return text;
}

/// TeX's fonts have a sign in several sizes: "parenleftbigg", "summationdisplay".
std::string_view without_size(std::string_view name) {
  for (const std::string_view size : {"bigg", "Bigg", "big", "Big", "text", "display"}) {
    if (name.size() > size.size() && name.ends_with(size)) return name.substr(0, name.size() - size.size());
  }
  return {};
}

std::string component_text(std::string_view name) {
  if (name.size() == 1) return std::string(name);
  if (name.starts_with("uni") && name.size() >= 7 && (name.size() - 3) % 4 == 0) {
    if (std::string text = hex_text(name.substr(3), 4); !text.empty()) return text;
  }
  if (name.starts_with("u") && name.size() >= 5 && name.size() <= 7) {
    if (std::string text = hex_text(name.substr(1), name.size() - 1); !text.empty()) return text;
  }
  std::string text = listed(name);
  if (text.empty() && !without_size(name).empty()) text = listed(without_size(name));
  return text;
}

}  // namespace

const Encoding* base_encoding(std::string_view name) {
  static const std::map<std::string_view, Encoding> kEncodings = [] {
    std::map<std::string_view, Encoding> all;
    all["WinAnsiEncoding"] = table_of(PdfWinAnsiEncoding());
    all["MacRomanEncoding"] = table_of(PdfMacRomanEncoding());
    all["MacExpertEncoding"] = table_of(PdfMacExpertEncoding());
    all["PDFDocEncoding"] = table_of(PdfDocEncoding());
    all["StandardEncoding"] = table_of(PdfStandardEncoding());
    all["SymbolEncoding"] = table_of(PdfSymbolEncoding());
    all["ZapfDingbatsEncoding"] = table_of(PdfZapfDingbatsEncoding());
    return all;
  }();
  const auto found = kEncodings.find(name);
  return found == kEncodings.end() ? nullptr : &found->second;
}

std::string glyph_text(std::string_view name) {
  name = name.substr(0, name.find('.'));
  if (name.empty()) return {};
  std::string text;
  while (true) {
    const std::size_t joint = name.find('_');
    text += component_text(name.substr(0, joint));
    if (joint == name.npos) return text;
    name.remove_prefix(joint + 1);
  }
}

}  // namespace pst::source::pdf
