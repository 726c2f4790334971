// Searching a text for bytes of a kind, sixteen at once: std::string_view::find_first_of asks about each byte
// of the text by a call.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pst::text {

/// Sixteen bytes of a text. Compared with a byte (`block == '<'`, `block < 0x20`) they answer each for
/// itself, and answers can be joined by `|`.
using ByteBlock [[gnu::vector_size(16)]] = unsigned char;

/// The first of the bytes that answered yes, or 16.
template <class Answers>
std::size_t first_of_block(Answers answers) {
  std::array<std::uint64_t, 2> halves{};
  static_assert(sizeof halves == sizeof answers);
  std::memcpy(halves.data(), &answers, sizeof answers);
  const auto first = [](std::uint64_t half) {
    const bool little = std::endian::native == std::endian::little;
    return static_cast<std::size_t>(little ? std::countr_zero(half) : std::countl_zero(half)) / 8;
  };
  return halves[0] != 0 ? first(halves[0]) : 8 + first(halves[1]);
}

/// Where the first byte stands, at or behind `from`, of which `ask`, asked of a block, is true; the size
/// where there is none.
template <class Ask>
[[gnu::always_inline]] inline std::size_t find_byte(std::string_view text, std::size_t from, Ask ask) {
  constexpr std::size_t kBlock = sizeof(ByteBlock);
  ByteBlock block{};
  std::size_t i = from;
  for (; i + kBlock <= text.size(); i += kBlock) {
    std::memcpy(&block, text.data() + i, kBlock);
    if (const std::size_t first = first_of_block(ask(block)); first < kBlock) return i + first;
  }
  if (i >= text.size()) return text.size();
  if (i > from) {  // the last block reaches back over bytes that answered no
    i = text.size() - kBlock;
    std::memcpy(&block, text.data() + i, kBlock);
    return i + first_of_block(ask(block));
  }
  std::memcpy(&block, text.data() + i, text.size() - i);  // what remains of the block answers too late
  return std::min(i + first_of_block(ask(block)), text.size());
}

class ByteSet {
 public:
  consteval explicit ByteSet(std::string_view bytes) : small_(bytes.size() <= kFew) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
    for (std::size_t i = 0; small_ && i < kFew; ++i)
      few_[i] = static_cast<unsigned char>(bytes[i < bytes.size() ? i : 0]);
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  /// Where the first byte of the set stands at or behind `from`, or the size.
  [[gnu::always_inline]] std::size_t find_in(std::string_view text, std::size_t from) const {
    if (small_) {
      return find_byte(text, from, [this](ByteBlock c) {
        return (c == few_[0]) | (c == few_[1]) | (c == few_[2]) | (c == few_[3]) | (c == few_[4]);
      });
    }
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }

 private:
  static constexpr std::size_t kFew = 5;
  std::array<bool, 256> has_{};
  std::array<unsigned char, kFew> few_{};
  bool small_;
};

/// Where the first byte of the set stands at or behind `from`; npos where there is none.
[[gnu::always_inline]] inline std::size_t find_any(std::string_view text, const ByteSet& set,
                                                   std::size_t from = 0) {
  const std::size_t at = set.find_in(text, from);
  return at < text.size() ? at : std::string_view::npos;
}

/// Where the next ASCII digit stands at or behind `from`; npos where there is none.
inline std::size_t find_digit(std::string_view text, std::size_t from = 0) {
  const std::size_t at = find_byte(text, from, [](ByteBlock c) { return (c >= '0') & (c <= '9'); });
  return at < text.size() ? at : std::string_view::npos;
}

/// Where the first `count` bytes `c` in a row begin, at or behind `from`; npos where there are none. Looks at
/// one byte in `count` where the bytes are rare.
inline std::size_t find_run(std::string_view text, char c, std::size_t count, std::size_t from = 0) {
  while (from + count <= text.size()) {
    std::size_t others = count;
    while (others > 0 && text[from + others - 1] == c) --others;
    if (others == 0) return from;
    from += others;
  }
  return std::string_view::npos;
}

}  // namespace pst::text
