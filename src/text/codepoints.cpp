#include "text/codepoints.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <memory>

namespace pst::text {
namespace {

struct Named {
  char32_t code_point;
  char plain;
  const char* fold;
};

// Letters that Unicode does not take apart, or where the French reading differs from the decomposition.
constexpr Named kLetters[] = {
    {U'œ', 'o', "oe"}, {U'Œ', 'O', "oe"}, {U'æ', 'a', "ae"}, {U'Æ', 'A', "ae"}, {U'ß', 's', "ss"},
    {U'ø', 'o', "o"},  {U'Ø', 'O', "o"},  {U'ł', 'l', "l"},  {U'Ł', 'L', "l"},  {U'đ', 'd', "d"},
    {U'Đ', 'D', "d"},  {U'ð', 'd', "d"},  {U'Ð', 'D', "d"},  {U'þ', 't', "th"}, {U'Þ', 'T', "th"},
    {U'ı', 'i', "i"},  {U'ª', 'a', "a"},  {U'º', 'o', "o"},  {U'°', 'o', ""},   {U'µ', 'u', "u"},
    {U'ĳ', 'i', "ij"}, {U'Ĳ', 'I', "ij"}, {U'ſ', 's', "s"},  {U'ħ', 'h', "h"},  {U'Ħ', 'H', "h"},
    {U'×', 'x', ""},
};

constexpr Named kSigns[] = {
    {U'…', '.', ""}, {U'‥', '.', ""}, {U'․', '.', ""}, {U'€', '$', ""},      {U'§', '\x06', ""},
    {U'½', '/', ""}, {U'¼', '/', ""}, {U'¾', '/', ""}, {U'⅓', '/', ""},      {U'⅔', '/', ""},
    {U'⁄', '/', ""}, {U'∕', '/', ""}, {U'−', '-', ""}, {U'\u00AD', '-', ""},
};

constexpr std::u32string_view kApostrophes = U"’‘ʼʹʻʽˈ‚‛`´′‵";
constexpr std::u32string_view kQuotes = U"«»“”„‟‹›″‶〃";
constexpr std::u32string_view kBullets = U"•‣⁃⁌⁍·∙⋅∘∗‧⁕※";

struct Range {
  char32_t first, last;
};

constexpr Range kBulletRanges[] = {
    {0x2190, 0x21FF},                    // arrows
    {0x25A0, 0x25FF},                    // geometric shapes
    {0x2600, 0x275A},                    // symbols and dingbats, up to the ornamental quotes
    {0x2761, 0x2775}, {0x2794, 0x27BF},  // dingbat arrows
    {0x27F0, 0x27FF}, {0x2900, 0x297F}, {0x2B00, 0x2BFF},
};

constexpr Range kDropped[] = {
    {0x0000, 0x0008}, {0x000A, 0x000A}, {0x000D, 0x001F}, {0x007F, 0x009F},   {0x034F, 0x034F},
    {0x061C, 0x061C}, {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFC}, {0xE0000, 0xE0FFF},
};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t c) {
  for (const Range& range : ranges) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

bool is_space(char32_t c) {
  // Vertical tab (a line break inside a Word paragraph) and form feed part words, as the separators do.
  return c == '\t' || c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029 ||
         u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

/// A letter by its decomposition: é is e, ﬁ is f and i.
void set_letter(Glyph& glyph, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
  UChar parts[32];
  const int length = unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), parts, 32, &status);
  glyph.plain = 'x';
  if (U_FAILURE(status) || length <= 0 || parts[0] >= 0x80 || !u_isalnum(parts[0])) return;
  glyph.plain = static_cast<char>(parts[0]);
  std::size_t letters = 0;
  for (int i = 0; i < length && letters < 3; ++i) {
    if (parts[i] < 0x80 && u_isalnum(parts[i]))
      glyph.fold[letters++] = static_cast<char>(u_tolower(parts[i]));
  }
}

void set_named(Glyph& glyph, const Named& named) {
  glyph.plain = named.plain;
  glyph.fold = {};
  for (std::size_t i = 0; named.fold[i] != 0; ++i) glyph.fold[i] = named.fold[i];
}

bool is_inert(char32_t c) {
  if (c < 0x80) return (c >= 0x20 && c < 0x7F) || c == '\t';
  const bool is_private = c >= 0xE000;
  return surely_nfc(c) && !is_private && !is_space(c) && !within(kDropped, c) && c != 0xAD && c != 0x2010;
}

Glyph make_glyph(char32_t c) {
  Glyph glyph;
  if (is_inert(c)) glyph.bits |= Glyph::inert;
  const auto uc = static_cast<UChar32>(c);
  if (is_space(c)) {
    glyph.bits |= Glyph::space;
    glyph.plain = c == '\t' ? '\t' : ' ';
    return glyph;
  }
  if (within(kDropped, c)) {
    glyph.bits |= Glyph::drop;
    // A line break inside what should be one line is a space to a pattern.
    if (c == '\n' || c == '\r') glyph.plain = ' ';
    return glyph;
  }
  if (u_isalpha(uc)) glyph.bits |= Glyph::letter;
  if (u_isupper(uc)) glyph.bits |= Glyph::upper;
  if (u_islower(uc)) glyph.bits |= Glyph::lower;
  if (u_isdigit(uc)) glyph.bits |= Glyph::digit;
  if (U_GET_GC_MASK(uc) & U_GC_M_MASK) glyph.bits |= Glyph::mark;
  const double value = u_getNumericValue(uc);
  if (c < 0x80) {
    glyph.plain = static_cast<char>(c);
    if (u_isalnum(uc)) glyph.fold[0] = static_cast<char>(u_tolower(uc));
  } else if (glyph.is(Glyph::digit) ||
             ((c == U'¹' || c == U'²' || c == U'³' || (c >= 0x2070 && c <= 0x2089)) && value >= 0 &&
              value <= 9)) {
    glyph.plain = static_cast<char>('0' + static_cast<int>(value));
    glyph.fold[0] = glyph.plain;
  } else if (glyph.is(Glyph::letter)) {
    set_letter(glyph, c);
  }
  if (kApostrophes.find(c) != kApostrophes.npos) glyph.plain = '\'';
  if (kQuotes.find(c) != kQuotes.npos) glyph.plain = '"';
  if (c >= 0x80 && u_charType(uc) == U_DASH_PUNCTUATION) glyph.plain = '-';
  if (kBullets.find(c) != kBullets.npos || within(kBulletRanges, c)) {
    glyph.plain = '\x07';
    glyph.bits |= Glyph::bullet;
  }
  for (const Named& named : kSigns) {
    if (named.code_point == c) set_named(glyph, named);
  }
  for (const Named& named : kLetters) {
    if (named.code_point == c) set_named(glyph, named);
  }
  return glyph;
}

}  // namespace

const std::array<Glyph, kGlyphTableSize>& glyph_table() {
  static const auto table = [] {
    auto made = std::make_unique<std::array<Glyph, kGlyphTableSize>>();
    for (char32_t c = 0; c < kGlyphTableSize; ++c) (*made)[c] = make_glyph(c);
    return made;
  }();
  return *table;
}

Glyph rare_glyph(char32_t code_point) {
  return make_glyph(code_point);
}

char32_t to_lower(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'A' && code_point <= U'Z' ? code_point + 32 : code_point;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
}
char32_t to_upper(char32_t code_point) {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(code_point)));
}

std::u32string decode_utf8(std::string_view utf8) {
  std::u32string code_points;
  code_points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) code_points += next_code_point(utf8, at);
  return code_points;
}

std::string encode_utf8(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size() + code_points.size() / 8);
  for (const char32_t c : code_points) append(utf8, c);
  return utf8;
}

}  // namespace pst::text
