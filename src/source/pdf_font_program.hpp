// A font's own program, asked what its glyphs mean where the PDF does not say.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace pst::source::pdf {

class FontProgram {
 public:
  /// Type 1, TrueType, CFF or OpenType; null where FreeType cannot read it. The bytes are kept.
  static std::unique_ptr<FontProgram> open(std::string bytes);
  virtual ~FontProgram() = default;

  /// What a simple font shows for a code by its built-in encoding; empty where it does not say.
  virtual std::string text_of_code(std::uint32_t code) = 0;

  /// What a glyph means, by its name or by the codes that lead to it; empty where it does not say.
  virtual std::string text_of_glyph(std::uint32_t glyph) = 0;
};

}  // namespace pst::source::pdf
