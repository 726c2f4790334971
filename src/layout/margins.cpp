#include "layout/margins.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "layout/furniture.hpp"

namespace pst::layout {
namespace {

constexpr double kEdge = 0.18;  ///< share of the page's height in which its head or foot stands
constexpr int kMostLines = 6;   ///< of a head or foot
constexpr std::size_t kMostWordsOfHead = 60;
constexpr double kSameHeight = 4;  ///< points
constexpr double kClose = 2.0;     ///< times its size: a table's head stands so close to its first row

struct Entry {
  std::size_t page = 0;
  TextLine line;
  bool top = true;
  int order = 0;       ///< from the page's edge
  bool table = false;  ///< looks like the head of a table
};

int pieces(const TextLine& line) {
  int count = 1;
  for (std::size_t i = 1; i < line.words.size(); ++i)
    count += line.words[i].box.x0 - line.words[i - 1].box.x1 > 1.5 * line.size;
  return count;
}

bool in_tall_grid(const TextLine& line, const PlacedPage& page, const std::vector<Grid>& grids) {
  return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
    return height(grid.box) > 0.2 * page.height && middle(line.box) > grid.box.y0 &&
           middle(line.box) < grid.box.y1;
  });
}

/// Whether the line goes on with a cell of a table's head right above it.
bool wraps_below(const Entry& head, const TextLine& line) {
  constexpr double kAligned = 1.5, kWithin = 0.6;  // points; of the size
  return head.table && line.box.y0 - head.line.box.y1 < kWithin * line.size &&
         std::any_of(head.line.words.begin(), head.line.words.end(),
                     [&](const Word& word) { return std::abs(word.box.x0 - line.box.x0) < kAligned; });
}

/// The lines near the top or bottom edge, from the edge inwards.
void add_edge(const PlacedPage& page, std::size_t index, const std::vector<Grid>& grids, bool top,
              std::vector<Entry>& out) {
  const double limit = top ? kEdge * page.height : (1 - kEdge) * page.height;
  std::vector<Word> words;
  for (const Word& word : page.words) {
    const double y = middle(word.box);
    if (top ? y < limit : y > limit) words.push_back(word);
  }
  std::vector<TextLine> lines = find_lines(std::move(words));
  if (!top) std::reverse(lines.begin(), lines.end());
  for (std::size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
    Entry entry;
    entry.page = index;
    entry.top = top;
    entry.order = static_cast<int>(i);
    const bool close = i + 1 < lines.size() &&
                       std::abs(middle(lines[i + 1].box) - middle(lines[i].box)) < kClose * lines[i].size;
    entry.table = in_tall_grid(lines[i], page, grids) || pieces(lines[i]) >= 3 ||
                  (pieces(lines[i]) == 2 && close) || (top && i > 0 && wraps_below(out.back(), lines[i]));
    entry.line = lines[i];
    out.push_back(std::move(entry));
  }
}

struct Group {
  std::vector<std::size_t> entries;
  std::size_t pages = 0;
};

bool has_figure(const Word& word) {
  return word.text.find_first_of("0123456789") != std::string::npos;
}

/// How often the pages say the same words as the line, from the same left edge, further in; with
/// `any_number` whatever their numbers.
int times_said_inside(const TextLine& line, const std::vector<PlacedPage>& pages, bool any_number) {
  constexpr double kAligned = 1.0;
  int count = 0;
  for (const PlacedPage& page : pages) {
    for (std::size_t at = 0; at + line.words.size() <= page.words.size(); ++at) {
      const Box& box = page.words[at].box;
      if (std::abs(box.x0 - line.box.x0) > kAligned) continue;
      if (middle(box) < kEdge * page.height || middle(box) > (1 - kEdge) * page.height) continue;
      const auto from = page.words.begin() + static_cast<std::ptrdiff_t>(at);
      count += std::equal(line.words.begin(), line.words.end(), from, [&](const Word& a, const Word& b) {
        return a.text == b.text || (any_number && has_figure(a) && has_figure(b));
      });
    }
  }
  return count;
}

