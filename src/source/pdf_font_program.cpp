#include "source/pdf_font_program.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include "source/pdf_encoding.hpp"
#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

namespace {

constexpr std::size_t kMaxMapped = 200'000;  ///< codes of a character map that are looked at
constexpr std::uint32_t kSymbolBlock =
    0xF000;  ///< where symbol fonts have their codes, as private characters

struct CloseLibrary {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, CloseLibrary>;
using Face = std::unique_ptr<FT_FaceRec_, CloseFace>;

bool is_private(std::uint32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

class FreeTypeProgram : public FontProgram {
 public:
  FreeTypeProgram(std::unique_ptr<std::string> bytes, Library library, Face face)
      : bytes_(std::move(bytes)), library_(std::move(library)), face_(std::move(face)) {}

  std::string text_of_code(std::uint32_t code) override {
    for (FT_Int i = 0; i < face_->num_charmaps; ++i) {
      FT_CharMap map = face_->charmaps[i];
      const bool built_in =
          map->encoding == FT_ENCODING_ADOBE_CUSTOM || map->encoding == FT_ENCODING_ADOBE_STANDARD ||
          map->encoding == FT_ENCODING_ADOBE_EXPERT || map->encoding == FT_ENCODING_MS_SYMBOL ||
          map->encoding == FT_ENCODING_APPLE_ROMAN;
      if (!built_in || FT_Set_Charmap(face_.get(), map) != 0) continue;
      FT_UInt glyph = FT_Get_Char_Index(face_.get(), code);
      if (glyph == 0) glyph = FT_Get_Char_Index(face_.get(), kSymbolBlock + code);
      if (glyph == 0) continue;
      std::string text = text_of_glyph(glyph);
      if (!text.empty()) return text;
      if (map->encoding == FT_ENCODING_APPLE_ROMAN) return (*base_encoding("MacRomanEncoding"))[code & 0xFF];
    }
    return {};
  }

  std::string text_of_glyph(std::uint32_t glyph) override {
    if (glyph >= static_cast<std::uint32_t>(face_->num_glyphs)) return {};
    if (FT_HAS_GLYPH_NAMES(face_.get())) {
      char name[128] = "";
      if (FT_Get_Glyph_Name(face_.get(), glyph, name, sizeof name) == 0) {
        std::string text = glyph_text(name);
        if (!text.empty()) return text;
      }
    }
    if (!reversed_) reverse();
    const auto found = characters_.find(glyph);
    std::string text;
    if (found != characters_.end()) append_utf8(text, found->second);
    return text;
  }

 private:
  /// The Unicode map the other way round. Of several characters the lowest counts, a private one last.
  void reverse() {
    reversed_ = true;
    if (FT_Select_Charmap(face_.get(), FT_ENCODING_UNICODE) != 0) return;
    FT_UInt glyph = 0;
    FT_ULong code = FT_Get_First_Char(face_.get(), &glyph);
    for (std::size_t i = 0; glyph != 0 && i < kMaxMapped; ++i) {
      const auto character = static_cast<std::uint32_t>(code);
      const auto [entry, fresh] = characters_.emplace(glyph, character);
      if (!fresh && is_private(entry->second) && !is_private(character)) entry->second = character;
      code = FT_Get_Next_Char(face_.get(), code, &glyph);
    }
  }

  std::unique_ptr<std::string> bytes_;  ///< FreeType reads from here as long as the face is open
  Library library_;
  Face face_;
  std::unordered_map<std::uint32_t, std::uint32_t> characters_;
  bool reversed_ = false;
};

}  // namespace

std::unique_ptr<FontProgram> FontProgram::open(std::string bytes) {
  if (bytes.empty()) return nullptr;
  FT_Library raw_library = nullptr;
  if (FT_Init_FreeType(&raw_library) != 0) return nullptr;
  Library library(raw_library);
  auto kept = std::make_unique<std::string>(std::move(bytes));  // does not move with the program
  FT_Face raw_face = nullptr;
  const auto* data = reinterpret_cast<const FT_Byte*>(kept->data());
  if (FT_New_Memory_Face(library.get(), data, static_cast<FT_Long>(kept->size()), 0, &raw_face) != 0) {
    return nullptr;
  }
  Face face(raw_face);
  return std::make_unique<FreeTypeProgram>(std::move(kept), std::move(library), std::move(face));
}

}  // namespace pst::source::pdf
