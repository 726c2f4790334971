#include "layout/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "layout/cells.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

bool is_rule_char(char c) {
  return c == '-' || c == '_' || c == '=' || c == '*' || c == '|' || c == ':' || c == '+';
}

/// `─`, `┼`: U+2500 to U+257F.
bool is_line_drawing(std::string_view text) {
  return text.size() > 2 && text[0] == '\xE2' && (text[1] == '\x94' || text[1] == '\x95');
}

/// Lines from the page's edge that may belong to its head or foot.
constexpr int kEdge = 3;
/// Characters of a line that says more than `Objectif 2` does.
constexpr std::size_t kWorded = 20;

constexpr std::string_view kRunningHead = "running-head";

void mark(LineInfo& line) {
  line.klass = LineClass::furniture;
  line.rule = kRunningHead.data();
}

/// Whether the line's words stand in three columns or more, and those of a line close below begin at the same
/// places: the head of a table, which comes again on its pages.
bool heads_table(const std::vector<std::string_view>& texts, const std::vector<std::size_t>& shown,
                 std::size_t k) {
  constexpr std::size_t kColumns = 3, kBelow = 3;
  constexpr int kGap = 3;
  const std::vector<CellSlice> cells = split_spaced(texts[shown[k]], kGap);
  if (cells.size() < kColumns) return false;
  for (std::size_t n = k + 1; n < shown.size() && n <= k + kBelow; ++n) {
    std::size_t aligned = 0;
    for (const CellSlice& below : split_spaced(texts[shown[n]], 2)) {
      aligned += std::any_of(cells.begin(), cells.end(),
                             [&](const CellSlice& cell) { return cell.start == below.start; });
    }
    if (aligned > 1) return true;
  }
  return false;
}

void mark_at_page_edges(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  struct Edge {
    std::vector<std::size_t> at;
    bool same = true;       // word for word, digits too
    bool outermost = true;  // the very first or last line of its page, each time
    bool table_head = false;
    PageCounter numbers;
    int last_page = 0;
    int pages = 0;
  };
  std::unordered_map<std::string, Edge> edges;
  std::unordered_map<std::string, std::size_t> within;  // the same in the middle of pages: text, not a head
  int pages = 0;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last + 1 < lines.size() && lines[last + 1].page == lines[first].page) ++last;
    ++pages;
    std::vector<std::size_t> shown;
    for (std::size_t i = first; i <= last; ++i) {
      if (lines[i].klass == LineClass::text) shown.push_back(i);
    }
    std::size_t below_head = lines.size();  // the line below a table's head that wraps
    for (std::size_t k = 0; k < shown.size(); ++k) {
      const bool table_head = shown[k] == below_head || heads_table(texts, shown, k);
      if (table_head) below_head = shown[k] + 1;
      std::string shape = shape_of(texts[shown[k]]);
      if (shape.empty()) continue;
      if (k >= kEdge && k + kEdge < shown.size()) {
        ++within[shape];
        continue;
      }
      Edge& edge = edges[std::move(shape)];
      edge.outermost = edge.outermost && (k == 0 || k + 1 == shown.size());
      edge.same = edge.same && (edge.at.empty() || same_words(texts[edge.at.front()], texts[shown[k]]));
      edge.table_head = edge.table_head || table_head;
      edge.numbers.add(texts[shown[k]], lines[shown[k]].page);
      edge.at.push_back(shown[k]);
      if (edge.last_page != pages) ++edge.pages;
      edge.last_page = pages;
    }
    first = last + 1;
  }
  for (const auto& [shape, edge] : edges) {
    // Of two pages, only what heads both word for word; on the first it may be the document's title.
    const bool twice = edge.pages == 2 && edge.at.size() == 2 && edge.outermost && !edge.table_head;
    if (pages == 2 && twice && edge.same) mark(lines[edge.at.back()]);
    // A line of words that counts two pages, or stands on both that follow the first, is no label.
    const bool worded = text::length(texts[edge.at.front()]) >= kWorded;
    const bool counted = edge.numbers.counts() || (edge.same && lines[edge.at.front()].page > 1);
    if (pages <= 3 && twice && worded && counted) {
      for (const std::size_t i : edge.at) mark(lines[i]);
    }
    // A head stands on half of the pages at least (left and right pages may differ), three times or more.
    if (edge.pages < 3 || 2 * edge.pages < pages - 1 ||
        edge.at.size() > 2 * static_cast<std::size_t>(edge.pages)) {
      continue;
    }
    const auto inside = within.find(shape);
    if (inside != within.end() && 4 * inside->second > edge.at.size()) continue;
    // What changes from page to page is the page's number; a card's number is not.
    if (edge.same ? edge.table_head : !edge.numbers.counts()) continue;
    for (const std::size_t i : edge.at) mark(lines[i]);
  }
}

