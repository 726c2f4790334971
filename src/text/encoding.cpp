#include "text/encoding.hpp"

#include <algorithm>
#include <climits>
#include <cstdint>
#include <optional>

#include "text/bytes.hpp"
#include "text/charsets.hpp"
#include "text/codepoints.hpp"

namespace pst::text {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBom8 = "\xEF\xBB\xBF"sv;
constexpr std::string_view kBom16Le = "\xFF\xFE"sv;
constexpr std::string_view kBom16Be = "\xFE\xFF"sv;

int bounded(std::uint64_t count) {
  return static_cast<int>(std::min<std::uint64_t>(count, INT_MAX));
}

struct Utf8Check {
  std::uint64_t sequences = 0;  // well-formed, of more than one byte
  std::uint64_t broken = 0;     // bytes that belong to none
  bool cut_at_end = false;      // the last sequence was merely cut short
};

/// Bytes from a lead byte on that make a well-formed sequence so far: up to 4, 0 where it is no lead byte.
std::size_t well_formed_prefix(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  const std::size_t wanted = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (wanted == 0) return 0;
  // The second byte is bounded further for the leads of overlong forms, surrogates and the last plane.
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  std::size_t got = 1;
  while (got < wanted && at + got < bytes.size()) {
    const unsigned char next = byte(at + got);
    if (got == 1 ? (next < low || next > high) : (next & 0xC0) != 0x80) break;
    ++got;
  }
  return got;
}

std::size_t wanted_length(unsigned char lead) {
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (std::size_t at = find_non_ascii(bytes, 0); at < bytes.size(); at = find_non_ascii(bytes, at)) {
    const std::size_t got = well_formed_prefix(bytes, at);
    if (got != 0 && got == wanted_length(static_cast<unsigned char>(bytes[at]))) {
      ++check.sequences;
      at += got;
      continue;
    }
    ++check.broken;
    check.cut_at_end = got != 0 && at + got == bytes.size();
    at += std::max<std::size_t>(got, 1);
  }
  return check;
}

/// UTF-8 with each ill-formed sequence as one U+FFFD.
std::string mend_utf8(std::string_view bytes) {
  std::string utf8;
  utf8.reserve(bytes.size() + 64);
  std::size_t kept = 0;
  for (std::size_t at = find_non_ascii(bytes, 0); at < bytes.size(); at = find_non_ascii(bytes, at)) {
    const std::size_t got = well_formed_prefix(bytes, at);
    if (got == 0 || got != wanted_length(static_cast<unsigned char>(bytes[at]))) {
      utf8.append(bytes.substr(kept, at - kept));
      append(utf8, kReplacement);
      kept = at + std::max<std::size_t>(got, 1);
    }
    at += std::max<std::size_t>(got, 1);
  }
  utf8.append(bytes.substr(kept));
  return utf8;
}

/// Broken bytes are an accident in UTF-8 when well-formed sequences outnumber them: by chance, letters of
/// another encoding hardly ever form one.
bool is_utf8(const Utf8Check& check) {
  if (check.broken == 0) return true;
  if (check.sequences == 0) return check.broken == 1 && check.cut_at_end;
  return check.sequences > check.broken;
}

enum class Utf16 { no, little, big };

/// UTF-16 without a BOM: Latin text has a zero in nearly every other byte, and always on the same side.
Utf16 guess_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 64 * 1024);
  if (sample.size() < 4 || sample.find('\0') == sample.npos) return Utf16::no;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
    even += sample[i] == 0;
    odd += sample[i + 1] == 0;
  }
  const std::size_t half = sample.size() / 2;
  if (odd * 10 >= half * 7 && even * 20 <= half) return Utf16::little;
  if (even * 10 >= half * 7 && odd * 20 <= half) return Utf16::big;
  return Utf16::no;
}

