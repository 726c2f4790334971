// Unicode work on strings: one normal form, one cleaned line, an ASCII shadow of it for patterns, and ways to
// compare wordings. Everything takes UTF-8 and copes with ill-formed bytes (each counts as U+FFFD).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pst::text {

/// The text in Unicode normal form C.
std::string nfc(std::string_view utf8);

/// One source line as the later rooms want it. Afterwards:
/// - it is NFC, and cleaning it again changes nothing;
/// - every Unicode space is a plain space; tabs are kept, nothing is trimmed or collapsed;
/// - there are no controls, zero-width characters, byte order marks, bidi marks or variation selectors;
/// - a soft hyphen is gone, unless it ended the line: there it is `-`, so that joining lines can heal it;
/// - ligatures (ﬁ ﬂ ﬀ ﬃ ﬄ ﬅ ﬆ) are letters again; œ and æ are letters and stay;
/// - a private-use character (a symbol font's bullet) is `•` at the line's beginning, else a space; bullets,
///   arrows and dingbats stay as they are.
std::string clean_line(std::string_view utf8);

/// Where in a text the code points of its projection begin; only those of several bytes are kept.
class Offsets {
 public:
  /// The byte where code point i begins; the text's size for i behind the last one.
  std::size_t operator[](std::size_t i) const;

  /// Code point i takes `bytes`, more than one; in order.
  void add_wide(std::size_t i, std::size_t bytes);
  void clear() { wide_.clear(); }

 private:
  struct Wide {
    std::uint32_t next;   ///< code point behind it
    std::uint32_t shift;  ///< how much further than its number `next` begins
  };
  std::vector<Wide> wide_;
};

/// A text's ASCII projection, one byte for each code point: patterns are written without accents, and a match
/// maps back to the text.
struct Plain {
  std::string ascii;
  Offsets offset;  ///< of its bytes in the original
};

/// Fills `out`, whose buffers are reused. The projection:
///
/// | code points                                       | byte               |
/// | ASCII                                             | itself             |
/// | é Ç ñ …, superscript and other digits             | base letter, digit |
/// | œ Œ æ Æ ° º ª × µ                                 | o O a A o o a x u  |
/// | ’ ‘ ʼ ` ´ ′ and their like                        | '                  |
/// | ‐ ‑ – — ― − and the soft hyphen                   | -                  |
/// | spaces of any width, a line break                 | space              |
/// | « » “ ” „ ‹ ›                                     | "                  |
/// | …                                                 | .                  |
/// | ½ ¼ ¾ ⁄                                           | /                  |
/// | €                                                 | $                  |
/// | §                                                 | \x06               |
/// | • ▪ ■ ○ ► ➢ ✓ ❖ ‣ · → and other dingbats, arrows  | \x07               |
/// | any other letter                                  | x                  |
/// | anything else (controls, but the tab, too)        | \x01               |
void plain(std::string_view utf8, Plain& out);

/// Letters and digits only, lower case, without accents (œ is oe, æ is ae): to compare wordings.
std::string fold(std::string_view utf8);
/// The first `most` of these, without reading the rest.
std::string fold(std::string_view utf8, std::size_t most);

/// Runs of white space as one space, none at the ends.
std::string collapse(std::string_view utf8);

/// A letter-spaced line closed up: `V O L E T   I N T E R N E` is `VOLET INTERNE`. Words must be parted by
/// two spaces or more; without any, a line of some letters is one word. Nothing where the line is none.
std::optional<std::string> closed_up(std::string_view utf8);

/// Nothing but white space and invisible characters.
bool is_blank(std::string_view utf8);

/// Number of code points.
std::size_t length(std::string_view utf8);

/// Whether the first letter has that case; opening quotes, brackets and spaces before it do not count,
/// anything else (a digit, a bullet) means no.
bool starts_lower(std::string_view utf8);
bool starts_upper(std::string_view utf8);

/// Share of upper-case letters among the letters that have a case; 0 where there are none.
double upper_share(std::string_view utf8);

/// Damerau-Levenshtein distance (neighbours may swap) of the folded texts; `limit + 1` as soon as it is more.
int distance(std::string_view a, std::string_view b, int limit);

/// Likeness of two wordings, 0 to 1: the share of letter pairs of the folded texts that both have.
double similarity(std::string_view a, std::string_view b);

/// HTML character references (`&nbsp;`, `&eacute;`, `&#233;`, `&#xE9;`) as characters; unknown ones stay.
std::string decode_entities(std::string_view utf8);

}  // namespace pst::text
