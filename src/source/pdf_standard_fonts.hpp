// The fonts that PDFs may name without saying how wide their glyphs are.
#pragma once

#include <cstdint>
#include <string_view>

namespace pst::source::pdf {

enum class Family : std::uint8_t { helvetica, times, courier, symbol, dingbats };

/// A face that stands in for a font without widths of its own.
struct StandardFace {
  Family family = Family::helvetica;
  bool bold = false, italic = false;

  double ascent() const;
  double descent() const;

  /// A character's width, 1 being the font's size. `text` is what the code means by the font's encoding;
  /// `code` counts for Symbol and ZapfDingbats.
  double width(std::string_view text, unsigned code) const;
};

/// By the font's name ("ArialMT", "Times-Roman", "CourierNew,Bold" …), else by what its descriptor says.
StandardFace standard_face(std::string_view name, bool fixed_pitch, bool serif, bool bold, bool italic);

}  // namespace pst::source::pdf