/// Where the third part of a head begins that says its parts between bars, dashes or gaps (`CPAS de Valmont |
/// PST 2025-2030 | Domaine A`); 0 where it has fewer.
std::size_t third_part(std::string_view text) {
  constexpr std::string_view kSigns[] = {" | ", " – ", " — ", " - ", " · ", "   "};
  int parts = 1;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size(); ++at) {
    if (text[at] != ' ') continue;
    for (const std::string_view sign : kSigns) {
      if (!text.substr(at).starts_with(sign)) continue;
      at += sign.size() - 1;
      if (++parts == 3) return std::min(text.find_first_not_of(' ', at), text.size());
      break;
    }
  }
  return 0;
}

/// Heads at the top of pages whose first parts are the same and whose third names what stands below, in words
/// that most of the time stand elsewhere too.
void mark_changing_heads(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  constexpr std::size_t kFewest = 3;
  std::unordered_map<std::string_view, std::vector<std::size_t>> heads;  // by their first parts
  std::size_t pages = 0;
  for (std::size_t i = 0, page = 0; i < lines.size(); ++i) {
    if (lines[i].klass != LineClass::text || static_cast<std::size_t>(lines[i].page) == page) continue;
    page = static_cast<std::size_t>(lines[i].page);
    ++pages;
    if (const std::size_t part = third_part(texts[i]); part > 0 && part < texts[i].size())
      heads[texts[i].substr(0, part)].push_back(i);
  }
  for (const auto& [parts, at] : heads) {
    if (at.size() < kFewest || 2 * at.size() < pages) continue;
    std::unordered_map<std::string_view, int> named;
    for (const std::size_t i : at) ++named[texts[i].substr(parts.size())];
    std::size_t elsewhere = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto found =
          named.find(texts[i].substr(std::min(texts[i].find_first_not_of(' '), texts[i].size())));
      if (found == named.end()) continue;
      elsewhere += static_cast<std::size_t>(std::exchange(found->second, 0));
    }
    if (2 * elsewhere < at.size()) continue;
    for (const std::size_t i : at) mark(lines[i]);
  }
}

/// The last run of digits in the text as a number (six digits of it at most), or -1.
long last_number(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !(text[end - 1] >= '0' && text[end - 1] <= '9')) --end;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9' && end - begin < 6) --begin;
  if (begin == end) return -1;
  return std::stol(std::string(text.substr(begin, end - begin)));
}

/// The running heads of pages that only their counting feet show: what stands word for word below each of
/// them.
void mark_beside(const std::vector<std::string_view>& texts, const std::vector<std::size_t>& feet,
                 std::vector<LineInfo>& lines) {
  constexpr std::size_t kReach = 6, kFewest = 3;
  std::unordered_map<std::string_view, std::vector<std::size_t>> below;
  for (const std::size_t foot : feet) {
    for (std::size_t i = foot + 1; i < lines.size() && i <= foot + kReach; ++i) {
      if (lines[i].klass != LineClass::text) continue;
      below[texts[i]].push_back(i);
      break;
    }
  }
  for (const auto& [text, at] : below) {
    if (at.size() < kFewest || 2 * at.size() < feet.size()) continue;
    for (const std::size_t i : at) lines[i].counts = true;
  }
}

/// Whether the line stands between blank ones and its number, or `page 3`, far off to the right of its words.
bool is_worded_foot(const std::vector<std::string_view>& texts, const std::vector<LineInfo>& lines,
                    std::size_t i) {
  constexpr std::size_t kLongestEnd = 12;
  const bool apart = i > 0 && lines[i - 1].klass == LineClass::blank &&
                     (i + 1 == lines.size() || lines[i + 1].klass == LineClass::blank);
  if (!apart) return false;
  const std::size_t gap = texts[i].rfind("    ");
  return gap != std::string_view::npos && texts[i].size() - gap <= kLongestEnd + 4 &&
         texts[i].find_first_not_of(' ') + kWorded <= texts[i].find_last_not_of(' ', gap);
}

