#include "text/unicode.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstring>
#include <utility>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

// Unicode's stream-safe limit. ICU reorders marks in quadratic time, and no writing system stacks more.
constexpr int kMaxMarks = 30;

bool is_surely_nfc(std::string_view utf8) {
  for (std::size_t at = find_non_ascii(utf8, 0); at < utf8.size(); at = find_non_ascii(utf8, at)) {
    if (!surely_nfc(next_code_point(utf8, at))) return false;
  }
  return true;
}

void normalize_into(std::string_view utf8, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string part;
  icu::StringByteSink<std::string> sink(&part);
  if (U_SUCCESS(status)) {
    normalizer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())), sink,
                              nullptr, status);
  }
  out += U_SUCCESS(status) ? std::string_view(part) : utf8;
}

/// Ligatures as letters; empty for any other character.
std::string_view ligature(char32_t c) {
  constexpr std::string_view kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLetters[c - 0xFB00] : std::string_view{};
}

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/// Where the first character stands that cleaning may change, or the size.
std::size_t find_unclean(std::string_view utf8) {
  const auto& table = glyph_table();
  for (std::size_t at = find_odd_byte(utf8, 0); at < utf8.size(); at = find_odd_byte(utf8, at)) {
    const std::size_t here = at;
    if (!glyph(table, next_code_point(utf8, at)).is(Glyph::inert)) return here;
  }
  return utf8.size();
}

/// Builds the cleaned line; what a character becomes may depend on what stands before it.
class Cleaner {
 public:
  explicit Cleaner(std::size_t size) { out_.reserve(size + 2); }

  /// Printable ASCII: what most of a line is.
  void add_ascii(std::string_view run) {
    if (run.empty()) return;
    out_ += run;
    marks_ = 0;
    if (run.find_first_not_of(' ') == run.npos) return;
    begun_ = true;
    soft_hyphen_at_ = std::string::npos;
  }

  void add(char32_t c) {
    if (c == 0xAD) {
      soft_hyphen_at_ = out_.size();
      return;
    }
    const Glyph g = glyph(c);
    if (g.is(Glyph::drop)) return;
    if (g.is(Glyph::mark)) {
      if (++marks_ > kMaxMarks) return;
    } else {
      marks_ = 0;
    }
    if (g.is(Glyph::space)) {
      out_ += c == '\t' ? '\t' : ' ';
      return;
    }
    soft_hyphen_at_ = std::string::npos;
    if (is_private(c)) {
      if (begun_) {
        out_ += ' ';
      } else {
        append(out_, U'•');
      }
      return;
    }
    if (!g.is(Glyph::bullet)) begun_ = true;
    if (const std::string_view letters = ligature(c); !letters.empty()) {
      out_ += letters;
    } else {
      append(out_, c);
    }
  }

  std::string finish() {
    const bool splits_a_word = soft_hyphen_at_ != std::string::npos && soft_hyphen_at_ > 0 &&
                               std::string_view("- \t").find(out_[soft_hyphen_at_ - 1]) == std::string::npos;
    if (splits_a_word) out_.insert(soft_hyphen_at_, 1, '-');
    // Typesetters write the hyphen's own sign where the line splits a word.
    constexpr std::string_view kHyphen = "\xE2\x80\x90";
    if (out_.ends_with(kHyphen)) out_.replace(out_.size() - kHyphen.size(), kHyphen.size(), "-");
    return is_surely_nfc(out_) ? std::move(out_) : nfc(out_);
  }

 private:
  std::string out_;
  std::size_t soft_hyphen_at_ = std::string::npos;  // where the last one stood, if only blanks followed it
  int marks_ = 0;
  bool begun_ = false;  // something else than blanks and bullets was seen
};

}  // namespace

std::string nfc(std::string_view utf8) {
  if (is_surely_nfc(utf8)) return std::string(utf8);
  std::string out;
  out.reserve(utf8.size() + 16);
  std::size_t begin = 0;
  int marks = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t here = at;
    marks = glyph(next_code_point(utf8, at)).is(Glyph::mark) ? marks + 1 : 0;
    if (marks > kMaxMarks) {
      normalize_into(utf8.substr(begin, here - begin), out);
      begin = here;
      marks = 0;
    }
  }
  normalize_into(utf8.substr(begin), out);
  return out;
}

std::string clean_line(std::string_view utf8) {
  if (find_unclean(utf8) == utf8.size()) return std::string(utf8);
  Cleaner cleaner(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t odd = find_odd_byte(utf8, at);
    cleaner.add_ascii(utf8.substr(at, odd - at));
    at = odd;
    if (at < utf8.size()) cleaner.add(next_code_point(utf8, at));
  }
  return cleaner.finish();
}

}  // namespace pst::text
