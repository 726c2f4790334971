// Character maps: codes of a composite font to its glyphs' numbers (CIDs), and codes of any font to Unicode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

/// A code as it stands in a shown string.
struct Code {
  std::uint32_t value = 0;
  int bytes = 1;
};

class CMap {
 public:
  /// A map that takes codes of two bytes for CIDs.
  static CMap identity();

  /// One of the maps that PDF names, as far as known: Identity-H/V, and the Unicode ones (Uni…-UCS2-H,
  /// -UTF16-V …), whose codes say the character themselves. Nothing for others.
  static std::optional<CMap> predefined(std::string_view name);

  /// Reads a map's stream on top of what is already there (which is how `usecmap` works). Odd lines are left
  /// out.
  void read(std::string_view stream, const Budget& budget);

  /// The next code of a shown string, which is shortened by it; `bytes` must not be empty.
  Code next(std::string_view& bytes) const;

  /// The glyph's number; 0 where the map has none.
  std::uint32_t cid(const Code& code) const;

  /// What a code means; nothing where the map does not say. `length` is how many bytes the code has.
  bool unicode(std::uint32_t code, std::string& utf8) const;

  bool maps_to_unicode() const { return !characters_.empty(); }
  bool maps_to_cids() const { return !cids_.empty(); }
  bool is_identity() const { return identity_ && cids_.empty(); }
  bool vertical() const { return vertical_; }
  bool codes_are_utf16() const { return utf16_; }
  void set_vertical(bool vertical) { vertical_ = vertical; }

 private:
  struct Space {
    std::uint32_t low = 0, high = 0;
    int bytes = 0;
  };
  struct CidRange {
    std::uint32_t low = 0, high = 0, cid = 0;
  };
  struct Characters {
    std::uint32_t low = 0, high = 0;
    std::string utf16;  ///< of `low`; its last unit grows along the range
  };

  void settle();

  std::vector<Space> spaces_;
  std::vector<CidRange> cids_;
  std::vector<Characters> characters_;
  bool identity_ = false;
  bool utf16_ = false;
  bool vertical_ = false;
};

}  // namespace pst::source::pdf
