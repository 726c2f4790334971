#include "text/charsets.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

/// What the bytes 0x80 to 0xFF mean in one encoding.
struct HighHalf {
  const char* name;
  std::array<char32_t, 128> code_points;
};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), &ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

HighHalf high_half(const char* name) {
  HighHalf half{name, {}};
  half.code_points.fill(kReplacement);
  const Converter converter = open_converter(name);
  if (!converter) return half;
  for (std::size_t i = 0; i < 128; ++i) {
    const char byte = static_cast<char>(0x80 + i);
    UChar out[4];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = ucnv_toUChars(converter.get(), out, 4, &byte, 1, &status);
    // ICU maps the five holes of Windows-1252 to C1 controls; to us they mean nothing.
    if (U_SUCCESS(status) && length == 1 && (out[0] < 0x80 || out[0] > 0x9F)) half.code_points[i] = out[0];
  }
  return half;
}

/// In the order in which they are preferred where the bytes do not decide.
const std::array<HighHalf, 5>& charsets() {
  static const std::array<HighHalf, 5> all = {high_half("ISO-8859-1"), high_half("windows-1252"),
                                              high_half("ISO-8859-15"), high_half("macintosh"),
                                              high_half("IBM850")};
  return all;
}

enum class Side : std::size_t { lower, upper, space, digit, other };

Side side(unsigned char c) {
  if (c >= 'a' && c <= 'z') return Side::lower;
  if (c >= 'A' && c <= 'Z') return Side::upper;
  if (c >= '0' && c <= '9') return Side::digit;
  return c <= ' ' ? Side::space : Side::other;
}

bool in(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

/// How well a character fits in French between its neighbours, from 1 (at home) to -2 (never seen there).
/// A neighbour that is itself a high byte tells nothing, and counts as `other`.
double fit(char32_t c, Side before, Side after) {
  const bool inside = before == Side::lower && (after == Side::lower || after == Side::other);
  const bool letters_around = before == Side::lower || after == Side::lower;
  const bool capitals_around = before == Side::upper || after == Side::upper;
  if (in(U"éèàêçùôîâû", c)) return capitals_around && !letters_around ? 0.0 : 1.0;
  if (in(U"œëïüæ", c)) return letters_around ? 0.8 : -0.5;
  if (in(U"ÉÈÀÊÇÔÎÂÙŒËÏÛ", c)) {
    if (before == Side::lower) return -1.5;
    return c == U'É' || c == U'À' || c == U'Ê' || c == U'Œ' || capitals_around ? 0.8 : 0.2;
  }
  if (c == U'’') return before == Side::lower || before == Side::upper ? 1.0 : 0.0;
  if (c == 0xA0) return before == Side::lower && after == Side::lower ? -1.0 : 0.8;
  if (in(U"«»“”", c)) return before == Side::lower && after == Side::lower ? -1.0 : 0.8;
  if (in(U"–—•…‘", c)) return inside ? -1.0 : 0.7;
  if (c == U'€') return before == Side::lower && after == Side::lower ? -1.5 : 0.7;
  if (in(U"°²³½§·", c)) return inside ? -1.0 : 0.5;
  if (in(U"®©™±¼¾µ¹ªº■", c)) return inside ? -1.0 : 0.1;
  if (c == kReplacement || c < 0xA0) return -2.0;
  if (glyph(c).is(Glyph::letter)) return letters_around ? -0.8 : -1.0;
  return inside ? -2.0 : -1.0;
}

/// Bytes >= 0x80 counted with the kinds of their neighbours: all encodings are weighed on this one table.
class Census {
 public:
  explicit Census(std::string_view bytes) {
    for (std::size_t i = find_non_ascii(bytes, 0); i < bytes.size(); i = find_non_ascii(bytes, i + 1)) {
      const Side before = i == 0 ? Side::space : side(static_cast<unsigned char>(bytes[i - 1]));
      const Side after = i + 1 == bytes.size() ? Side::space : side(static_cast<unsigned char>(bytes[i + 1]));
      const std::size_t byte = static_cast<unsigned char>(bytes[i]);
      ++counts_[byte - 0x80][static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
    }
  }

  /// Mean fit of the characters that the bytes would be. Counts are damped: one frequent character must not
  /// outvote all the others (é alone is half of all accents).
  double weigh(const HighHalf& half) const {
    double sum = 0, weight = 0;
    for (std::size_t byte = 0; byte < 128; ++byte) {
      for (std::size_t before = 0; before < 5; ++before) {
        for (std::size_t after = 0; after < 5; ++after) {
          const std::uint64_t count = counts_[byte][before][after];
          if (count == 0) continue;
          const double share = std::sqrt(static_cast<double>(count));
          sum += share * fit(half.code_points[byte], Side(before), Side(after));
          weight += share;
        }
      }
    }
    return weight == 0 ? 0 : sum / weight;
  }

  bool any(std::size_t first_byte, std::size_t last_byte) const {
    for (std::size_t byte = first_byte; byte <= last_byte; ++byte) {
      for (const auto& row : counts_[byte - 0x80]) {
        if (std::ranges::any_of(row, [](std::uint64_t n) { return n != 0; })) return true;
      }
    }
    return false;
  }

 private:
  std::array<std::array<std::array<std::uint64_t, 5>, 5>, 128> counts_{};
};

std::optional<Charset> ask_icu(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  const std::string_view sample = bytes.substr(0, 64 * 1024);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const char* name = ucsdet_getName(match, &status);
  const int32_t confidence = ucsdet_getConfidence(match, &status);
  if (U_FAILURE(status) || name == nullptr) return std::nullopt;
  return Charset{name, confidence / 100.0};
}

std::string from_high_half(std::string_view bytes, const HighHalf& half, int& replaced) {
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 16);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t high = find_non_ascii(bytes, at);
    utf8.append(bytes.substr(at, high - at));
    if (high == bytes.size()) break;
    const char32_t c = half.code_points[static_cast<unsigned char>(bytes[high]) - 0x80];
    replaced += c == kReplacement;
    append(utf8, c);
    at = high + 1;
  }
  return utf8;
}

}  // namespace