void mark_counting_lines(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  struct Series {
    std::vector<std::size_t> at;
    long last = -1;
    bool counts = true;
    bool in_step = true;  // the last is one higher than the one before it
  };
  constexpr std::size_t kLongest = 200, kFewest = 3;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<std::pair<std::size_t, std::size_t>> numbered;  // line, signs besides its digits and blanks
  std::array<std::size_t, kLongest + 1> alike{};              // lines with so many
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].klass != LineClass::text || texts[i].size() > kLongest) continue;
    if (text::find_digit(texts[i]) == std::string_view::npos) continue;
    const auto signs = static_cast<std::size_t>(std::count_if(
        texts[i].begin(), texts[i].end(), [&](char c) { return !is_digit(c) && c != ' ' && c != '\t'; }));
    numbered.emplace_back(i, signs);
    ++alike[signs];
  }
  std::unordered_map<std::string, Series> all;
  for (const auto& [i, signs] : numbered) {
    // No series, whatever their shapes.
    if (alike[signs] < kFewest && !(alike[signs] > 1 && is_worded_foot(texts, lines, i))) continue;
    const bool at_edge = is_digit(texts[i].front()) || is_digit(texts[i].back());
    const std::string shape = shape_of(texts[i]);
    // Numbers are the page's: with words beside them, or a bare page number between blank lines.
    if (shape.size() < 6 || shape.find('0') == std::string::npos || text::length(shape) > 100) continue;
    Series& series = all[shape];
    const long number = shape.front() == '0' && shape.back() != '0'
                            ? std::strtol(texts[i].data(), nullptr, 10)
                            : last_number(texts[i]);
    // Within the line (`PST 2024-2030   3 | Page`) only a number that never skips is a page's.
    const bool follows = at_edge || series.at.empty() || number == series.last + 1;
    series.counts = series.counts && number > series.last && follows;
    series.in_step = series.at.empty() || number == series.last + 1;
    series.last = number;
    series.at.push_back(i);
  }
  for (const auto& [shape, series] : all) {
    if (!series.counts || (series.at.size() < kFewest && !(series.at.size() == 2 && series.in_step)))
      continue;
    const bool feet = std::all_of(series.at.begin(), series.at.end(),
                                  [&](std::size_t i) { return is_worded_foot(texts, lines, i); });
    if (series.at.size() < kFewest && !feet) continue;
    const std::size_t span = series.at.back() - series.at.front();
    if (span / (series.at.size() - 1) < 8) continue;  // too dense for pages: a list of the plan
    mark_beside(texts, series.at, lines);
    for (const std::size_t i : series.at) {
      lines[i].counts = true;
      if (feet) mark(lines[i]);
    }
  }
}

/// Bare page numbers between blank lines, one higher each time, show the running heads below them.
void mark_below_page_numbers(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  constexpr std::size_t kPage = 8, kFewest = 3;
  std::vector<std::size_t> feet;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    if (lines[i].klass != LineClass::text || lines[i - 1].klass != LineClass::blank ||
        lines[i + 1].klass != LineClass::blank) {
      continue;
    }
    std::string_view number = texts[i];
    number.remove_prefix(std::min(number.find_first_not_of(' '), number.size()));
    if (number.empty() || number.size() > 3 || number.find_first_not_of("0123456789") != number.npos)
      continue;
    if (!feet.empty() && i - feet.back() < kPage) return;
    if (!feet.empty() && last_number(number) != last_number(texts[feet.back()]) + 1) return;
    feet.push_back(i);
  }
  if (feet.size() >= kFewest) mark_beside(texts, feet, lines);
}

/// The first lines of contents entries that wrap: only the last carries leaders and the page.
void mark_wrapped_contents(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  constexpr int kFewest = 3;
  const auto is_entry = [](const LineInfo& line) { return line.klass == LineClass::contents; };
  if (std::count_if(lines.begin(), lines.end(), is_entry) < kFewest) return;
  for (std::size_t i = lines.size() - 1; i-- > 0;) {
    if (lines[i].klass != LineClass::text || !is_entry(lines[i + 1])) continue;
    const std::size_t indent = texts[i].find_first_not_of(' ');
    const std::size_t below = texts[i + 1].find_first_not_of(' ');
    if (below <= indent && !text::starts_lower(texts[i + 1].substr(below))) continue;
    lines[i].klass = LineClass::contents;
    lines[i].rule = "contents-wrapped";
  }
}

}  // namespace

bool same_words(std::string_view a, std::string_view b) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  std::size_t i = 0, j = 0;
  for (;;) {
    const bool gap_a = i < a.size() && blank(a[i]), gap_b = j < b.size() && blank(b[j]);
    while (i < a.size() && blank(a[i])) ++i;
    while (j < b.size() && blank(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (i > 0 && j > 0 && gap_a != gap_b) return false;
    if (a[i++] != b[j++]) return false;
  }
}

bool is_running_head(const LineInfo& line) {
  return line.klass == LineClass::furniture && line.rule == kRunningHead;
}

std::string shape_of(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  if (text.size() > 4 * kLongest) return {};
  std::array<char, 4 * kLongest> shape;  // NOLINT: filled as far as it is read
  std::size_t size = 0;
  char last = ' ';  // of the shape; none stands at its beginning
  bool in_digits = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9', space = c == ' ' || c == '\t';
    const bool again = digit ? in_digits : space && last == ' ';
    in_digits = digit;
    if (again) continue;
    last = digit ? '0' : space ? ' ' : c;
    shape[size++] = last;
  }
  if (size > 0 && last == ' ') --size;
  return size > kLongest ? std::string() : std::string(shape.data(), size);
}

