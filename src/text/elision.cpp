#include "text/elision.hpp"

#include <algorithm>
#include <array>

#include "text/bytes.hpp"
#include "text/codepoints.hpp"
#include "text/frequent.hpp"

namespace pst::text {
namespace {

constexpr std::array<std::string_view, 18> kElided = {
    "l",     "d",      "n",      "s",      "j",      "m",       "t",      "c",       "qu",
    "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "aujourd", "presqu", "parcequ", "entr"};

constexpr std::array<std::string_view, 22> kBeforeArticle = {
    "à",     "a",  "après", "avant", "avec", "chez", "contre", "dans", "de",  "dès",  "en",
    "entre", "et", "ou",    "par",   "pour", "que",  "sans",   "sous", "sur", "vers", "via"};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& set, std::string_view word) {
  return std::ranges::find(set, word) != set.end();
}

bool is_letter(char32_t c) {
  return glyph(c).is(Glyph::letter);
}

/// A letter before which articles elide; h only where it may be mute.
bool opens_vowel(char32_t c) {
  const char base = glyph(c).fold[0];
  return is_letter(c) && base != 0 && std::string_view("aeiouyh").find(base) != std::string_view::npos;
}

/// A text as code points, with neighbours that may be beyond its ends.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(decode_utf8(text)) {}

  std::size_t size() const { return text_.size(); }
  char32_t operator[](std::size_t i) const { return i < text_.size() ? text_[i] : U' '; }
  char32_t before(std::size_t i) const { return i == 0 ? U' ' : text_[i - 1]; }

  bool begins_word(std::size_t i) const {
    const char32_t c = before(i);
    return glyph(c).is(Glyph::space) ||
           std::u32string_view(U"(«\"“[-–/").find(c) != std::u32string_view::npos;
  }

  /// I' or |' before a vowel. The other shapes of l (1' !' /') count only within a sentence, in lower case.
  bool is_misread_l(std::size_t i) const {
    const char32_t c = text_[i];
    if (!is_apostrophe((*this)[i + 1]) || !begins_word(i)) return false;
    const char32_t next = (*this)[is_apostrophe((*this)[i + 2]) ? i + 3 : i + 2];
    if (!opens_vowel(next)) return false;
    if (c == U'I' || c == U'|') return true;
    return (c == U'1' || c == U'!' || c == U'/') && i > 0 && before(i) == U' ' &&
           glyph(next).is(Glyph::lower);
  }

  /// The second of two apostrophes after an elided word: d’'une.
  bool is_doubled(std::size_t i) const {
    if (i == 0 || !is_apostrophe(text_[i]) || !is_apostrophe(before(i))) return false;
    constexpr std::size_t kMost = 3;  // apostrophes in a row
    std::size_t end = i, after = i + 1;
    while (end > 0 && i - end <= kMost && is_apostrophe(text_[end - 1])) --end;
    while (after - i <= kMost && is_apostrophe((*this)[after])) ++after;
    return after - end <= kMost && opens_vowel((*this)[after]) && is_elided(word_before(end));
  }

  /// The lower-case word that ends at `end`.
  std::string word_before(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && is_letter(text_[begin - 1]) && end - begin < 12) --begin;
    std::string word;
    for (std::size_t i = begin; i < end; ++i) append(word, to_lower(text_[i]));
    // Where an l was misread, the elided word is an I or a bar yet.
    return word == "i" || (word.empty() && before(end) == U'|') ? "l" : word;
  }

  std::string word_at(std::size_t begin) const {
    std::string word;
    for (std::size_t i = begin; i < text_.size() && is_letter(text_[i]) && i - begin < 40; ++i) {
      append(word, text_[i]);
    }
    return word;
  }

  /// An apostrophe after a word and before none: what closes a quotation that an apostrophe opened.
  std::size_t last_closing() const {
    for (std::size_t i = text_.size(); i-- > 1;) {
      if (is_apostrophe(text_[i]) && !glyph(before(i)).is(Glyph::space) && !is_letter((*this)[i + 1]))
        return i;
    }
    return 0;
  }

 private:
  std::u32string text_;
};

/// An apostrophe alone before a word that begins with a vowel: 'ensemble.
bool lost_its_l(const Reader& text, std::size_t i, const Lexicon& lexicon) {
  const char32_t next = text[i + 1];
  if (!is_apostrophe(text[i]) || !glyph(text.before(i)).is(Glyph::space)) return false;
  if (!opens_vowel(next) || !glyph(next).is(Glyph::lower)) return false;
  const std::string word = text.word_at(i + 1);
  if (word.size() < 3) return false;
  if (lexicon.available()) {
    const bool exists = lexicon.look_up("l'" + word).known;
    if (exists || glyph(next).fold[0] == 'h') return exists;
  }
  if (!frequent_misreading(word).right.empty()) return true;
  std::size_t gap = i;
  while (gap > 0 && glyph(text.before(gap)).is(Glyph::space)) --gap;
  return next != U'h' && in(kBeforeArticle, text.word_before(gap));
}

/// Whether an apostrophe stands behind a character whose last byte is as asked; true as well for a few signs
/// that begin with the same byte as an apostrophe.
template <class Asked>
bool has_apostrophe_behind(std::string_view utf8, Asked asked) {
  constexpr ByteSet kFirstBytes("'`\xE2\xC2\xCA");
  for (std::size_t at = find_any(utf8, kFirstBytes); at < utf8.size();
       at = find_any(utf8, kFirstBytes, at + 1)) {
    if (asked(at == 0 ? ' ' : utf8[at - 1])) return true;
  }
  return false;
}

}  // namespace

bool is_elided(std::string_view word) {
  return in(kElided, word);
}

std::string mend_elisions(std::string_view utf8, const Lexicon& lexicon) {
  static constexpr ByteSet kSpoilt("I|1!/'` \t\v\f");  // a misread l, another apostrophe, a space
  const auto is_spoilt = [](char c) { return kSpoilt.has(c) || static_cast<unsigned char>(c) >= 0x80; };
  if (!has_apostrophe_behind(utf8, is_spoilt)) return std::string(utf8);
  const Reader text(utf8);
  const std::size_t closing = text.last_closing();
  std::string out;
  out.reserve(utf8.size() + 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.is_misread_l(i)) {
      out += 'l';
    } else if (text.is_doubled(i)) {
      continue;
    } else if (i >= closing && lost_its_l(text, i, lexicon)) {
      out += 'l';
      append(out, text[i]);
    } else {
      append(out, text[i]);
    }
  }
  return out;
}

int count_spoilt_elisions(std::string_view utf8) {
  static constexpr ByteSet kSpoilt("I|'`\xB4\x98\x99\xBC");  // an I, a bar or another apostrophe
  if (!has_apostrophe_behind(utf8, [](char c) { return kSpoilt.has(c); })) return 0;
  const Reader text(utf8);
  int count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] == U'I' || text[i] == U'|') && text.is_misread_l(i)) {
      ++count;
    } else if (text.is_doubled(i) && !is_apostrophe(text.before(i - 1))) {
      ++count;
    }
  }
  return count;
}

}  // namespace pst::text