Charset choose_charset(std::string_view bytes) {
  constexpr double kPoor = 0.2;  // below this mean fit the text is hardly French in any encoding
  const Census census(bytes);
  const HighHalf* best = nullptr;
  double best_fit = -3;
  for (const HighHalf& half : charsets()) {
    // Without its C1 controls ISO-8859-1 cannot be told from Windows-1252: with them, it is never meant.
    const double fits = census.weigh(half);
    if (fits > best_fit + 1e-9) {
      best = &half;
      best_fit = fits;
    }
  }
  if (best_fit < kPoor) {
    const std::optional<Charset> guess = ask_icu(bytes);
    // The detector knows no Mac Roman and takes a poor text for Latin-1: only its firm answers count.
    if (guess && guess->confidence > 0.5 && guess->name.rfind("ISO-8859-1", 0) != 0 &&
        guess->name != "UTF-8") {
      return *guess;
    }
    if (census.any(0x80, 0x9F) && best_fit < 0) best = &charsets()[1];
  }
  return {best->name, std::clamp(best_fit, 0.0, 0.99)};
}

std::optional<std::string> from_charset(std::string_view bytes, const std::string& name, int& replaced) {
  for (const HighHalf& half : charsets()) {
    if (half.name == name) return from_high_half(bytes, half, replaced);
  }
  const Converter converter = open_converter(name.c_str());
  if (!converter) return std::nullopt;
  std::string utf8;
  std::array<UChar, 4096> units;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  char32_t lead = 0;
  for (bool more = true; more;) {
    UChar* target = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, true,
                   &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) return std::nullopt;
    for (const UChar* unit = units.data(); unit != target; ++unit) {
      char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        lead = c;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000) c = 0x10000 + ((lead - 0xD800) << 10) + (c - 0xDC00);
      replaced += c == kReplacement;
      append(utf8, c);
    }
  }
  return utf8;
}

}  // namespace pst::text
