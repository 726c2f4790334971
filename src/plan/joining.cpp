#include "plan/joining.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// A sentence's end, or its bracket, is near; looking at more would make a long text cost its square.
constexpr std::size_t kTail = 1500;

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == ')'))
    text.remove_suffix(1);
  if (text.size() >= 2 && text.substr(text.size() - 2) == "»") text.remove_suffix(2);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.empty()) return true;
  const char last = text.back();
  return last == '.' || last == ';' || last == ':' || last == '!' || last == '?';
}

/// A word takes the sign before it along (`« Les`): typesetters do not part them.
int first_word_length(std::string_view text) {
  std::size_t end = std::min(text.find(' '), text.size());
  if (text::fold(text.substr(0, end)).empty() && end < text.size())
    end = std::min(text.find(' ', end + 1), text.size());
  return static_cast<int>(text::length(text.substr(0, end)));
}

/// Whether the line was as full as the writer's width allows: the next word would not have fitted.
bool is_full(const layout::Fragment& last, const layout::Fragment& next, int wrap_width) {
  constexpr int kSlack =
      4;  // widths counted in bytes, or in points of a proportional font, are not quite even
  return wrap_width > 0 && last.width + 1 + first_word_length(next.text) > wrap_width - kSlack;
}

/// What stands on either side of a hyphen at a line's end.
struct Halves {
  std::string_view word;  ///< with the hyphen
  std::string_view half, other;
};

Halves halves_of(std::string_view word, std::string_view line) {
  std::string_view half = word.substr(0, word.size() - 1);
  half = half.substr(half.find_last_of("'(\"") == std::string_view::npos ? 0 : half.find_last_of("'(\"") + 1);
  return {word, half, line.substr(0, line.find_first_of(" ,.;:)'\""))};
}

bool is_compound(grammar::Reader& reader, const text::Repairer& french, const Halves& h) {
  return h.word.find('-') + 1 != h.word.size() || reader.is_word("hyphen_prefix", h.word) ||
         (french.knows(h.half) && french.knows(h.other));
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return text.substr(space == std::string_view::npos ? 0 : space + 1);
}

/// Whether `word`, which ends with a hyphen, is half of a compound that `line` goes on with.
bool keeps_hyphen(grammar::Reader& reader, const text::Repairer& french, std::string_view word,
                  std::string_view line) {
  Halves h = halves_of(word, line);
  const std::size_t inner = h.half.rfind('-');
  if (inner != std::string_view::npos) {
    // `porte-à-` `porte`, but `après-loge-` `ment`
    constexpr std::size_t kShortest = 3;
    h.half.remove_prefix(inner + 1);
    if (text::length(h.half) < kShortest) return true;
  }
  if (french.knows(std::string(h.half) + std::string(h.other))) return false;
  return is_compound(reader, french, h);
}

}  // namespace

bool ends_with_hyphen(std::string_view text) {
  return text.size() >= 2 && text.back() == '-' && text[text.size() - 2] != ' ' &&
         text[text.size() - 2] != '-';
}

int open_brackets(std::string_view text) {
  if (text.size() > kTail) text.remove_prefix(text.size() - kTail);
  constexpr text::ByteSet kOpening("([");
  if (text::find_any(text, kOpening) == text.npos) return 0;  // nearly always
  int open = 0;
  for (const char c : text) open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  return std::max(open, 0);
}

bool closes_bracket(std::string_view above, std::string_view line, const LabelEnd& label) {
  if (open_brackets(above) == 0) return false;
  const std::size_t close = line.find_first_of("()");
  if (close == std::string_view::npos || line[close] != ')') return false;
  const std::string_view wording = line.substr(std::min(label.rest, line.size()));
  return close >= label.end || !label.upper_rest || wording.starts_with(",");
}