/// Whether the group is the head or foot of its pages.
bool comes_again(const Group& group, const std::vector<Entry>& entries,
                 const std::vector<PlacedPage>& pages) {
  if (group.pages < 2 || 2 * group.pages + 1 < pages.size()) return false;
  bool same = true, table = false;
  PageCounter numbers;
  for (const std::size_t e : group.entries) {
    const TextLine& line = entries[e].line;
    same = same && line.text == entries[group.entries.front()].line.text;
    table = table || entries[e].table;
    numbers.add(line.text, pages[entries[e].page].number);
  }
  // What the pages say all over is their text, even where two of them happen to end with it.
  constexpr int kSeveral = 2;
  const TextLine& line = entries[group.entries.front()].line;
  const bool words = line.words.size() > 1;  // a number alone stands in any column of years
  if (!same) return numbers.counts() && (!words || times_said_inside(line, pages, true) < kSeveral);
  return !table && times_said_inside(line, pages, false) < kSeveral;
}

}  // namespace

std::vector<Margins> take_margins(std::vector<PlacedPage>& pages,
                                  const std::vector<std::vector<Grid>>& grids) {
  std::vector<Margins> out(pages.size());
  if (pages.size() < 2) return out;
  std::vector<Entry> entries;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    add_edge(pages[p], p, grids[p], true, entries);
    add_edge(pages[p], p, grids[p], false, entries);
  }
  std::unordered_map<std::string, Group> groups;
  std::vector<std::string> keys(entries.size());
  for (std::size_t e = 0; e < entries.size(); ++e) {
    if (entries[e].line.words.size() > kMostWordsOfHead) continue;
    const std::string shape = shape_of(entries[e].line.text);
    if (shape.empty()) continue;
    const double from_edge =
        entries[e].top ? entries[e].line.box.y0 : pages[entries[e].page].height - entries[e].line.box.y1;
    const auto height_key = static_cast<long>(std::lround(from_edge / kSameHeight));
    // A height on the boundary of two keys joins the one that is already there.
    std::string key;
    for (const long near : {height_key, height_key - 1, height_key + 1}) {
      key = (entries[e].top ? "t" : "b") + std::to_string(near) + "/" + shape;
      if (groups.count(key) > 0) break;
      key.clear();
    }
    if (key.empty()) key = (entries[e].top ? "t" : "b") + std::to_string(height_key) + "/" + shape;
    Group& group = groups[key];
    if (group.entries.empty() || entries[group.entries.back()].page != entries[e].page) ++group.pages;
    group.entries.push_back(e);
    keys[e] = std::move(key);
  }
  std::unordered_map<std::string, bool> running;
  for (const auto& [key, group] : groups) running[key] = comes_again(group, entries, pages);
  // From the edge inwards, as far as each line comes again.
  std::vector<std::vector<const Entry*>> taken(pages.size());
  for (std::size_t e = 0; e < entries.size(); ++e) {
    if (!keys[e].empty() && running[keys[e]]) taken[entries[e].page].push_back(&entries[e]);
  }
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const Entry* entry : taken[p]) {
      const Box& box = entry->line.box;
      std::erase_if(pages[p].words, [&](const Word& word) {
        const double y = middle(word.box);
        return std::any_of(entry->line.words.begin(), entry->line.words.end(),
                           [&](const Word& mine) {
                             return mine.box.x0 == word.box.x0 && mine.box.y0 == word.box.y0 &&
                                    mine.text == word.text;
                           }) &&
               y >= box.y0 - 1 && y <= box.y1 + 1;
      });
      (entry->top ? out[p].head : out[p].foot).push_back(entry->line);
    }
    std::reverse(out[p].foot.begin(), out[p].foot.end());
  }
  return out;
}

}  // namespace pst::layout
