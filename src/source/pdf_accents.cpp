#include "source/pdf_accents.hpp"

#include <algorithm>
#include <array>

#include "source/pdf_utf8.hpp"
#include "text/unicode.hpp"

namespace pst::source::pdf {

namespace {

struct Accent {
  std::string_view spacing;
  char32_t mark;
};

constexpr std::array kAccents{
    Accent{"´", 0x301}, Accent{"`", 0x300}, Accent{"¨", 0x308}, Accent{"ˆ", 0x302}, Accent{"^", 0x302},
    Accent{"˜", 0x303}, Accent{"~", 0x303}, Accent{"¸", 0x327}, Accent{"˚", 0x30A}, Accent{"ˇ", 0x30C},
    Accent{"¯", 0x304}, Accent{"˘", 0x306}, Accent{"˙", 0x307}, Accent{"˝", 0x30B}, Accent{"˛", 0x328},
};

}  // namespace

char32_t combining_mark(std::string_view utf8) {
  if (utf8.empty() || utf8.size() > 2) return 0;
  const auto first = static_cast<unsigned char>(utf8[0]);
  if (utf8.size() == 2 && (first == 0xCC || first == 0xCD)) {
    const char32_t c =
        static_cast<char32_t>((first & 0x1F) << 6 | (static_cast<unsigned char>(utf8[1]) & 0x3F));
    return c <= 0x36F ? c : 0;
  }
  const auto found =
      std::find_if(kAccents.begin(), kAccents.end(), [&](const Accent& a) { return a.spacing == utf8; });
  return found == kAccents.end() ? 0 : found->mark;
}

std::string composed(std::string_view letter, char32_t mark) {
  // TeX puts its accents on letters without a dot.
  if (letter == "ı") letter = "i";
  if (letter == "ȷ") letter = "j";
  std::string both(letter);
  append_utf8(both, mark);
  std::string one = text::nfc(both);
  return text::length(one) == text::length(letter) ? one : std::string();
}

}  // namespace pst::source::pdf
