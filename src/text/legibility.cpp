#include "text/legibility.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/codepoints.hpp"
#include "text/unicode.hpp"

namespace pst::text {
namespace {

constexpr int kLeastLetters = 3;

bool is_unmapped(char32_t c) {
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0);
}

/// Calls `word(letters, count)` for every piece of letters.
template <class OnWord>
void split(std::string_view text, OnWord word) {
  std::size_t begin = 0;
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(text, at);
    if (glyph(c).is(Glyph::letter)) {
      if (letters++ == 0) begin = before;
      if (at < text.size()) continue;
      word(text.substr(begin, at - begin), letters);
    } else if (letters > 0) {
      word(text.substr(begin, before - begin), letters);
    }
    letters = 0;
  }
}

bool is_small_word(std::string_view folded) {
  constexpr std::array<std::string_view, 28> kSmall = {
      "a", "au", "aux", "avec", "ce",   "ces", "d",   "dans", "de",  "des", "du",  "en", "est", "et",
      "l", "la", "le",  "les",  "leur", "ou",  "par", "pour", "qui", "se",  "sur", "un", "une", "que"};
  return std::ranges::find(kSmall, folded) != kSmall.end();
}

}  // namespace

double Legibility::known_share() const {
  return words > 0 ? static_cast<double>(known) / words : 1;
}

Legibility judge(const std::vector<std::string_view>& words, const Repairer& french) {
  Legibility out;
  for (const std::string_view text : words) {
    split(text, [&](std::string_view word, int letters) {
      if (letters < kLeastLetters) return;
      ++out.words;
      out.known += french.knows(word);
    });
  }
  return out;
}

double unmapped_share(const std::vector<std::string_view>& words) {
  std::size_t all = 0, unmapped = 0;
  for (const std::string_view text : words) {
    for (std::size_t at = 0; at < text.size();) {
      ++all;
      unmapped += is_unmapped(next_code_point(text, at));
    }
  }
  return all > 0 ? static_cast<double>(unmapped) / static_cast<double>(all) : 0;
}

bool plainly_french(const std::vector<std::string_view>& words) {
  constexpr double kMostUnmapped = 0.02, kLeastSmall = 0.12;
  constexpr int kEnough = 20;
  int all = 0, small = 0;
  for (const std::string_view text : words) {
    split(text, [&](std::string_view word, int letters) {
      ++all;
      small += letters <= 4 && is_small_word(fold(word));
    });
  }
  return all >= kEnough && unmapped_share(words) <= kMostUnmapped && small >= kLeastSmall * all;
}

}  // namespace pst::text
