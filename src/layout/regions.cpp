#include "layout/regions.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "layout/boxes.hpp"
#include "layout/gutters.hpp"
#include "layout/level_table.hpp"
#include "layout/stacked.hpp"
#include "layout/tagged_table.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr int kDeepest = 12;     ///< cuts within cuts
constexpr double kInside = 1.5;  ///< points that a word may stick out of its table

bool within(const Box& outer, const Box& box) {
  const double x = (box.x0 + box.x1) / 2, y = middle(box);
  return x > outer.x0 - kInside && x < outer.x1 + kInside && y > outer.y0 - kInside && y < outer.y1 + kInside;
}

bool overlap(const Box& a, const Box& b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/// A word, or a whole table or box that takes part in the cuts as one word.
struct Item {
  Word word;
  int block = -1;
};

/// A table, or the regions of a box, between lines of text.
struct Block {
  Box box;
  std::vector<Region> regions;
  bool boxed = false;
};

class Cutter {
 public:
  Cutter(std::vector<Table> tables, std::vector<TextBox> boxes, std::span<const double> known)
      : known_(known) {
    for (Table& table : tables) {
      starts_.push_back(column_starts(table));
      Block& block = blocks_.emplace_back();
      block.box = table.box;
      block.regions.emplace_back().table = std::move(table);
    }
    for (TextBox& box : boxes) {
      Block& block = blocks_.emplace_back();
      block.box = box.box;
      block.boxed = true;
      block.regions = Cutter({}, {}, {}).run(std::move(box.words)).regions;
      for (Region& region : block.regions) keep_apart(region);
    }
  }

  PageRegions run(std::vector<Word> words) {
    std::vector<Item> items;
    items.reserve(words.size() + blocks_.size());
    for (Word& word : words) items.push_back({std::move(word), -1});
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      Item item;
      item.word.box = blocks_[b].box;
      item.word.size = 10;
      item.block = static_cast<int>(b);
      items.push_back(std::move(item));
    }
    cut(std::move(items), 0, 1, 0);
    return std::move(out_);
  }

 private:
  void cut(std::vector<Item> items, int column, int columns, int depth) {
    if (items.empty()) return;
    std::vector<const Word*> words;
    words.reserve(items.size());
    for (const Item& item : items) words.push_back(&item.word);
    const auto gutter = depth < kDeepest ? find_gutter(words, known_) : std::nullopt;
    if (!gutter) {
      leaf(std::move(items), column, columns);
      return;
    }
    out_.gutters.push_back(gutter->x1);
    std::vector<Item> above, left, right, below;
    const double x = (gutter->x0 + gutter->x1) / 2;
    for (Item& item : items) {
      const double y = middle(item.word.box);
      auto& part = y <= gutter->y0               ? above
                   : y >= gutter->y1             ? below
                   : item.word.box.x0 >= x - 0.1 ? right
                                                 : left;
      part.push_back(std::move(item));
    }
    cut(std::move(above), column, columns, depth + 1);
    std::vector<double> rows = headings_across(left, right);
    if (rows.empty()) rows = rows_of_cards(lines_of(left), lines_of(right));
    for (const double y : rows) {
      cut(take_above(left, y), column, columns + 1, depth + 1);
      cut(take_above(right, y), column + 1, columns + 1, depth + 1);
    }
    cut(std::move(left), column, columns + 1, depth + 1);
    cut(std::move(right), column + 1, columns + 1, depth + 1);
    cut(std::move(below), column, columns, depth + 1);
  }

  static std::vector<Item> take_above(std::vector<Item>& items, double y) {
    const auto rest = std::stable_partition(items.begin(), items.end(),
                                            [&](const Item& item) { return middle(item.word.box) < y; });
    std::vector<Item> out(std::make_move_iterator(items.begin()), std::make_move_iterator(rest));
    items.erase(items.begin(), rest);
    return out;
  }

  /// Headings across both columns that are too short to reach over the gutter: in larger or bolder type, with
  /// white beside them, and both columns begin again at one height below. The heights above which to cut.
  static std::vector<double> headings_across(const std::vector<Item>& left, const std::vector<Item>& right) {
    std::vector<double> out;
    const std::vector<TextLine> a = lines_of(left), b = lines_of(right);
    if (a.empty() || b.empty()) return out;
    std::vector<Word> all;
    for (const Item& item : left) all.push_back(item.word);
    const double usual = usual_size(all);
    const auto heading = [&](const TextLine& line) { return line.bold || line.size > 1.08 * usual; };
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!heading(a[i]) || (i > 0 && heading(a[i - 1]))) continue;
      for (std::size_t k = i; k + 1 < a.size() && heading(a[k]); ++k) {
        const bool ends = !heading(a[k + 1]) || a[k + 1].box.y0 - a[k].box.y1 > 0.4 * a[k].size;
        if (!ends) continue;
        const double top = a[i].box.y0, bottom = a[k].box.y1, size = a[k].size;
        const auto next =
            std::find_if(b.begin(), b.end(), [&](const TextLine& line) { return line.box.y1 > top; });
        if (i == 0 || next == b.begin() || next == b.end()) break;
        if (next->box.y0 < bottom) break;  // words beside it
        // The right column ended no lower than the left one: they were balanced above the heading.
        if (std::prev(next)->box.y1 > a[i - 1].box.y1 + 0.5 * size) break;
        if (std::abs(next->box.y0 - a[k + 1].box.y0) > 0.35 * size) continue;
        out.push_back(top);
        i = k;
        break;
      }
    }
    return out;
  }

  /// Rows of cards side by side, or of labels beside what they head: each begins with a heading on the left,
  /// level with one on the right (or with its words), and no line reaches over the white above them. The last
  /// card may stand alone, where the white above it waits for the one beside it. The heights above which to
  /// cut.
  static std::vector<double> rows_of_cards(std::vector<TextLine> a, const std::vector<TextLine>& b) {
    constexpr double kLevel = 0.5, kWaits = 3, kApart = 0.6;  // of the size
    if (b.empty()) return {};
    // The end of a heading across both columns may be short enough for the left one.
    std::erase_if(a, [&](const TextLine& line) { return line.box.y1 < b.front().box.y0; });
    if (a.empty()) return {};
    const TextLine& first = a.front();
    const auto level = [&](const TextLine& l, const TextLine& r) {
      return std::abs(middle(l.box) - middle(r.box)) < kLevel * first.size;
    };
    const auto heads = [&](const TextLine& line) {
      return line.bold && std::abs(line.size - first.size) < 0.1;
    };
    const auto begins = [&](const std::vector<TextLine>& lines, std::size_t i) {
      return heads(lines[i]) &&
             (i == 0 || !heads(lines[i - 1]) || lines[i].box.y0 - lines[i - 1].box.y1 > kApart * first.size);
    };
    const bool labels = std::all_of(a.begin(), a.end(), heads) && std::none_of(b.begin(), b.end(), heads);
    if (!heads(first) || !level(first, b.front()) || !(labels || heads(b.front()))) return {};
    std::vector<double> out;
    std::size_t beside = 0;
    auto next = b.begin();
    for (std::size_t i = 1; i < a.size(); ++i) {
      if (!begins(a, i)) continue;
      const double top = a[i].box.y0, slack = 0.3 * first.size;
      while (next != b.end() && next->box.y1 <= top + slack) ++next;
      if (next == b.end()) {
        const bool waits = top - a[i - 1].box.y1 > kWaits * first.size;
        if (labels || (out.empty() && !waits)) return {};
        out.push_back(top);
        break;
      }
      if (!level(a[i], *next) || !(labels || begins(b, static_cast<std::size_t>(next - b.begin()))))
        return {};
      out.push_back(std::min(top, next->box.y0));
      ++beside;
    }
    std::size_t on_right = 0;
    for (std::size_t i = 1; i < b.size(); ++i) on_right += begins(b, i);
    return on_right == beside || labels ? out : std::vector<double>{};
  }

  static std::vector<TextLine> lines_of(const std::vector<Item>& items) {
    std::vector<Word> words;
    for (const Item& item : items) {
      if (item.block < 0) words.push_back(item.word);
    }
    return find_lines(std::move(words));
  }

  /// The lines of a box are no measure of the page's columns.
  static void keep_apart(Region& region) {
    constexpr int kOfBoxes = 0;  // columns side by side: no part of a page has that many
    region.columns = kOfBoxes;
    if (region.lines.empty()) return;
    Box box = region.lines.front().box;
    for (const TextLine& line : region.lines) box.unite(line.box);
    region.left = box.x0;
    region.right = box.x1;
  }

  /// One column: its tables and boxes part the lines above from those below.
  void leaf(std::vector<Item> items, int column, int columns) {
    std::vector<std::size_t> blocks;
    std::vector<Word> words;
    for (Item& item : items) {
      if (item.block >= 0) {
        blocks.push_back(static_cast<std::size_t>(item.block));
      } else {
        words.push_back(std::move(item.word));
      }
    }
    std::sort(blocks.begin(), blocks.end(), [&](std::size_t a, std::size_t b) {
      const Box &one = blocks_[a].box, &other = blocks_[b].box;
      return std::abs(one.y0 - other.y0) > 1e-6 ? one.y0 < other.y0 : one.x0 < other.x0;
    });
    std::vector<TextLine> lines = find_lines(std::move(words));
    const std::vector<Narrowed> narrowed = beside_boxes(lines, blocks);
    std::size_t next = 0;
    for (const std::size_t b : blocks) {
      std::size_t end = next;
      while (end < lines.size() && middle(lines[end].box) < blocks_[b].box.y0 + kInside) ++end;
      while (blocks_[b].boxed && end > next && end < lines.size() && goes_on(lines[end - 1], lines[end]))
        --end;
      add_lines({std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(next)),
                 std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(end))},
                column, columns, narrowed);
      next = end;
      for (Region& region : blocks_[b].regions) {
        if (!blocks_[b].boxed) {
          region.column = column;
          region.columns = columns;
        }
        out_.regions.push_back(std::move(region));
      }
    }
    add_lines({std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(next)),
               std::make_move_iterator(lines.end())},
              column, columns, narrowed);
  }

  /// Whether a line goes on with the heading or the sentence above it, which no box is to part.
  static bool goes_on(const TextLine& above, const TextLine& line) {
    constexpr double kTight = 0.6;  // of the size
    if (line.box.y0 - above.box.y1 > kTight * line.size || std::abs(above.size - line.size) > 0.1)
      return false;
    return text::starts_lower(line.text) || (above.bold && line.bold);
  }

  /// How much further right than the other lines those from `part` begin: its list's signs than theirs, where
  /// there are any, since the words of a nested list may begin where those of others do.
  static double shift_of(const std::vector<TextLine>& lines, std::span<const TextLine> part) {
    constexpr double kNone = 1e9;
    double signs = kNone, words = kNone, other_signs = kNone, other_words = kNone;
    for (const TextLine& line : lines) {
      const bool in = &line >= part.data() && &line < part.data() + part.size();
      const bool sign = line.words.size() > 1 && text::fold(line.words.front().text).empty();
      double& least = in ? (sign ? signs : words) : (sign ? other_signs : other_words);
      least = std::min(least, line.box.x0);
    }
    if (signs < kNone && other_signs < kNone) return signs - other_signs;
    return words < kNone && other_words < kNone ? std::max(0.0, words - other_words) : 0;
  }

  /// Where a line's words begin, behind the sign of a list.
  static double starts_of(const TextLine& line) {
    const bool sign = line.words.size() > 1 && text::fold(line.words.front().text).empty();
    return sign ? line.words[1].box.x0 : line.box.x0;
  }

  /// The lines that make room for boxes.
  std::vector<Narrowed> beside_boxes(const std::vector<TextLine>& lines,
                                     const std::vector<std::size_t>& blocks) const {
    constexpr std::ptrdiff_t kTelling = 4;  // lines, the longest of which tells where they end
    constexpr double kMargin = 6;           // points: lines just below a box make room for it, too
    std::vector<Narrowed> out;
    for (const std::size_t b : blocks) {
      if (!blocks_[b].boxed) continue;
      const Box& box = blocks_[b].box;
      auto line = std::lower_bound(lines.begin(), lines.end(), box.y0,
                                   [](const TextLine& l, double y) { return middle(l.box) < y; });
      if (line == lines.end() || middle(line->box) > box.y1) continue;
      const auto first = line;
      const bool on_left = starts_of(*first) > box.x1;
      double right = 0;
      while (line != lines.end() && (on_left ? line->box.y0 < box.y1 + kMargin && starts_of(*line) > box.x1
                                             : middle(line->box) < box.y1 && line->box.x1 < box.x0)) {
        right = std::max(right, line->box.x1);
        ++line;
      }
      if (line == first) continue;
      Narrowed& part = out.emplace_back();
      part.y0 = first->box.y0;
      part.y1 = std::prev(line)->box.y1;
      if (!on_left) part.right = line - first >= kTelling ? right : box.x0;
      if (on_left) part.shift = shift_of(lines, {first, line});
    }
    return out;
  }

  /// Whether the lines are the left one of the columns that other pages have, with nothing beside it.
  bool fills_known_column(const std::vector<TextLine>& lines) const {
    constexpr std::size_t kFewest = 3;
    constexpr double kFilled = 0.8;  // of the width up to the gutter
    if (lines.size() < kFewest) return false;
    Box box = lines.front().box;
    for (const TextLine& line : lines) box.unite(line.box);
    return std::any_of(known_.begin(), known_.end(), [&](double gutter) {
      return box.x1 < gutter && width(box) > kFilled * (gutter - box.x0);
    });
  }

  void add_lines(std::vector<TextLine> lines, int column, int columns,
                 const std::vector<Narrowed>& narrowed) {
    if (lines.empty()) return;
    if (columns == 1 && fills_known_column(lines)) columns = 2;
    std::vector<AlignedBlock> blocks = find_aligned(lines, starts_, out_.regions.empty());
    std::size_t next = 0;
    const auto flush = [&](std::size_t until, bool contents) {
      if (next >= until) return;
      Region region;
      region.column = column;
      region.columns = columns;
      region.contents = contents;
      region.narrowed = narrowed;
      for (; next < until; ++next) region.lines.push_back(std::move(lines[next]));
      out_.regions.push_back(std::move(region));
    };
    for (AlignedBlock& block : blocks) {
      flush(block.first, false);
      if (block.contents) {
        flush(block.last + 1, true);
        continue;
      }
      Region region;
      region.column = column;
      region.columns = columns;
      region.table = std::move(block.table);
      out_.regions.push_back(std::move(region));
      next = block.last + 1;
    }
    flush(lines.size(), false);
  }

  std::vector<Block> blocks_;
  std::span<const double> known_;
  std::vector<std::vector<double>> starts_;  ///< of the columns of each table
  PageRegions out_;
};

}  // namespace

