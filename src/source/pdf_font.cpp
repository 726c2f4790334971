#include "source/pdf_font.hpp"

#include <algorithm>
#include <cctype>

#include "source/pdf_encoding.hpp"
#include "source/pdf_standard_fonts.hpp"
#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

namespace {

constexpr double kBoldWeight = 600;
constexpr double kBoldStem = 140;  ///< StemV of bold faces; regular ones have 70 to 110, if it is not made up
constexpr double kWidestSpace = 0.42;  ///< of fonts whose letters differ in width; more is made up
constexpr int kFlagFixedPitch = 1 << 0;
constexpr int kFlagSerif = 1 << 1;
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

/// Names like "F3" and "CIDFont+F1" that writers make up. Only there is StemV believed: Ghostscript and
/// others state it from thin air.
bool says_nothing(std::string_view name) {
  if (name.starts_with("CIDFont+")) name.remove_prefix(8);
  const std::size_t letters = name.find_first_of("0123456789");
  return letters <= 2 && name.find_first_not_of("0123456789", letters) == name.npos;
}

/// "ABCDEF+Name" is a subset of "Name".
std::string_view without_prefix(std::string_view name) {
  if (name.size() > 7 && name[6] == '+' &&
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; })) {
    name.remove_prefix(7);
  }
  return name;
}

/// Fonts of pictures whose letters would read as nonsense: their codes are private characters.
bool is_pictorial(const std::string& face) {
  return has_any(face, {"wingdings", "webdings", "monotypesorts"});
}

/// Type 1, TrueType, Type 3: one byte a character.
class SimpleFont : public Font {
 public:
  SimpleFont(const Objects& objects, const Object* font, Budget& budget)
      : descriptor_(objects.get(font, "FontDescriptor")) {
    facts_ = facts_of(objects, font, descriptor_);
    const bool type3 = objects.name(font, "Subtype") == "Type3";
    if (type3) {
      facts_.matrix = matrix(objects, objects.get(font, "FontMatrix"));
      set_type3_extent(objects, font);
    }
    const CMap to_unicode = to_unicode_of(objects, font, budget);
    read_encoding(objects, font, to_unicode, budget);
    read_widths(objects, font);
    std::string text;
    for (std::size_t code = 0; code < 256; ++code) {
      if (to_unicode.unicode(static_cast<std::uint32_t>(code), text) && text != std::string(1, '\0')) {
        characters_[code].text = text;
      } else if (characters_[code].text.empty() && empty_[code]) {
        characters_[code].known = true;
        continue;
      }
      settle(characters_[code]);
    }
    const Character& space = characters_[' '];
    const bool fixed_pitch = characters_['i'].advance == characters_['m'].advance;
    if (space.is_space && space.advance > 0.05 && (space.advance < kWidestSpace || fixed_pitch))
      facts_.space = space.advance;
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

  int flags(const Objects& objects) const {
    return static_cast<int>(std::clamp(objects.number(descriptor_, "Flags", 0), 0., 1e9));
  }

  void read_widths(const Objects& objects, const Object* font) {
    const Object* widths = objects.get(font, "Widths");
    if (widths == nullptr) return use_standard_widths(objects);
    const double unit = facts_.matrix.a != 0 ? std::abs(facts_.matrix.a) : 0.001;
    const double missing = objects.number(descriptor_, "MissingWidth", 0) * unit;
    for (Character& character : characters_) character.advance = missing;
    const double first = objects.number(font, "FirstChar", 0);
    if (first < 0 || first > 255) return;
    const std::size_t count = std::min<std::size_t>(size(widths), 256 - static_cast<std::size_t>(first));
    for (std::size_t i = 0; i < count; ++i) {
      characters_[static_cast<std::size_t>(first) + i].advance = number(objects.item(widths, i)) * unit;
    }
  }

  void use_standard_widths(const Objects& objects) {
    const StandardFace face = standard_face(facts_.name, (flags(objects) & kFlagFixedPitch) != 0,
                                            (flags(objects) & kFlagSerif) != 0, facts_.bold, facts_.italic);
    for (unsigned code = 0; code < 256; ++code) {
      const bool drawn = !characters_[code].text.empty() || !empty_[code];
      characters_[code].advance = drawn ? face.width(characters_[code].text, code) : 0;
    }
    if (descriptor_ == nullptr) {
      facts_.ascent = face.ascent();
      facts_.descent = face.descent();
    }
  }

  /// What the codes mean by the font's encoding: its base, the differences, and for what they leave open the
  /// font's own program. `to_unicode`, which goes before all of these, saves looking for what it says.
  void read_encoding(const Objects& objects, const Object* font, const CMap& to_unicode, Budget& budget) {
    const Object* encoding = objects.get(font, "Encoding");
    std::string_view base = name(encoding);
    if (base.empty()) base = objects.name(encoding, "BaseEncoding");
    const std::string face = lower(facts_.name);
    const bool truetype = objects.name(font, "Subtype") == "TrueType";
    const bool symbolic = (flags(objects) & kFlagSymbolic) != 0;
    const Encoding* table = base_encoding(base);
    if (face == "symbol" || face.starts_with("symbolmt")) table = base_encoding("SymbolEncoding");
    if (face == "zapfdingbats") table = base_encoding("ZapfDingbatsEncoding");
    const bool open = table == nullptr || (truetype && symbolic && encoding == nullptr);
    if (table == nullptr)
      table = base_encoding(truetype || symbolic ? "WinAnsiEncoding" : "StandardEncoding");
    for (std::size_t code = 0; code < 256; ++code) characters_[code].text = (*table)[code];
    if (name(encoding) == "WinAnsiEncoding") use_bullets();
    if (is_pictorial(face)) use_private_characters();
    const auto program =
        open && leaves_open(objects, font, to_unicode) ? program_of(objects, descriptor_, budget) : nullptr;
    if (program != nullptr) use_program(*program);
    // What neither the encoding nor a font's own program names is not drawn.
    empty_.fill(program == nullptr && !(open && embedded(objects)));
    read_differences(objects, objects.get(encoding, "Differences"), to_unicode);
    if (characters_[' '].text.empty() && empty_[' ']) characters_[' '].text = " ";
  }

  bool embedded(const Objects& objects) const {
    return objects.get(descriptor_, "FontFile") != nullptr ||
           objects.get(descriptor_, "FontFile2") != nullptr ||
           objects.get(descriptor_, "FontFile3") != nullptr;
  }

  /// Whether there is a code in use of which `to_unicode` does not say what it means: some writers give only
  /// what a name could not tell.
  static bool leaves_open(const Objects& objects, const Object* font, const CMap& to_unicode) {
    const Object* widths = objects.get(font, "Widths");
    if (!to_unicode.maps_to_unicode() || widths == nullptr) return !to_unicode.maps_to_unicode();
    const double first = objects.number(font, "FirstChar", 0);
    std::string known;
    for (std::size_t i = 0; i < std::min<std::size_t>(size(widths), 256); ++i) {
      const double code = first + static_cast<double>(i);
      if (code < 0 || code > 255 || number(objects.item(widths, i)) == 0) continue;
      if (!to_unicode.unicode(static_cast<std::uint32_t>(code), known)) return true;
    }
    return false;
  }

  /// Codes that WinAnsiEncoding does not use show a bullet (ISO 32000-1, annex D.2).
  void use_bullets() {
    for (std::size_t code = 0x21; code < 256; ++code) {
      std::string& text = characters_[code].text;
      if (text.empty() || code == 0x7F) text = "\u2022";
    }
  }

  void use_private_characters() {
    for (std::size_t code = 0x21; code < 256; ++code) {
      characters_[code].text.clear();
      append_utf8(characters_[code].text, static_cast<char32_t>(0xF000 + code));
    }
  }

  void use_program(FontProgram& program) {
    for (std::uint32_t code = 0; code < 256; ++code) {
      if (std::string text = program.text_of_code(code); !text.empty())
        characters_[code].text = std::move(text);
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
          std::string& text = characters_[static_cast<std::size_t>(code)].text;
          const std::string named = glyph_text(name(item));
          // A name like "g12" says nothing; then the code may still be the character's own.
          if (!named.empty() || name(item) == ".notdef") text = named;
          empty_[static_cast<std::size_t>(code)] = name(item) == ".notdef";
        }
        ++code;
      }
    }
  }

  const Object* descriptor_;
  std::array<Character, 256> characters_;
  std::array<bool, 256> empty_{};  ///< codes that show nothing where nothing says what they mean
};

}  // namespace

