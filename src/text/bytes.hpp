// Searching a text for bytes of a set. std::string_view::find_first_of asks about each byte of the text by a
// call; a table answers with one load.
#pragma once

#include <array>
#include <string_view>

namespace pst::text {

class ByteSet {
 public:
  consteval explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> has_{};
};

/// Where the first byte of the set stands at or behind `from`; npos where there is none.
inline std::size_t find_any(std::string_view text, const ByteSet& set, std::size_t from = 0) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (set.has(text[i])) return i;
  }
  return std::string_view::npos;
}

}  // namespace pst::text
