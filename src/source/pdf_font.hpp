// A font of a PDF: shown bytes to characters with their widths.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "source/pdf_cmap.hpp"
#include "source/pdf_font_program.hpp"
#include "source/pdf_objects.hpp"

namespace pst::source::pdf {

/// What a code stands for. Lengths are in text space: 1 is the font's size.
struct Character {
  std::string text;       ///< UTF-8; U+FFFD where the file does not say; empty where nothing is drawn
  double advance = 0;     ///< along the line
  double rise = 0;        ///< how far the pen's start lies above (vertical writing) …
  double shift = 0;       ///< … and to the right of the glyph's origin
  bool known = false;     ///< filled in
  bool is_space = false;  ///< shows white space only
};

/// How a font writes and looks.
struct FontFacts {
  std::string name;     ///< without the subset's prefix
  double ascent = 0.8;  ///< above the base line
  double descent = -0.2;
  double space = 0.25;  ///< a space's width
  bool bold = false;
  bool italic = false;
  bool vertical = false;
  Matrix matrix{0.001, 0, 0, 0.001, 0, 0};  ///< glyph space to text space; Type 3 has its own
};

class Font {
 public:
  virtual ~Font() = default;

  const FontFacts& facts() const { return facts_; }

  /// The next character of a shown string, which is shortened by its code; `shown` must not be empty. `code`
  /// tells which code it was. The reference lives as long as the font.
  virtual const Character& next(std::string_view& shown, Code& code) = 0;

 protected:
  FontFacts facts_;
};

/// The font that a dictionary describes. Whatever is missing or odd in it is made up for; throws LimitError
/// only.
std::unique_ptr<Font> make_font(const Objects& objects, const Object* dictionary, Budget& budget);

/// What the composite font (Type 0) gives; for make_font.
std::unique_ptr<Font> make_composite_font(const Objects& objects, const Object* dictionary, Budget& budget);

/// Bold, italic, ascent and descent from the font's name and its descriptor (which may be null).
FontFacts facts_of(const Objects& objects, const Object* font, const Object* descriptor);

/// Reads a font's ToUnicode map, if there is one.
CMap to_unicode_of(const Objects& objects, const Object* font, Budget& budget);

/// The font's embedded program, opened; null where there is none that can be read.
std::unique_ptr<FontProgram> program_of(const Objects& objects, const Object* descriptor, Budget& budget);

/// Puts a character's text in order: ligatures as letters, no control characters; U+FFFD where nothing is
/// left.
void settle(Character& character);

/// Whether the text is white space only, and not empty.
bool is_white(std::string_view utf8);

}  // namespace pst::source::pdf
