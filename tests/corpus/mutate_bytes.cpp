// Text in other encodings and with other line ends. The tables are the tests' own: a fault of the program's
// converter must not hide itself.
#include <map>
#include <stdexcept>
#include <vector>

#include "corpus/mutations.hpp"

namespace pst::corpus {
namespace {

/// Well-formed UTF-8 only, as the corpus is.
std::vector<char32_t> code_points(std::string_view utf8) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k)
      c = (c << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    out.push_back(c);
    i += length;
  }
  return out;
}

std::string utf16(std::string_view utf8, bool little) {
  std::string out;
  const auto unit = [&](char32_t c) {
    const char high = static_cast<char>(c >> 8U), low = static_cast<char>(c & 0xFFU);
    out += {little ? low : high, little ? high : low};
  };
  unit(0xFEFF);
  for (const char32_t c : code_points(utf8)) {
    if (c > 0xFFFF) {
      unit(0xD800 + ((c - 0x10000) >> 10U));
      unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
    } else {
      unit(c);
    }
  }
  return out;
}

using Table = std::map<char32_t, unsigned char>;

/// Latin-1's upper half, then what the others have elsewhere or beyond.
Table latin1() {
  Table table;
  for (char32_t c = 0xA0; c <= 0xFF; ++c) table[c] = static_cast<unsigned char>(c);
  return table;
}

Table windows_1252() {
  Table table = latin1();
  table.insert({{U'€', 0x80},
                {U'…', 0x85},
                {U'‰', 0x89},
                {U'Œ', 0x8C},
                {U'‘', 0x91},
                {U'’', 0x92},
                {U'“', 0x93},
                {U'”', 0x94},
                {U'•', 0x95},
                {U'–', 0x96},
                {U'—', 0x97},
                {U'™', 0x99},
                {U'œ', 0x9C}});
  return table;
}

Table iso_8859_15() {
  Table table = latin1();
  for (const char32_t gone : U"\u00A4\u00A6\u00A8\u00B4\u00B8\u00BC\u00BD\u00BE") table.erase(gone);
  table.insert({{U'€', 0xA4}, {U'Œ', 0xBC}, {U'œ', 0xBD}, {U'Ÿ', 0xBE}});
  return table;
}

/// As far as French goes.
Table macintosh() {
  return {{U'Ä', 0x80}, {U'Ç', 0x82}, {U'É', 0x83}, {U'Ö', 0x85}, {U'Ü', 0x86}, {U'á', 0x87}, {U'à', 0x88},
          {U'â', 0x89}, {U'ä', 0x8A}, {U'ç', 0x8D}, {U'é', 0x8E}, {U'è', 0x8F}, {U'ê', 0x90}, {U'ë', 0x91},
          {U'í', 0x92}, {U'î', 0x94}, {U'ï', 0x95}, {U'ñ', 0x96}, {U'ó', 0x97}, {U'ô', 0x99}, {U'ö', 0x9A},
          {U'ù', 0x9D}, {U'û', 0x9E}, {U'ü', 0x9F}, {U'°', 0xA1}, {U'¢', 0xA2}, {U'£', 0xA3}, {U'§', 0xA4},
          {U'•', 0xA5}, {U'®', 0xA8}, {U'©', 0xA9}, {U'±', 0xB1}, {U'¥', 0xB4}, {U'«', 0xC7}, {U'»', 0xC8},
          {U'…', 0xC9}, {0xA0, 0xCA}, {U'À', 0xCB}, {U'Œ', 0xCE}, {U'œ', 0xCF}, {U'–', 0xD0}, {U'—', 0xD1},
          {U'“', 0xD2}, {U'”', 0xD3}, {U'‘', 0xD4}, {U'’', 0xD5}, {U'€', 0xDB}, {U'·', 0xE1}, {U'Â', 0xE5},
          {U'Ê', 0xE6}, {U'Ë', 0xE8}, {U'È', 0xE9}, {U'Î', 0xEB}, {U'Ï', 0xEC}, {U'Ô', 0xEF}, {U'Û', 0xF3},
          {U'Ù', 0xF4}};
}

std::optional<std::string> one_byte(std::string_view utf8, const Table& table) {
  std::string out;
  for (const char32_t c : code_points(utf8)) {
    const auto found = table.find(c);
    if (c >= 0x80 && found == table.end()) return std::nullopt;
    out += static_cast<char>(c < 0x80 ? static_cast<unsigned char>(c) : found->second);
  }
  return out;
}

/// Letters and their accents apart.
std::string decomposed(std::string_view utf8) {
  struct Family {
    std::u32string letters;
    std::string bases;
    std::string accent;  ///< the combining mark, UTF-8
  };
  static const std::vector<Family> kFamilies = {{U"àèùÀÈÙ", "aeuAEU", "\xCC\x80"},
                                                {U"éáíóúÉ", "eaiouE", "\xCC\x81"},
                                                {U"âêîôûÂÊÎÔÛ", "aeiouAEIOU", "\xCC\x82"},
                                                {U"äëïöüËÏ", "aeiouEI", "\xCC\x88"},
                                                {U"çÇ", "cC", "\xCC\xA7"}};
  static const std::map<char32_t, std::string> kApart = [] {
    std::map<char32_t, std::string> apart;
    for (const Family& family : kFamilies) {
      for (std::size_t i = 0; i < family.letters.size(); ++i) {
        apart[family.letters[i]] = family.bases[i] + family.accent;
      }
    }
    return apart;
  }();
  std::string out;
  std::size_t at = 0;
  for (const char32_t c : code_points(utf8)) {
    const std::size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    const auto found = kApart.find(c);
    out += found != kApart.end() ? found->second : std::string(utf8.substr(at, length));
    at += length;
  }
  return out;
}

std::string with_line_ends(std::string_view utf8, const std::string& end) {
  std::string out;
  for (const char c : utf8) out += c == '\n' ? end : std::string(1, c);
  return out;
}

}  // namespace

std::optional<std::string> encoded(std::string_view utf8, const std::string& as) {
  if (as == "utf-8-bom") return "\xEF\xBB\xBF" + std::string(utf8);
  if (as == "utf-16le") return utf16(utf8, true);
  if (as == "utf-16be") return utf16(utf8, false);
  if (as == "windows-1252") return one_byte(utf8, windows_1252());
  if (as == "iso-8859-15") return one_byte(utf8, iso_8859_15());
  if (as == "macintosh") return one_byte(utf8, macintosh());
  if (as == "nfd") return decomposed(utf8);
  if (as == "crlf") return with_line_ends(utf8, "\r\n");
  if (as == "cr") return with_line_ends(utf8, "\r");
  throw std::invalid_argument("no encoding is called " + as);
}

}  // namespace pst::corpus
