#include "source/pdf_font.hpp"

#include <algorithm>
#include <cctype>

#include "source/pdf_encoding.hpp"
#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

namespace {

constexpr double kBoldWeight = 600;
constexpr double kBoldStem = 140;  ///< StemV of bold faces; regular ones have 70 to 110
constexpr int kFlagSymbolic = 1 << 2;
constexpr int kFlagItalic = 1 << 6;
constexpr int kFlagForceBold = 1 << 18;

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool has_any(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// "ABCDEF+Name" is a subset of "Name".
std::string_view without_prefix(std::string_view name) {
  if (name.size() > 7 && name[6] == '+' &&
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; })) {
    name.remove_prefix(7);
  }
  return name;
}

/// Type 1, TrueType, Type 3: one byte a character.
class SimpleFont : public Font {
 public:
  SimpleFont(const Objects& objects, const Object* font, Budget& budget) {
    const Object* descriptor = objects.get(font, "FontDescriptor");
    facts_ = facts_of(objects, font, descriptor);
    const bool type3 = objects.name(font, "Subtype") == "Type3";
    if (type3) facts_.matrix = matrix(objects, objects.get(font, "FontMatrix"));
    if (type3) set_type3_extent(objects, font);
    const CMap to_unicode = to_unicode_of(objects, font, budget);
    read_widths(objects, font, descriptor);
    read_texts(objects, font, descriptor, to_unicode);
    for (Character& character : characters_) {
      if (character.text.empty()) append_utf8(character.text, kUnknown);
      character.is_space = is_white(character.text);
      character.known = true;
    }
    const Character& space = characters_[' '];
    if (space.is_space && space.advance > 0.05) facts_.space = space.advance;
  }

  const Character& next(std::string_view& shown, Code& code) override {
    code = {static_cast<unsigned char>(shown.front()), 1};
    shown.remove_prefix(1);
    return characters_[code.value];
  }

 private:
  /// The box around all glyphs tells how high a Type 3 font's letters are.
  void set_type3_extent(const Objects& objects, const Object* font) {
    const Object* box = objects.get(font, "FontBBox");
    const double top = number(objects.item(box, 3)) * facts_.matrix.d;
    const double bottom = number(objects.item(box, 1)) * facts_.matrix.d;
    if (top > 0.1 && top < 3 && bottom > -2 && bottom <= 0.2) {
      facts_.ascent = top;
      facts_.descent = bottom;
    }
  }

  void read_widths(const Objects& objects, const Object* font, const Object* descriptor) {
    const Object* widths = objects.get(font, "Widths");
    const double unit = facts_.matrix.a != 0 ? std::abs(facts_.matrix.a) : 0.001;
    const double missing = objects.number(descriptor, "MissingWidth", 0) * unit;
    if (widths == nullptr) {
      for (Character& character : characters_) character.advance = missing > 0 ? missing : 0.5;
      return;
    }
    for (Character& character : characters_) character.advance = missing;
    const double first = objects.number(font, "FirstChar", 0);
    if (first < 0 || first > 255) return;
    const std::size_t count = std::min<std::size_t>(size(widths), 256 - static_cast<std::size_t>(first));
    for (std::size_t i = 0; i < count; ++i) {
      characters_[static_cast<std::size_t>(first) + i].advance = number(objects.item(widths, i)) * unit;
    }
  }

  void read_texts(const Objects& objects, const Object* font, const Object* descriptor,
                  const CMap& to_unicode) {
    const Object* encoding = objects.get(font, "Encoding");
    std::string_view base = name(encoding);
    if (base.empty()) base = objects.name(encoding, "BaseEncoding");
    const std::string face = lower(facts_.name);
    const bool symbolic = (static_cast<int>(objects.number(descriptor, "Flags", 0)) & kFlagSymbolic) != 0;
    const Encoding* table = base_encoding(base);
    if (face == "symbol" || face.starts_with("symbolmt")) table = base_encoding("SymbolEncoding");
    if (face == "zapfdingbats") table = base_encoding("ZapfDingbatsEncoding");
    if (table == nullptr) {
      const bool truetype = objects.name(font, "Subtype") == "TrueType";
      table = base_encoding(truetype || symbolic ? "WinAnsiEncoding" : "StandardEncoding");
    }
    for (std::size_t code = 0; code < 256; ++code) characters_[code].text = (*table)[code];
    read_differences(objects, objects.get(encoding, "Differences"), to_unicode);
    std::string text;
    for (std::size_t code = 0; code < 256; ++code) {
      if (to_unicode.unicode(static_cast<std::uint32_t>(code), text) && text != std::string(1, '\0')) {
        characters_[code].text = text;
      }
    }
  }

