// The parts of unicode.hpp that read a wording without changing it for good: projection, folding, comparing.
#include <algorithm>
#include <climits>
#include <cstring>

#include "text/codepoints.hpp"
#include "text/unicode.hpp"

namespace pst::text {
namespace {

/// What one character may add to a folded text.
constexpr std::size_t kLongestFold = 4;

/// Calls `one(glyph)` for every code point.
template <class One>
void for_each_glyph(std::string_view utf8, One one) {
  const auto& table = glyph_table();
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      one(table[byte]);
      ++at;
    } else {
      one(glyph(table, next_code_point(utf8, at)));
    }
  }
}

/// The first code point that is no space, quote or opening bracket.
Glyph first_telling(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Glyph g = glyph(next_code_point(utf8, at));
    if (g.is(Glyph::space | Glyph::drop)) continue;
    if (std::string_view("\"'([{").find(g.plain) != std::string_view::npos) continue;
    return g;
  }
  return {};
}

/// Whether white space only stands between words, and each time as one plain space. (A control says no.)
bool is_collapsed(std::string_view utf8) {
  if (utf8.empty()) return true;
  if (utf8.front() == ' ' || utf8.back() == ' ' || find_run(utf8, ' ', 2) != utf8.npos) return false;
  const auto& table = glyph_table();
  for (std::size_t at = find_odd_byte(utf8, 0); at < utf8.size(); at = find_odd_byte(utf8, at)) {
    if (static_cast<unsigned char>(utf8[at]) < 0x80 ||
        glyph(table, next_code_point(utf8, at)).is(Glyph::space)) {
      return false;
    }
  }
  return true;
}

/// Letter pairs of a folded text, its ends marked, sorted. Two bytes a pair: the text is ASCII by now.
std::vector<std::uint16_t> pairs(std::string_view folded) {
  std::vector<std::uint16_t> result;
  result.reserve(folded.size() + 1);
  unsigned char previous = '^';
  for (const char letter : folded) {
    const auto c = static_cast<unsigned char>(letter);
    result.push_back(static_cast<std::uint16_t>(previous << 8 | c));
    previous = c;
  }
  result.push_back(static_cast<std::uint16_t>(previous << 8 | '$'));
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

std::size_t Offsets::operator[](std::size_t i) const {
  const auto behind = std::upper_bound(wide_.begin(), wide_.end(), i,
                                       [](std::size_t at, const Wide& w) { return at < w.next; });
  return behind == wide_.begin() ? i : i + std::prev(behind)->shift;
}

void Offsets::add_wide(std::size_t i, std::size_t bytes) {
  const std::uint32_t before = wide_.empty() ? 0 : wide_.back().shift;
  wide_.push_back({static_cast<std::uint32_t>(i + 1), before + static_cast<std::uint32_t>(bytes - 1)});
}

void plain(std::string_view utf8, Plain& out) {
  const auto& table = glyph_table();
  out.ascii.resize(utf8.size());
  out.offset.clear();
  char* ascii = out.ascii.data();
  for (std::size_t at = 0; at < utf8.size();) {
    // Printable ASCII stands for itself, but the accent typed alone: a run of it is copied.
    const std::size_t odd = find_odd_byte(utf8, at);
    std::memcpy(ascii, utf8.data() + at, odd - at);
    ascii += odd - at;
    at = odd;
    if (at == utf8.size()) break;
    *ascii++ = glyph(table, next_code_point(utf8, at)).plain;
    if (at - odd > 1) out.offset.add_wide(static_cast<std::size_t>(ascii - 1 - out.ascii.data()), at - odd);
  }
  out.ascii.resize(static_cast<std::size_t>(ascii - out.ascii.data()));
  if (utf8.find('`') != utf8.npos) std::replace(out.ascii.begin(), out.ascii.end(), '`', '\'');
}

std::string fold(std::string_view utf8) {
  return fold(utf8, utf8.size() + utf8.size() / 2 + kLongestFold);  // a few letters grow in lower case
}

std::string fold(std::string_view utf8, std::size_t most) {
  const auto& table = glyph_table();
  std::string out(most + kLongestFold, '\0');
  char* to = out.data();
  char* const enough = to + most;
  for (std::size_t at = 0; at < utf8.size() && to < enough;) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      // Written first, kept or overwritten then: a branch on each character would be guessed wrong too often.
      const char letter = table[byte].fold[0];
      *to = letter;
      to += letter != 0;
      ++at;
      continue;
    }
    const char32_t c = next_code_point(utf8, at);
    const Glyph g = glyph(table, c);
    for (const char letter : g.fold) {
      if (letter != 0) *to++ = letter;
    }
    if (g.fold[0] == 0 && g.is(Glyph::letter)) {  // another script: there is nothing to strip that we know of
      std::string lower;
      append(lower, to_lower(c));
      to += lower.copy(to, lower.size());
    }
  }
  out.resize(std::min(static_cast<std::size_t>(to - out.data()), most));
  return out;
}