bool is_white(std::string_view utf8) {
  if (utf8.empty()) return false;
  while (!utf8.empty()) {
    // Space, tab, line ends; no-break space; U+2000 to U+200B, U+2028, U+2029, U+202F, U+205F, U+3000.
    if (utf8[0] == ' ' || (utf8[0] >= '\t' && utf8[0] <= '\r')) {
      utf8.remove_prefix(1);
    } else if (utf8.starts_with("\xC2\xA0")) {
      utf8.remove_prefix(2);
    } else if (utf8.size() >= 3 && utf8.starts_with("\xE2\x80") &&
               (static_cast<unsigned char>(utf8[2]) <= 0x8B || utf8[2] == '\xA8' || utf8[2] == '\xA9' ||
                utf8[2] == '\xAF')) {
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
               (says_nothing(facts.name) && objects.number(descriptor, "StemV", 0) >= kBoldStem);
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

std::unique_ptr<FontProgram> program_of(const Objects& objects, const Object* descriptor, Budget& budget) {
  for (const char* key : {"FontFile2", "FontFile3", "FontFile"}) {
    if (const Object* file = objects.get(descriptor, key))
      return FontProgram::open(objects.stream(file, budget));
  }
  return nullptr;
}

void settle(Character& character) {
  constexpr std::array<std::string_view, 7> kLigatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  std::string out;
  const std::string& text = character.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto last = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 2]) : 0U;
    if (c == 0xEF && text.compare(i, 2, "\xEF\xAC") == 0 && last >= 0x80 && last <= 0x86) {
      out += kLigatures[last - 0x80];
      i += 2;
    } else if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      ++i;  // U+0080 to U+009F
    } else if (c >= 0x20 ? c != 0x7F : c == '\t' || c == '\n' || c == '\r') {
      out += static_cast<char>(c);
    }
  }
  if (out.empty()) append_utf8(out, kUnknown);
  character.text = std::move(out);
  character.is_space = is_white(character.text);
  character.known = true;
}

std::unique_ptr<Font> make_font(const Objects& objects, const Object* dictionary, Budget& budget) {
  if (objects.name(dictionary, "Subtype") == "Type0") return make_composite_font(objects, dictionary, budget);
  return std::make_unique<SimpleFont>(objects, dictionary, budget);
}

}  // namespace pst::source::pdf
