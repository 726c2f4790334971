// Does a document look like the product of OCR? Counted without a dictionary.
#include <algorithm>
#include <array>

#include "text/codepoints.hpp"
#include "text/elision.hpp"
#include "text/frequent.hpp"
#include "text/repair.hpp"

namespace pst::text {
namespace {

constexpr int kMostWords = 200'000;

/// c6té, p0ur: one digit that looks like a letter, with letters before it and two more behind.
bool has_digit_for_letter(std::string_view word) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t at = word.find_first_of(kDigits);
  if (at == word.npos || at == 0 || at + 2 >= word.size()) return false;
  const bool only_one = word.find_first_of(kDigits, at + 1) == word.npos;
  return only_one && std::string_view("016").find(word[at]) != std::string_view::npos && word.size() >= 4;
}

/// What bullets become: a line that begins with empty guillemets, ¢ or ¥ before a word.
bool begins_with_spoilt_bullet(std::string_view line) {
  constexpr std::array<std::string_view, 8> kSpoilt = {"«»", "«+»", "«*", "+»", "*»", "¢", "¥", "<+"};
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  for (const std::string_view bullet : kSpoilt) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t end = line.find(' ');
    return end != line.npos && end <= 8 && end + 1 < line.size();
  }
  return false;
}

class Count {
 public:
  explicit Count(OcrEvidence& evidence) : evidence_(evidence) {}

  void line(std::string_view line) {
    evidence_.telltales += count_spoilt_elisions(line);
    evidence_.telltales += begins_with_spoilt_bullet(line);
    std::size_t begin = 0;   // of the word that is being read
    std::uint16_t seen = 0;  // all that its letters are
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t here = at;
      const auto byte = static_cast<unsigned char>(line[at]);
      std::uint16_t bits = 0;
      if (byte < 0x80) {
        bits = table_[byte].bits;
        ++at;
      } else {
        bits = glyph(table_, next_code_point(line, at)).bits;
      }
      if ((bits & (Glyph::letter | Glyph::digit)) != 0) {
        seen |= bits;
      } else {
        if (here > begin) end(line.substr(begin, here - begin), seen);
        begin = at;
        seen = 0;
      }
    }
    if (line.size() > begin) end(line.substr(begin), seen);
  }

 private:
  void end(std::string_view word, std::uint16_t seen) {
    ++evidence_.words;
    constexpr std::size_t kLongest = 24;
    if ((seen & Glyph::upper) != 0 || word.size() > kLongest) return;
    if ((seen & Glyph::digit) != 0 && has_digit_for_letter(word)) {
      ++evidence_.telltales;
      ++evidence_.unknown;
    } else if (const Misreading misreading = frequent_misreading(word); !misreading.right.empty()) {
      evidence_.telltales += misreading.telltale;
      ++evidence_.unknown;
    }
  }

  OcrEvidence& evidence_;
  const std::array<Glyph, kGlyphTableSize>& table_ = glyph_table();
};

}  // namespace

OcrEvidence assess(const std::vector<std::string_view>& lines) {
  OcrEvidence evidence;
  Count count(evidence);
  // Pages of clean text without one telltale: the rest is only sampled.
  constexpr int kCleanWords = 600;
  constexpr std::size_t kSample = 4;
  for (std::size_t i = 0; i < lines.size() && evidence.words < kMostWords; ++i) {
    const bool clean_so_far = evidence.telltales == 0 && evidence.words > kCleanWords;
    if (!clean_so_far || i % kSample == 0) {
      count.line(lines[i]);
    } else {
      constexpr std::size_t kWord = 6;  // bytes of a word and its space, on average
      evidence.words += static_cast<int>(lines[i].size() / kWord);
    }
  }
  if (evidence.words > 0) evidence.rate = 100.0 * evidence.telltales / evidence.words;
  // A telltale may slip into a typed plan once (d''une); OCR scatters several over every page. Forgotten
  // accents only lend weight: a plan typed without them is no OCR.
  const bool some = evidence.telltales >= 3 || (evidence.telltales == 2 && evidence.unknown >= 1);
  constexpr double kLeastRate = 0.1;
  evidence.is_ocr = some && evidence.rate >= kLeastRate;
  return evidence;
}

}  // namespace pst::text
