#include "grammar/marker_reader.hpp"

#include <algorithm>
#include <utility>

#include "text/ascii.hpp"

namespace pst::grammar {
namespace {

/// Signs that close a label: they belong to it.
bool closes_label(char c) {
  return c == '.' || c == ')' || c == '_' || c == ']';
}

/// What a list sign or a dot at half height is in the projection: behind a label of words it parts, too.
constexpr char kListSign = '\x07';

/// Signs that set the wording off from the label.
bool separates(char c) {
  return c == ':' || c == '-' || c == '=' || c == '>' || c == '|' || c == '/';
}

bool only_letter(const Number& number) {
  return number.depth == 1 && (number.part(0).style == NumberStyle::upper_letter ||
                               number.part(0).style == NumberStyle::lower_letter);
}

bool is_year(const Number& number) {
  return number.depth == 1 && number.part(0).value >= 1900 && number.part(0).value < 2100;
}

/// `P.S.T`, `C.P.A.S`: three capitals and more, no numeral among them.
bool is_abbreviation(std::string_view token) {
  if (token.size() < 5 || token.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (i % 2 == 0 ? token[i] < 'A' || token[i] > 'Z' : token[i] != '.') return false;
  }
  return true;
}

}  // namespace

std::optional<MarkerReader::Parts> MarkerReader::at_start(const Compiled<MarkerRule>& marker,
                                                          std::size_t from) const {
  const std::string_view head = ascii_.substr(from, kHead);
  Groups groups;
  if (marker.words) {
    const std::size_t end = groups.prefix(*marker.words, head);
    return end == Groups::npos ? std::nullopt : with_number(from, from + end);
  }
  if (marker.any_depth) {
    if (!groups.search(*marker.any_depth, head)) return std::nullopt;
    const std::string_view number = groups.ascii("number");
    if (std::count(number.begin(), number.end(), '.') < Number::kDepth) return from_groups(groups, from);
  }
  if (!groups.search(*marker.pattern, head)) return std::nullopt;
  return from_groups(groups, from);
}

std::optional<MarkerReader::Parts> MarkerReader::inside(const Compiled<MarkerRule>& marker,
                                                        std::size_t& from) const {
  Groups groups;
  while (from <= ascii_.size()) {
    if (!marker.words) {
      if (!groups.search(*marker.inside, ascii_, from)) return std::nullopt;
      from = std::max(groups.end("label"), from + 1);
      return from_groups(groups, 0);
    }
    std::size_t begin = 0, end = 0;
    if (!groups.find(*marker.inside, ascii_, from, begin, end)) return std::nullopt;
    from = std::max(end, from + 1);
    if (begin < end && !text::is_alnum(ascii_[begin]) && begin + 1 < ascii_.size() &&
        (begin > 0 || !text::is_alnum(ascii_[0])))
      ++begin;
    if (auto parts = with_number(begin, end)) return parts;
  }
  return std::nullopt;
}

void MarkerReader::add_numbered_item(std::size_t from, std::vector<MarkerMatch>& out) const {
  const auto is_digit = [&](std::size_t at) {
    return at < ascii_.size() && ascii_[at] >= '0' && ascii_[at] <= '9';
  };
  const bool letter = from < ascii_.size() && ascii_[from] >= 'A' && ascii_[from] <= 'Z';
  if (!is_digit(from) && !(letter && is_digit(from + 1))) return;
  std::vector<Entry> hits;
  library_.impl().line.match(ascii_.substr(from), hits);
  for (const Entry& hit : hits) {
    if (hit.type != RuleType::marker) continue;
    const Compiled<MarkerRule>& marker = library_.impl().markers[static_cast<std::size_t>(hit.index)];
    if (!marker.rule.bare || marker.rule.row_label || marker.rule.heading) continue;
    const auto parts = at_start(marker, from);
    auto match = parts ? candidate(hit.index, *parts) : std::nullopt;
    if (!match || !match->number || match->number->depth < 2) continue;
    match->decorated = true;
    out.push_back(std::move(*match));
  }
}

std::optional<MarkerMatch> MarkerReader::candidate(int index, const Parts& parts) const {
  const Compiled<MarkerRule>& marker = library_.impl().markers[static_cast<std::size_t>(index)];
  MarkerMatch out;
  out.marker = index;
  const std::size_t label = parts.begin;
  std::size_t at = parts.end;
  if (at <= label) return std::nullopt;
  const bool glued_wording = marker.words != nullptr && at + 1 < ascii_.size() && ascii_[at] >= 'A' &&
                             ascii_[at] <= 'Z' && ascii_[at + 1] >= 'a' && ascii_[at + 1] <= 'z';
  if (at < ascii_.size() && text::is_alnum(ascii_[at]) && text::is_alnum(ascii_[at - 1]) && !glued_wording)
    return std::nullopt;
  const std::string_view token = ascii_.substr(parts.number, parts.number_end - parts.number);
  const bool numbered = !token.empty();
  if (numbered && at < ascii_.size() && ascii_[at] >= '0' && ascii_[at] <= '9')
    return std::nullopt;  // `1.` of `1.1`
  // `C.` of `C.P.A.S.`
  if (numbered && marker.rule.bare && at + 1 < ascii_.size() && ascii_[at - 1] == '.' && ascii_[at] >= 'A' &&
      ascii_[at] <= 'Z' && ascii_[at + 1] == '.')
    return std::nullopt;
  if (numbered) {
    if (marker.rule.bare && is_abbreviation(token)) return std::nullopt;
    out.number = parts.code ? parse_address(token) : parse_number(token);
    out.code = parts.code ? letters_of(token) : std::string();
    if (!out.number) return std::nullopt;
    // A year on a line of its own is one: a cell that fell out of its row.
    if (marker.rule.bare && is_year(*out.number) && at >= ascii_.size()) return std::nullopt;
    // Glued to a word, only a digit begins a number: `OS1`, but not the plural of `Objectifs`.
    const std::size_t first = parts.number;
    const bool digit = ascii_[first] >= '0' && ascii_[first] <= '9';
    if (first > 0 && text::is_alnum(ascii_[first - 1]) && !digit) return std::nullopt;
    if (token.size() == 1) out.letter = parse_number(token, true);
  }
  if (parts.word_end > parts.word) {
    out.word = std::string(ascii_.substr(parts.word, parts.word_end - parts.word));
    std::transform(out.word.begin(), out.word.end(), out.word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  }
  bool closed = at > 0 && (closes_label(ascii_[at - 1]) || ascii_[at - 1] == ':' ||
                           (marker.rule.bare && ascii_[at - 1] == '/'));
  while (at < ascii_.size() && closes_label(ascii_[at])) {
    ++at;
    closed = true;
  }
  at = behind_total(at, out.number);
  const std::size_t label_end = at;
  bool separated = false;
  while (at < ascii_.size() &&
         (is_space(ascii_[at]) || separates(ascii_[at]) || (ascii_[at] == '.' && at > label_end) ||
          (ascii_[at] == kListSign && !marker.rule.bare))) {
    // A dash glued to a number goes on with it (`actions 1-2-3`, `60-61`): that is no label.
    const bool glued = numbered && !closed && at == label_end && (ascii_[at] == '-' || ascii_[at] == '/');
    if (glued && at + 1 < ascii_.size() && ascii_[at + 1] >= '0' && ascii_[at + 1] <= '9')
      return std::nullopt;
    separated = separated || !is_space(ascii_[at]);
    ++at;
  }
  if (numbered && !closed && label_end < ascii_.size() &&
      (ascii_[label_end] == ',' || ascii_[label_end] == '%' || ascii_[label_end] == '\'')) {
    return std::nullopt;  // `Action 3, action 4`, `l'action`
  }
  out.punctuated = closed || separated;
  out.begin = plain_.offset[label];
  out.end = plain_.offset[label_end];
  out.rest = plain_.offset[at];
  out.upper_rest = at >= ascii_.size() || (ascii_[at] >= 'A' && ascii_[at] <= 'Z') || !is_letter_at(at);
  if (numbered && only_letter(*out.number) && !letter_is_number(parts.number, out)) return std::nullopt;
  if (!marker.rule.link.empty() && marker.link) {
    Groups link;
    if (link.search(*marker.link, ascii_.substr(at))) {
      out.rest = plain_.offset[at + link.end()];
      out.upper_rest = true;
    }
  }
  skip_echo(marker.rule, out);
  return out;
}

/// `Action 3 / 14 :` says of how many it is the third.
std::size_t MarkerReader::behind_total(std::size_t at, const std::optional<Number>& number) const {
  if (!number || number->depth != 1) return at;
  std::size_t from = at;
  while (from < ascii_.size() && ascii_[from] == ' ') ++from;
  if (from >= ascii_.size() || ascii_[from] != '/') return at;
  ++from;
  while (from < ascii_.size() && ascii_[from] == ' ') ++from;
  std::size_t end = from;
  int total = 0;
  for (; end < ascii_.size() && end - from < 3 && ascii_[end] >= '0' && ascii_[end] <= '9'; ++end)
    total = 10 * total + (ascii_[end] - '0');
  std::size_t behind = end;
  while (behind < ascii_.size() && ascii_[behind] == ' ') ++behind;
  const bool ends = behind >= ascii_.size() || ascii_[behind] == ':' || ascii_[behind] == '-';
  return end > from && ends && total >= number->last() ? end : at;
}

std::optional<MarkerReader::Parts> MarkerReader::with_number(std::size_t begin, std::size_t words_end) const {
  const NumberToken token = find_number(ascii_, words_end);
  if (token.begin == token.end) return std::nullopt;
  std::size_t end = token.end;
  if (end < ascii_.size() && ascii_[end] == '_') ++end;
  return Parts{begin, end, token.begin, token.end, 0, 0, false};
}

MarkerReader::Parts MarkerReader::from_groups(const Groups& groups, std::size_t offset) {
  Parts parts;
  parts.begin = groups.begin("label") + offset;
  parts.end = groups.end("label") + offset;
  if (groups.has("number")) {
    parts.number = groups.begin("number") + offset;
    parts.number_end = groups.end("number") + offset;
  }
  if (groups.has("code")) {
    parts.code = true;
    parts.number = groups.begin("code") + offset;
    parts.number_end = groups.end("code") + offset;
  }
  if (groups.has("word")) {
    parts.word = groups.begin("word") + offset;
    parts.word_end = groups.end("word") + offset;
  }
  return parts;
}

bool MarkerReader::is_letter_at(std::size_t at) const {
  return (ascii_[at] >= 'a' && ascii_[at] <= 'z') || (ascii_[at] >= 'A' && ascii_[at] <= 'Z');
}

bool MarkerReader::letter_is_number(std::size_t at, const MarkerMatch& match) const {
  if (plain_.offset[at + 1] - plain_.offset[at] != 1) return false;  // an accented letter
  if (match.punctuated || match.rest >= text_.size()) return true;
  return ascii_[at] >= 'A' && ascii_[at] <= 'Z' && ascii_[at] != 'A' && match.upper_rest;
}

void MarkerReader::skip_echo(const MarkerRule& rule, MarkerMatch& match) const {
  if (!match.number || match.rest >= text_.size() || text_[match.rest] != '(') return;
  const std::size_t close = text_.find(')', match.rest);
  if (close == std::string_view::npos || close - match.rest > 24) return;
  const Projection echo(text_.substr(match.rest + 1, close - match.rest - 1));
  std::vector<Entry> hits;
  library_.impl().worded.match(echo.ascii, hits);
  const MarkerReader inner(library_, text_, echo);
  for (const Entry& hit : hits) {
    if (hit.type != RuleType::marker) continue;
    const Compiled<MarkerRule>& other = library_.impl().markers[static_cast<std::size_t>(hit.index)];
    if ((other.rule.kinds & rule.kinds) == 0) continue;
    const auto parts = inner.at_start(other, 0);
    if (!parts) continue;
    const auto number =
        parse_number(std::string_view(echo.ascii).substr(parts->number, parts->number_end - parts->number));
    if (!number || !(*number == *match.number)) continue;
    std::size_t rest = close + 1;
    while (rest < text_.size() && (text_[rest] == ' ' || text_[rest] == ':' || text_[rest] == '.')) ++rest;
    match.rest = rest;
    return;
  }
}

}  // namespace pst::grammar
