#include "layout/typed_notes.hpp"

#include <algorithm>

#include "layout/typed_rules.hpp"

namespace pst::layout {
namespace {

/// `(1)`, `[1]`, `1 `, `1.`, a raised figure or stars: what a footnote begins with.
bool begins_note(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  if (text.starts_with("*") || text.starts_with("\xC2\xB9") || text.starts_with("\xC2\xB2") ||
      text.starts_with("\xC2\xB3") || text.starts_with("\xE2\x81")) {
    return true;
  }
  if (text.starts_with("(") || text.starts_with("[")) text.remove_prefix(1);
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits <= 2 &&
         std::string_view(")] .").find(text[digits]) != std::string_view::npos;
}

}  // namespace

void mark_footnotes(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines) {
  constexpr std::size_t kLongestRule = 40;
  constexpr int kMostLines = 20;
  constexpr std::size_t kReach = 200;  // lines, of which most say nothing
  const bool paged = lines.empty() || lines.back().page > 1;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view rule = texts[i];
    if (lines[i].klass != LineClass::furniture || rule.size() > kLongestRule || rule.size() < 4) continue;
    if (i > 0 && lines[i - 1].heading > 0) continue;  // it underlines that
    if (std::string_view(lines[i].rule) == kTableRule) continue;
    if (rule.find("___") == rule.npos && rule.find("---") == rule.npos) continue;
    std::size_t first = 0, last = 0;
    int count = 0;
    const std::size_t reach = std::min(lines.size(), i + kReach);
    for (std::size_t j = i + 1; j < reach && lines[j].page == lines[i].page && count <= kMostLines; ++j) {
      if (count > 0 && (lines[j].counts || (!paged && lines[j].klass == LineClass::blank))) break;
      if (lines[j].klass != LineClass::text) continue;
      if (count++ == 0) first = j;
      last = j;
    }
    if (count == 0 || count > kMostLines || !begins_note(texts[first])) continue;
    for (std::size_t j = first; j <= last; ++j) lines[j].footnote = true;
    i = last;
  }
}

}  // namespace pst::layout