void PageCounter::add(std::string_view text, int page) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::size_t kMostDigits = 6, kMostNumbers = 8;
  std::size_t place = 0;
  for (std::size_t at = text.find_first_of(kDigits); at != text.npos && place < kMostNumbers; ++place) {
    const std::size_t end = std::min(text.find_first_not_of(kDigits, at), text.size());
    if (place == offsets_.size()) offsets_.emplace_back();
    offsets_[place].push_back(std::stol(std::string(text.substr(at, std::min(end - at, kMostDigits)))) -
                              page);
    at = text.find_first_of(kDigits, end);
  }
  ++lines_;
}

bool PageCounter::counts() const {
  return std::any_of(offsets_.begin(), offsets_.end(), [&](std::vector<long> sorted) {
    std::sort(sorted.begin(), sorted.end());
    std::size_t in_step = 0;
    for (std::size_t i = 0; i < sorted.size();) {
      const auto end = std::upper_bound(sorted.begin(), sorted.end(), sorted[i]) - sorted.begin();
      in_step = std::max(in_step, static_cast<std::size_t>(end) - i);
      i = static_cast<std::size_t>(end);
    }
    return 4 * in_step >= 3 * lines_;
  });
}

bool is_contents_entry(std::string_view line) {
  std::size_t end = line.find_last_not_of(" \t");
  if (end == std::string_view::npos) return false;
  std::size_t digits = 0;
  while (end > 0 && line[end] >= '0' && line[end] <= '9') {
    --end;
    ++digits;
  }
  if (digits > 4) return false;
  while (end > 0 && line[end] == ' ') --end;
  if (digits == 0 && line.find_first_not_of(" \t_") == line.npos) return false;  // a rule
  int leaders = 0;
  while (end > 0) {
    const char c = line[end];
    if (c == '.' || c == '_') {
      ++leaders;
    } else if (static_cast<unsigned char>(c) == 0xA6 && end >= 2 &&
               static_cast<unsigned char>(line[end - 1]) == 0x80) {
      leaders += 3;  // U+2026, an ellipsis
      end -= 2;
    } else if (c != ' ') {
      break;
    }
    --end;
  }
  // The words of the entry may all stand on the line above.
  return leaders >= (digits > 0 && end > 0 ? 4 : 12);
}

bool is_debris(std::string_view line) {
  int letters = 0, others = 0;
  std::size_t digits = 0;
  bool only_rule = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (only_rule && is_line_drawing(line.substr(i))) {
      i += 2;
      continue;
    }
    if (c == ' ' || c == '\t') continue;
    only_rule = only_rule && is_rule_char(c);
    if (!only_rule && (digits > 1 || letters > 2)) return false;  // whatever follows
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        ++letters;
      } else {
        ++others;
      }
    }
  }
  if (only_rule) return true;
  // A page number that a scan read as letters.
  if (line.size() <= 3 && line.size() >= 2 && line.find_first_not_of("lI|1") == line.npos &&
      line.find_first_of("lI") != line.npos)
    return true;
  if (digits > 1 || letters > 2) return false;
  // `N°`: the head of a column.
  if (letters == 1 && others == 1 && line.ends_with("\xC2\xB0") && !line.starts_with("\xC2")) return false;
  // A short word at the end of a wrapped sentence (`an`, `et`) is none.
  const bool word = letters == 2 && others == 0 && digits == 0 && text::starts_lower(line);
  if (word) return false;
  // `d)`: the label of an item without words.
  if (const std::size_t at = line.find_first_not_of(" \t");
      line.size() == at + 2 && line[at] >= 'a' && line[at] <= 'h' && line[at + 1] == ')')
    return false;
  // `K/`, `®,`, `°e`: at most three signs, no more than two letters, and no digit that may be a label's or a
  // page's.
  return letters + others <= 3 && digits == 0;
}

void mark_running_heads(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  if (!lines.empty() && lines.back().page > 1) {
    mark_at_page_edges(texts, lines);
    mark_changing_heads(texts, lines);
  }
  mark_counting_lines(texts, lines);
  mark_below_page_numbers(texts, lines);
  mark_wrapped_contents(texts, lines);
}

}  // namespace pst::layout