const Narrowed* part_of(const std::vector<Narrowed>& narrowed, const TextLine& line) {
  const double y = middle(line.box);
  const auto part = std::find_if(narrowed.begin(), narrowed.end(),
                                 [&](const Narrowed& one) { return y >= one.y0 && y <= one.y1; });
  return part == narrowed.end() ? nullptr : &*part;
}

PageRegions cut_page(std::vector<Word> words, const std::vector<Grid>& grids, const std::vector<Box>& boxes,
                     const Tags& tags, std::span<const double> known) {
  constexpr std::size_t kMostGrids = 200;
  constexpr double kTop = 20;  // points from the first words of the page to a table at its top
  std::vector<Table> tables = take_tagged_tables(tags, grids, words);
  // The rules of a tagged table say nothing of the words around it.
  std::vector<Grid> drawn;
  std::copy_if(grids.begin(), grids.end(), std::back_inserter(drawn), [&](const Grid& grid) {
    return std::none_of(tables.begin(), tables.end(), [&](const Table& table) {
      return within(grid.box, table.box) || within(table.box, grid.box);
    });
  });
  drawn = join_stacked(std::move(drawn), words);
  double top = 1e9;
  for (const Word& word : words) top = std::min(top, word.box.y0);
  for (std::size_t g = 0; g < drawn.size() && g < kMostGrids; ++g) {
    const Grid grid = with_open_ends(drawn[g], words);
    const auto inside = std::stable_partition(words.begin(), words.end(),
                                              [&](const Word& word) { return !within(grid.box, word.box); });
    std::vector<Word> held(inside, words.end());
    auto table = ruled_table(grid, held, grid.box.y0 < top + kTop);
    if (!table) continue;
    words.erase(inside, words.end());
    tables.push_back(std::move(*table));
  }
  std::vector<Box> apart;
  std::copy_if(boxes.begin(), boxes.end(), std::back_inserter(apart), [&](const Box& box) {
    return std::none_of(tables.begin(), tables.end(),
                        [&](const Table& table) { return overlap(box, table.box); });
  });
  std::vector<TextBox> texts = take_boxes(apart, words);
  return Cutter(std::move(tables), std::move(texts), known).run(std::move(words));
}

}  // namespace pst::layout
