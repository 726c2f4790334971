#include "layout/markup.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>
#include <utility>

#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr std::size_t kLongestTag = 400;

struct Tag {
  std::string name;  // lower case, without the slash
  bool closing = false;
  std::size_t end = 0;  // offset behind '>'
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The tag that begins at text[at] == '<', or one with end == 0 where none does.
Tag tag_at(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  while (i < text.size() && (is_letter(text[i]) || (text[i] >= '1' && text[i] <= '6'))) {
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i++])));
  }
  static constexpr std::array<std::string_view, 32> kKnown{
      "p", "br",    "ul",  "ol",  "li",    "div",   "span", "strong", "b",      "em",   "i",
      "u", "table", "tr",  "td",  "th",    "h1",    "h2",   "h3",     "h4",     "h5",   "h6",
      "a", "font",  "sup", "sub", "tbody", "thead", "img",  "hr",     "center", "small"};
  if (std::find(kKnown.begin(), kKnown.end(), tag.name) == kKnown.end()) return {};
  if (i < text.size() && text[i] != '>' && text[i] != '/' && text[i] != ' ') return {};
  const std::size_t close = text.substr(i, kLongestTag).find('>');
  if (close == std::string_view::npos) return {};
  tag.end = i + close + 1;
  return tag;
}

bool starts_paragraph(const std::string& name) {
  return name == "p" || name == "br" || name == "li" || name == "div" || name == "tr" || name == "ul" ||
         name == "ol" || name == "hr" || name == "td" || name == "th" || name == "table" ||
         (name.size() == 2 && name[0] == 'h');
}

/// Whether the star or low line at text[at] opens `*emphasis*`: glued to a word, and closed further on.
bool opens_emphasis(std::string_view text, std::size_t at) {
  const char sign = text[at];
  const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
  if (!begins || at + 2 >= text.size() || text[at + 1] == ' ' || text[at + 1] == sign) return false;
  const std::size_t close = text.find(sign, at + 2);
  return close != std::string_view::npos && text[close - 1] != ' ' &&
         (close + 1 == text.size() || !is_letter(text[close + 1]));
}

std::string without_emphasis(std::string text) {
  // AsciiDoc ends a line that must not be joined with ` +`.
  if (text.ends_with("_ +") || text.ends_with("* +")) text.resize(text.size() - 2);
  std::string out;
  std::size_t close = std::string::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == close) continue;
    if ((text[i] == '*' || text[i] == '_') && opens_emphasis(text, i)) {
      close = text.find(text[i], i + 2);
      continue;
    }
    out += text[i];
  }
  return out;
}

/// The next run of two signs or more at or behind `from`; both npos where there is none.
std::pair<std::size_t, std::size_t> next_run(std::string_view text, char sign, std::size_t from) {
  for (std::size_t at = text.find(sign, from); at != text.npos; at = text.find(sign, at)) {
    const std::size_t end = std::min(text.find_first_not_of(sign, at), text.size());
    if (end - at >= 2) return {at, end};
    at = end;
  }
  return {text.npos, text.npos};
}

/// Takes pairs of `**` or `__` off that are glued to the words between them: `*** haute` opens nothing.
/// `all`: set where one pair held the whole text.
std::string without_strong(const std::string& text, char sign, bool& all) {
  std::string out;
  std::size_t done = 0;
  for (auto [open, begin] = next_run(text, sign, 0); open != text.npos;) {
    if (begin >= text.size()) break;
    if (text[begin] == ' ') {
      std::tie(open, begin) = next_run(text, sign, begin);
      continue;
    }
    auto [end, close] = next_run(text, sign, begin);
    while (end != text.npos && text[end - 1] == ' ') std::tie(end, close) = next_run(text, sign, close);
    if (end == text.npos) break;  // nothing closes those behind it either
    all = all || (open == 0 && close == text.size());
    out.append(text, done, begin - 2 - done);
    out.append(text, begin, end - begin);
    done = end + 2;
    std::tie(open, begin) = next_run(text, sign, done);
  }
  return out.append(text, done, text.npos);
}

/// The heading's level by the marks that it begins with: `## Loger`, AsciiDoc's `== Loger`; 0 for none.
std::size_t marks_of_heading(std::string_view text) {
  const char mark = text.empty() ? ' ' : text.front();
  if (mark != '#' && mark != '=') return 0;
  const std::size_t marks = std::min(text.find_first_not_of(mark), text.size());
  if (mark == '=' && marks < 2) return 0;  // an OCR's list sign
  return marks <= 6 && marks < text.size() && text[marks] == ' ' ? marks : 0;
}

/// Takes marks of headings and pairs of `**`, `__` or `*` off; notes what they said.
Paragraph from_markdown(std::string text, int heading) {
  Paragraph out;
  out.heading = heading;
  if (const std::size_t marks = marks_of_heading(text); marks > 0) {
    const char mark = text.front();
    out.heading = static_cast<int>(marks);
    text.erase(0, marks + 1);
    while (!text.empty() && (text.back() == mark || text.back() == ' ')) text.pop_back();
  }
  for (const char sign : {'*', '_'}) text = without_strong(text, sign, out.bold);
  out.text = text::collapse(without_emphasis(text));
  return out;
}

}  // namespace

bool has_markup(std::string_view text) {
  constexpr text::ByteSet kSigns("<&*_#");
  if (marks_of_heading(text) > 0) return true;
  for (std::size_t i = text::find_any(text, kSigns); i < text.size();
       i = text::find_any(text, kSigns, i + 1)) {
    switch (text[i]) {
      case '<':
        if (tag_at(text, i).end != 0) return true;
        break;
      case '&':
        if (text.substr(i, 10).find(';') != std::string_view::npos) return true;
        break;
      case '*':
      case '_':
        if (opens_emphasis(text, i)) return true;
        if (i + 1 < text.size() && text[i + 1] == text[i]) return true;
        break;
      case '#':
        if (i == 0) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

std::vector<Paragraph> paragraphs(std::string_view text) {
  std::vector<Paragraph> out;
  std::string current;
  int heading = 0;
  const auto flush = [&] {
    if (!text::is_blank(current)) {
      Paragraph next = from_markdown(text::decode_entities(text::collapse(current)), heading);
      if (!text::is_blank(next.text) && next.text != "-") out.push_back(std::move(next));
    }
    current.clear();
    heading = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const Tag tag = text[i] == '<' ? tag_at(text, i) : Tag{};
    if (tag.end == 0) {
      current += text[i++];
      continue;
    }
    i = tag.end;
    if (!starts_paragraph(tag.name)) continue;
    flush();
    if (tag.closing) continue;
    if (tag.name == "li") current = "- ";
    if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] != 'r') heading = tag.name[1] - '0';
  }
  // A list item with nothing but its dash is no paragraph.
  if (current == "- ") current.clear();
  flush();
  return out;
}

}  // namespace pst::layout