Decoded from_utf16(std::string_view bytes, bool little, double confidence) {
  Decoded decoded{"", little ? "UTF-16LE" : "UTF-16BE", confidence, 0};
  decoded.utf8.reserve(bytes.size() / 2 + bytes.size() / 32);
  const auto unit = [&](std::size_t i) -> char32_t {
    const char32_t a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return little ? (a | b << 8) : (a << 8 | b);
  };
  std::uint64_t replaced = bytes.size() % 2;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t trail = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (c < 0xDC00 && trail >= 0xDC00 && trail < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (trail - 0xDC00);
        i += 2;
      } else {
        c = kReplacement;
        ++replaced;
      }
    }
    append(decoded.utf8, c);
  }
  if (bytes.size() % 2 != 0) append(decoded.utf8, kReplacement);
  decoded.replaced = bounded(replaced);
  return decoded;
}

Decoded from_utf8(std::string_view bytes, const Utf8Check& check, bool bom) {
  if (check.broken == 0) return {std::string(bytes), "UTF-8", 1.0, 0};
  const double share =
      static_cast<double>(check.sequences) / static_cast<double>(check.sequences + check.broken);
  return {mend_utf8(bytes), "UTF-8", bom ? 1.0 : share, bounded(check.broken)};
}

constexpr std::string_view kSignatures[] = {
    "%PDF-"sv,
    "PK\x03\x04"sv,
    "PK\x05\x06"sv,
    "\x7F"
    "ELF"sv,
    "\x89PNG"sv,
    "\xFF\xD8\xFF"sv,
    "GIF8"sv,
    "II*\0"sv,
    "MM\0*"sv,
    "\xD0\xCF\x11\xE0"sv,
    "\x1F\x8B"sv,
    "7z\xBC\xAF\x27\x1C"sv,
    "Rar!\x1A"sv,
    "BZh"sv,
    "\xFD"
    "7zXZ"sv,
    "RIFF"sv,
    "OggS"sv,
    "ID3\x03"sv,
    "{\\rtf"sv,
    "SQLite format 3"sv,
    "\x28\xB5\x2F\xFD"sv,
    "wOFF"sv,
    "wOF2"sv,
    "\xCA\xFE\xBA\xBE"sv,
};

/// Controls that no text holds: all but tab, line ends, form feed, vertical tab, escape and the old
/// end-of-file.
constexpr ByteSet kOddControls(
    "\0\1\2\3\4\5\6\7\x08\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1C\x1D\x1E\x1F\x7F"sv);

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(kBom16Le)) return from_utf16(bytes.substr(2), true, 1.0);
  if (bytes.starts_with(kBom16Be)) return from_utf16(bytes.substr(2), false, 1.0);
  const bool bom = bytes.starts_with(kBom8);
  if (bom) bytes.remove_prefix(kBom8.size());
  if (!bom) {
    const Utf16 guess = guess_utf16(bytes);
    if (guess != Utf16::no) return from_utf16(bytes, guess == Utf16::little, 0.95);
  }
  const Utf8Check check = check_utf8(bytes);
  if (bom || is_utf8(check)) return from_utf8(bytes, check, bom);

  const Charset charset = choose_charset(bytes);
  Decoded decoded;
  decoded.encoding = charset.name;
  decoded.confidence = charset.confidence;
  if (std::optional<std::string> text = from_charset(bytes, charset.name, decoded.replaced)) {
    decoded.utf8 = std::move(*text);
    return decoded;
  }
  return from_utf8(bytes, check, bom);
}

bool looks_binary(std::string_view bytes) {
  if (bytes.starts_with(kBom16Le) || bytes.starts_with(kBom16Be)) return false;
  std::string_view start = bytes;
  if (start.starts_with(kBom8)) start.remove_prefix(kBom8.size());
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  for (const std::string_view signature : kSignatures) {
    if (start.starts_with(signature)) return true;
  }
  if (guess_utf16(bytes) != Utf16::no) return false;
  if (bytes.find('\0') != std::string_view::npos) return true;
  const std::string_view sample = bytes.substr(0, 256 * 1024);
  std::size_t odd = 0;
  const auto next_control = [&](std::size_t from) {
    return find_byte(sample, from, [](ByteBlock c) { return (c < 0x20) | (c == 0x7F); });
  };
  for (std::size_t at = next_control(0); at < sample.size(); at = next_control(at + 1))
    odd += kOddControls.has(sample[at]);
  return odd > 8 && odd * 100 > sample.size();
}

}  // namespace pst::text
