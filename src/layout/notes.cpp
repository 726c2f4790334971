#include "layout/notes.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kSmall = 0.93;      ///< of the body's size: a note's type is no larger
constexpr double kApart = 2.6;       ///< sizes between the middles of two lines of the notes
constexpr double kShortRule = 0.62;  ///< of the page's width
constexpr double kThin = 2;          ///< points
constexpr std::size_t kMostLines = 60;

/// The sign that a note begins with (`1`, `(2)`, `3.`, `*`), as the text calls it; empty for none.
std::string sign_of(std::string_view text) {
  if (text.starts_with("(") || text.starts_with("[")) text.remove_prefix(1);
  std::size_t end = text.find_first_not_of('*');
  if (end == std::string_view::npos) end = text.size();
  if (end > 0) return std::string(text.substr(0, end));
  end = std::min(text.find_first_not_of("0123456789"), text.size());
  return end <= 3 ? std::string(text.substr(0, end)) : std::string();
}

/// The figure that a font raises by glyphs of its own, behind a word or its full stop (`conseil1`,
/// `conseil1.`): what its places do not tell. Empty where there is none.
std::string_view glued_figure(std::string_view word) {
  constexpr std::size_t kShortest = 3, kMost = 2;  // letters before it; digits
  const std::size_t end = word.find_last_not_of(".,;:)") + 1;
  const std::size_t at = word.find_last_not_of("0123456789", end == 0 ? 0 : end - 1);
  if (end == 0 || at == word.npos || at + 1 == end || end - at - 1 > kMost || word[at + 1] == '0') return {};
  std::string_view before = word.substr(0, at + 1);
  if (before.ends_with('.')) before.remove_suffix(1);
  const bool letters = before.find_first_of("0123456789./-_@") == before.npos;
  return letters && text::fold(before).size() >= kShortest ? word.substr(at + 1, end - at - 1)
                                                           : std::string_view();
}

/// The rule above the notes: short, level, from the left margin.
bool is_separator(const Box& rule, const PlacedPage& page, double left) {
  return height(rule) <= kThin && width(rule) >= 20 && width(rule) <= kShortRule * page.width &&
         std::abs(rule.x0 - left) < 24;
}

bool has_gaps(const TextLine& line) {
  int gaps = 0;
  for (std::size_t i = 2; i < line.words.size(); ++i)
    gaps += line.words[i].box.x0 - line.words[i - 1].box.x1 > 2 * line.size;
  return gaps > 0;
}

class Page {
 public:
  Page(PlacedPage& page, const std::vector<Box>& rules, const std::vector<Grid>& grids, double body)
      : page_(page), rules_(rules), grids_(grids), body_(body), lines_(find_lines(page.words)) {}

  /// The notes' first line, or the number of lines where the page has none. `called` are the signs that the
  /// document raises in its text; `before`: the page before ended with notes, which may go on. Signs that may
  /// be raised (see glued_figure) call the first of all small lines only.
  std::size_t first_note(const std::set<std::string>& called, bool before) const {
    std::size_t first = lines_.size();
    while (first > 0 && lines_.size() - first < kMostLines && is_small(first - 1)) --first;
    if (first == 0) return lines_.size();
    if (first < lines_.size()) {
      const std::string sign = sign_of(lines_[first].text);
      if (!sign.empty() && glued().count(sign) > 0) return first;
    }
    for (; first < lines_.size(); ++first) {
      const std::string sign = sign_of(lines_[first].text);
      const bool below_rule = is_below_rule(first);
      if (below_rule && (!sign.empty() || before)) return first;
      if (!sign.empty() && called.count(sign) > 0) return first;
    }
    return first;
  }

  std::vector<TextLine> take(std::size_t first) {
    std::vector<TextLine> notes(lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.end());
    if (notes.empty()) return notes;
    const double top = notes.front().box.y0;
    std::erase_if(page_.words, [&](const Word& word) {
      return std::any_of(notes.begin(), notes.end(), [&](const TextLine& line) {
        return word.box.y1 >= top && std::any_of(line.words.begin(), line.words.end(), [&](const Word& mine) {
                 return mine.box.x0 == word.box.x0 && mine.box.y0 == word.box.y0 && mine.text == word.text;
               });
      });
    });
    for (Word& word : page_.words) {
      const std::string_view figure = glued_figure(word.text);
      const bool noted =
          !figure.empty() && std::any_of(notes.begin(), notes.end(),
                                         [&](const TextLine& line) { return sign_of(line.text) == figure; });
      if (noted) word.text.erase(static_cast<std::size_t>(figure.data() - word.text.data()), figure.size());
    }
    return notes;
  }

