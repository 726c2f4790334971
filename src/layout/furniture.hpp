// What repeats on every page or says nothing: running heads and feet, rules, debris, leaders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.hpp"

namespace pst::layout {

/// Whether the line is an entry of a table of contents: three or more leaders (dots, underscores) before a
/// page number, or leaders up to the line's end.
bool is_contents_entry(std::string_view line);

/// Whether the line holds no word: rules of dashes, lone bullets, the specks an OCR makes of list signs.
bool is_debris(std::string_view line);

/// The text with every run of digits as one '0' and spaces collapsed: what a running head has in common over
/// its pages. Empty where it is too long for one.
std::string shape_of(std::string_view text);

/// Lines of one shape, each with its page's number: whether one of the numbers in them counts with the pages.
class PageCounter {
 public:
  void add(std::string_view text, int page);
  /// Whether at one place in the line most of the numbers, less their page's, keep their distance.
  bool counts() const;

 private:
  std::vector<std::vector<long>> offsets_;  ///< by place in the line, of each line
  std::size_t lines_ = 0;
};

/// Marks running heads and feet: lines that stand, digits apart, at the top or bottom of most pages. Lines
/// that repeat with a number that counts upwards may be heads whose pages are lost, or markers of the plan:
/// they only get `counts`, unless their numbers stand far off to the right between blank lines. Works on
/// `lines` in place.
void mark_running_heads(const std::vector<std::string_view>& texts, std::vector<LineInfo>& lines);

/// Whether two lines differ in nothing but how wide their gaps are.
bool same_words(std::string_view a, std::string_view b);

/// Whether the line was found to head or foot a page.
bool is_running_head(const LineInfo& line);

}  // namespace pst::layout