  void read_differences(const Objects& objects, const Object* differences, const CMap& to_unicode) {
    double code = 0;
    std::string known;
    for (std::size_t i = 0; i < size(differences); ++i) {
      const Object* item = objects.item(differences, i);
      if (is_number(item)) {
        code = number(item);
      } else if (code >= 0 && code < 256) {
        // Names are only looked up where the map does not say already.
        if (!to_unicode.unicode(static_cast<std::uint32_t>(code), known)) {
          characters_[static_cast<std::size_t>(code)].text = glyph_text(name(item));
        }
        ++code;
      }
    }
  }

  std::array<Character, 256> characters_;
};

}  // namespace

bool is_white(std::string_view utf8) {
  if (utf8.empty()) return false;
  while (!utf8.empty()) {
    // Space, tab, line ends; no-break space; U+2000 to U+200B, U+202F, U+205F, U+3000.
    if (utf8[0] == ' ' || (utf8[0] >= '\t' && utf8[0] <= '\r')) {
      utf8.remove_prefix(1);
    } else if (utf8.starts_with("\xC2\xA0")) {
      utf8.remove_prefix(2);
    } else if (utf8.size() >= 3 && utf8.starts_with("\xE2\x80") &&
               (static_cast<unsigned char>(utf8[2]) <= 0x8B || utf8[2] == '\xAF')) {
      utf8.remove_prefix(3);
    } else if (utf8.starts_with("\xE2\x81\x9F") || utf8.starts_with("\xE3\x80\x80")) {
      utf8.remove_prefix(3);
    } else {
      return false;
    }
  }
  return true;
}

FontFacts facts_of(const Objects& objects, const Object* font, const Object* descriptor) {
  FontFacts facts;
  std::string_view full = objects.name(font, "BaseFont");
  if (full.empty()) full = objects.name(descriptor, "FontName");
  facts.name = without_prefix(full);
  const std::string face = lower(facts.name);
  const int flags = static_cast<int>(std::clamp(objects.number(descriptor, "Flags", 0), 0., 1e9));
  facts.bold = has_any(face, {"bold", "black", "heavy", "extrab"}) || face.ends_with("-bd") ||
               face.ends_with(",b") || (flags & kFlagForceBold) != 0 ||
               objects.number(descriptor, "FontWeight", 400) >= kBoldWeight ||
               objects.number(descriptor, "StemV", 0) >= kBoldStem;
  if (has_any(face, {"cmbx", "sfbx"})) facts.bold = true;  // TeX's faces do not spell it
  facts.italic = has_any(face, {"italic", "oblique", "cmti", "sfti", "slanted"}) ||
                 (flags & kFlagItalic) != 0 || std::abs(objects.number(descriptor, "ItalicAngle", 0)) > 2;
  const double ascent = objects.number(descriptor, "Ascent", 0) / 1000;
  const double descent = objects.number(descriptor, "Descent", 0) / 1000;
  if (ascent > 0.4 && ascent < 1.5) facts.ascent = ascent;
  if (std::abs(descent) > 0.05 && std::abs(descent) < 0.8) facts.descent = -std::abs(descent);
  return facts;
}

CMap to_unicode_of(const Objects& objects, const Object* font, Budget& budget) {
  CMap map;
  const Object* stream = objects.get(font, "ToUnicode");
  if (stream != nullptr) map.read(objects.stream(stream, budget), budget);
  return map;
}

std::unique_ptr<Font> make_font(const Objects& objects, const Object* dictionary, Budget& budget) {
  if (objects.name(dictionary, "Subtype") == "Type0") return make_composite_font(objects, dictionary, budget);
  return std::make_unique<SimpleFont>(objects, dictionary, budget);
}

}  // namespace pst::source::pdf