std::optional<std::string> closed_up(std::string_view utf8) {
  constexpr std::size_t kFewest = 5, kLongestWord = 14,
                        kMostOthers = 5;  // one token in so many may be longer
  if (utf8.size() < 2 * kFewest - 1) return std::nullopt;
  const std::size_t begin = std::min(utf8.find_first_not_of(' '), utf8.size());
  std::string out(utf8.substr(0, begin));
  std::size_t single = 0, others = 0, gaps = 0;
  for (std::size_t at = begin; at < utf8.size();) {
    std::size_t end = std::min(utf8.find(' ', at), utf8.size());
    const std::string_view token = utf8.substr(at, end - at);
    if (token == "|" || token == "│") return std::nullopt;  // between cells
    ++(token.size() <= 4 && length(token) == 1 ? single : others);
    if (single + kFewest < others * kMostOthers) return std::nullopt;
    out += token;
    at = std::min(utf8.find_first_not_of(' ', end), utf8.size());
    if (at > end + 1 && at < utf8.size()) {
      out += ' ';
      ++gaps;
    }
  }
  const bool parted = gaps > 0 || single + others <= kLongestWord;
  if (single < kFewest || single < others * kMostOthers || !parted) return std::nullopt;
  return out;
}

std::string collapse(std::string_view utf8) {
  if (is_collapsed(utf8)) return std::string(utf8);
  const auto& table = glyph_table();
  std::string out(utf8.size(), '\0');
  char* const begin = out.data();
  char* to = begin;
  bool gap = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t from = at;
    if (utf8[at] > ' ' && utf8[at] < 0x7F) {
      if (gap) *to++ = ' ';
      gap = false;
      *to++ = utf8[at++];
      continue;
    }
    const char32_t c = next_code_point(utf8, at);
    if (c == '\n' || c == '\r' || glyph(table, c).is(Glyph::space)) {
      gap = to != begin;
      continue;
    }
    if (gap) *to++ = ' ';
    gap = false;
    for (std::size_t i = from; i < at; ++i) *to++ = utf8[i];
  }
  out.resize(static_cast<std::size_t>(to - begin));
  return out;
}

bool is_blank(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    if (!glyph(next_code_point(utf8, at)).is(Glyph::space | Glyph::drop)) return false;
  }
  return true;
}

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = find_non_ascii(utf8, at);
    count += end - at;
    at = end;
    if (at < utf8.size()) {
      next_code_point(utf8, at);
      ++count;
    }
  }
  return count;
}

bool starts_lower(std::string_view utf8) {
  return first_telling(utf8).is(Glyph::lower);
}
bool starts_upper(std::string_view utf8) {
  return first_telling(utf8).is(Glyph::upper);
}

double upper_share(std::string_view utf8) {
  std::size_t upper = 0, lower = 0;
  for_each_glyph(utf8, [&](const Glyph& g) {
    upper += g.is(Glyph::upper);
    lower += g.is(Glyph::lower);
  });
  return upper == 0 ? 0.0 : static_cast<double>(upper) / static_cast<double>(upper + lower);
}

int distance(std::string_view a, std::string_view b, int limit) {
  if (limit < 0) return limit + 1;
  const std::string x = fold(a), y = fold(b);
  const std::size_t n = x.size(), m = y.size();
  const std::size_t most = std::min(static_cast<std::size_t>(limit), n + m), far = most + 1;
  const int too_far = limit < INT_MAX ? limit + 1 : limit;
  if (std::max(n, m) - std::min(n, m) > most) return too_far;
  // Rows of the usual table, but only the cells that can still be within the limit.
  std::vector<std::size_t> before(m + 1, far), last(m + 1, far), row(m + 1, far);
  for (std::size_t j = 0; j <= std::min(m, most); ++j) last[j] = j;
  std::size_t least_of_last = 0;
  for (std::size_t i = 1; i <= n; ++i) {
    const std::size_t from = i > most ? i - most : 1, to = std::min(m, i + most);
    row[from - 1] = from == 1 ? std::min(i, far) : far;
    std::size_t least = row[from - 1];
    for (std::size_t j = from; j <= to; ++j) {
      const std::size_t changed = last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
      std::size_t best = std::min({changed, j < i + most ? last[j] + 1 : far, row[j - 1] + 1});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
        best = std::min(best, before[j - 2] + 1);
      }
      row[j] = std::min(best, far);
      least = std::min(least, row[j]);
    }
    // A swap reaches back two rows: give up only when this row and the one before are both beyond it.
    if (least > most && least_of_last > most) return too_far;
    least_of_last = least;
    if (to < m) row[to + 1] = far;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[m] > most ? too_far : static_cast<int>(last[m]);
}

double similarity(std::string_view a, std::string_view b) {
  const std::string x = fold(a), y = fold(b);
  if (x == y) return 1.0;
  if (x.empty() || y.empty()) return 0.0;
  const std::vector<std::uint16_t> p = pairs(x), q = pairs(y);
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < p.size() && j < q.size();) {
    if (p[i] == q[j]) {
      ++common, ++i, ++j;
    } else {
      p[i] < q[j] ? ++i : ++j;
    }
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(p.size() + q.size());
}

}  // namespace pst::text