 private:
  std::set<std::string> glued() const {
    std::set<std::string> out;
    for (const Word& word : page_.words) out.emplace(glued_figure(word.text));
    return out;
  }

  bool is_small(std::size_t i) const {
    const TextLine& line = lines_[i];
    if (line.size > kSmall * body_ || has_gaps(line)) return false;
    if (i + 1 < lines_.size() &&
        middle(lines_[i + 1].box) - middle(line.box) > kApart * std::max(line.size, lines_[i + 1].size))
      return false;
    return std::none_of(grids_.begin(), grids_.end(), [&](const Grid& grid) {
      return middle(line.box) > grid.box.y0 && middle(line.box) < grid.box.y1;
    });
  }

  bool is_below_rule(std::size_t i) const {
    const double above = i > 0 ? lines_[i - 1].box.y1 : 0;
    const TextLine& line = lines_[i];
    return std::any_of(rules_.begin(), rules_.end(), [&](const Box& rule) {
      return is_separator(rule, page_, line.box.x0) && middle(rule) > above - 1 &&
             middle(rule) < line.box.y0 + 2 && line.box.y0 - middle(rule) < 3 * line.size;
    });
  }

  PlacedPage& page_;
  const std::vector<Box>& rules_;
  const std::vector<Grid>& grids_;
  double body_;
  std::vector<TextLine> lines_;
};

/// Notes that the tags tell, where they stand below everything else.
void take_tagged(const Tags& tags, PlacedPage& page, std::vector<TextLine>& out) {
  std::vector<Word> notes;
  double top = page.height;
  for (const Word& word : page.words) {
    if (!tags.of(word.element).note) continue;
    notes.push_back(word);
    top = std::min(top, word.box.y0);
  }
  if (notes.empty()) return;
  const auto stranger = [&](const Word& word) {
    return !tags.of(word.element).note && middle(word.box) > top;
  };
  if (std::any_of(page.words.begin(), page.words.end(), stranger)) return;
  std::erase_if(page.words, [&](const Word& word) { return tags.of(word.element).note; });
  out = find_lines(std::move(notes));
}

double body_size(const std::vector<PlacedPage>& pages) {
  std::vector<Word> all;
  constexpr std::size_t kEnough = 20'000;
  for (const PlacedPage& page : pages) {
    all.insert(all.end(), page.words.begin(), page.words.end());
    if (all.size() > kEnough) break;
  }
  return usual_size(all);
}

}  // namespace

std::vector<std::vector<TextLine>> take_notes(std::vector<PlacedPage>& pages,
                                              const std::vector<std::vector<Box>>& rules,
                                              const std::vector<std::vector<Grid>>& grids, const Tags& tags) {
  std::vector<std::vector<TextLine>> out(pages.size());
  std::set<std::string> raised;
  for (const PlacedPage& page : pages) {
    for (const Word& word : page.words) {
      if (word.raised) raised.insert(sign_of(word.text));
    }
  }
  const double body = body_size(pages);
  bool before = false;
  std::set<std::string> noted;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    take_tagged(tags, pages[p], out[p]);
    if (out[p].empty() && !pages[p].words.empty()) {
      const double size = std::max(body, usual_size(pages[p].words));
      Page page(pages[p], rules[p], grids[p], size);
      out[p] = page.take(page.first_note(raised, before));
    }
    before = !out[p].empty();
    for (const TextLine& line : out[p]) noted.insert(sign_of(line.text));
  }
  noted.erase("");
  if (noted.empty()) return out;
  for (PlacedPage& page : pages) {
    for (Word& word : page.words) word.call = word.raised && noted.count(sign_of(word.text)) > 0;
  }
  return out;
}

}  // namespace pst::layout