bool continues(grammar::Reader& reader, std::string_view text, const layout::Fragment& last,
               const layout::Fragment& next, int wrap_width) {
  if (text.size() > kTail) text.remove_prefix(text.size() - kTail);
  const bool other_page = last.span.page != next.span.page;
  const int blank = other_page ? 0 : next.blank_before;
  const bool lower = text::starts_lower(next.text);
  const bool unfinished = reader.ends_with("unfinished", text) || ends_with_hyphen(text);
  if (blank > 2) return false;
  // Where the page's geometry has spoken, only a text that cannot end here overrules it.
  if (next.flow == layout::Flow::continues) return true;
  if (next.flow == layout::Flow::starts) return lower && unfinished;
  if (blank > 0) {
    // Across a blank line only what cannot stand alone goes on.
    if (unfinished || (open_brackets(text) > 0 && !ends_sentence(text))) return true;
    return lower && !ends_sentence(text) && last.columns <= 1;
  }
  if (unfinished) return true;
  if (is_full(last, next, wrap_width)) return true;
  if (other_page) return lower && !ends_sentence(text);
  if (lower) {
    // Behind a full stop a line in lower case goes on only where the stop is an abbreviation's, or the line
    // above was long enough to be wrapped.
    const bool abbreviated = text.size() >= 3 && text.back() == '.' && text[text.size() - 3] == '.';
    return !ends_sentence(text) || abbreviated || wrap_width == 0 || 3 * last.width > 2 * wrap_width;
  }
  if (open_brackets(text) > 0) return true;
  if (ends_sentence(text)) return false;
  if (text::upper_share(text) > 0.8 && text::upper_share(next.text) > 0.8) return true;
  // A bracket opens within a sentence; on a page the gap above has been looked at.
  if (next.text.starts_with("(") && next.span.box && last.span.box) return true;
  // A digit or sign at the line's start: the line before was broken somewhere.
  return wrap_width > 0 && !text::starts_upper(next.text) && next.indent >= last.indent;
}

bool broken_on_purpose(const layout::Fragment& last, const layout::Fragment& next, int wrap_width) {
  return !is_full(last, next, wrap_width);
}

bool hyphens_are_hard(grammar::Reader& reader, const text::Repairer& french, const layout::Layout& layout) {
  bool placed = false;
  for (std::size_t i = 1; i < layout.fragments.size(); ++i) {
    const std::string& above = layout.fragments[i - 1].text;
    const std::string& next = layout.fragments[i].text;
    placed = placed || layout.fragments[i].flow != layout::Flow::unknown;
    if (layout.fragments[i].flow == layout::Flow::starts || !ends_with_hyphen(above) ||
        !text::starts_lower(next)) {
      continue;
    }
    const Halves h = halves_of(last_word(above), next);
    if (!is_compound(reader, french, h) && french.knows(std::string(h.half) + std::string(h.other)))
      return false;
  }
  return placed;
}

void join(grammar::Reader& reader, const text::Repairer& french, std::string& text, std::string_view line,
          bool hard) {
  if (text.empty()) {
    text = line;
    return;
  }
  if (line.empty()) return;
  if (ends_with_hyphen(text) && text::starts_lower(line)) {
    if (!hard && !keeps_hyphen(reader, french, last_word(text), line)) text.pop_back();
    text += line;
    return;
  }
  const bool slash = text.size() >= 2 && text.back() == '/' && text[text.size() - 2] != ' ';
  if (text.back() == '\'' || slash || (text.size() >= 3 && text.compare(text.size() - 3, 3, "’") == 0) ||
      (ends_with_hyphen(text) && (text::starts_upper(line) || text::is_digit(line.front())))) {
    text += line;
    return;
  }
  text += ' ';
  text += line;
}

std::string heal_hyphens(grammar::Reader& reader, const text::Repairer& french, std::string_view text,
                         bool hard) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find("- "); at != std::string_view::npos; at = text.find("- ", at + 1)) {
    const std::string_view rest = text.substr(at + 2);
    // `court- et moyen terme` is written so; a dash between spaces is no hyphen.
    if (at == 0 || text[at - 1] == ' ' || !text::starts_lower(rest) ||
        reader.word_prefix("conjunction", rest) > 0)
      continue;
    std::string_view part = text.substr(begin, at + 1 - begin);
    if (out.empty()) {
      out = part;
    } else {
      join(reader, french, out, part, hard);
    }
    begin = at + 2;
  }
  if (out.empty()) return std::string(text);
  join(reader, french, out, text.substr(begin), hard);
  return out;
}

}  // namespace pst::plan
