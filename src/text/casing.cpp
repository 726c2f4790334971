#include "text/casing.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace pst::text {

std::string title_case(std::string_view utf8) {
  static constexpr std::array<std::string_view, 14> kParticles{
      "sur", "sous", "en", "le", "la", "les", "lez", "lès", "de", "du", "des", "et", "au", "aux"};
  icu::UnicodeString lower =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  lower.toLower(icu::Locale::getFrench());
  std::string out;
  std::int32_t begin = 0;
  while (begin < lower.length()) {
    std::int32_t end = begin;
    while (end < lower.length() && lower[end] != u' ' && lower[end] != u'-' && lower[end] != u'\'' &&
           lower[end] != u'’')
      ++end;
    icu::UnicodeString word(lower, begin, end - begin);
    std::string plain;
    word.toUTF8String(plain);
    const bool particle =
        begin > 0 && std::find(kParticles.begin(), kParticles.end(), plain) != kParticles.end();
    const bool elided = end < lower.length() && (lower[end] == u'\'' || lower[end] == u'’') && begin > 0;
    if (!particle && !elided && word.length() > 0) {
      icu::UnicodeString first(word, 0, 1);
      first.toUpper(icu::Locale::getFrench());
      word.replace(0, 1, first);
      plain.clear();
      word.toUTF8String(plain);
    }
    out += plain;
    if (end < lower.length()) icu::UnicodeString(lower, end, 1).toUTF8String(out);
    begin = end + 1;
  }
  return out;
}

}  // namespace pst::text
