#include "layout/regions.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/gutters.hpp"
#include "layout/level_table.hpp"
#include "layout/stacked.hpp"
#include "layout/tagged_table.hpp"

namespace pst::layout {
namespace {

constexpr int kDeepest = 12;     ///< cuts within cuts
constexpr double kInside = 1.5;  ///< points that a word may stick out of its table

bool within(const Box& outer, const Box& box) {
  const double x = (box.x0 + box.x1) / 2, y = middle(box);
  return x > outer.x0 - kInside && x < outer.x1 + kInside && y > outer.y0 - kInside && y < outer.y1 + kInside;
}

/// A word, or a whole table that takes part in the cuts as one word.
struct Item {
  Word word;
  int table = -1;
};

class Cutter {
 public:
  Cutter(std::vector<Table> tables, std::span<const double> known)
      : tables_(std::move(tables)), known_(known) {
    for (const Table& table : tables_) starts_.push_back(column_starts(table));
  }

  PageRegions run(std::vector<Word> words) {
    std::vector<Item> items;
    items.reserve(words.size() + tables_.size());
    for (Word& word : words) items.push_back({std::move(word), -1});
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      Item item;
      item.word.box = tables_[t].box;
      item.word.size = 10;
      item.table = static_cast<int>(t);
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
    for (const double y : headings_across(left, right)) {
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

  static std::vector<TextLine> lines_of(const std::vector<Item>& items) {
    std::vector<Word> words;
    for (const Item& item : items) {
      if (item.table < 0) words.push_back(item.word);
    }
    return find_lines(std::move(words));
  }

  /// One column: its tables part the lines above from those below.
  void leaf(std::vector<Item> items, int column, int columns) {
    std::vector<int> tables;
    std::vector<Word> words;
    for (Item& item : items) {
      if (item.table >= 0) {
        tables.push_back(item.table);
      } else {
        words.push_back(std::move(item.word));
      }
    }
    std::sort(tables.begin(), tables.end(), [&](int a, int b) { return table(a).box.y0 < table(b).box.y0; });
    std::vector<TextLine> lines = find_lines(std::move(words));
    std::size_t next = 0;
    for (const int t : tables) {
      std::vector<TextLine> before;
      while (next < lines.size() && middle(lines[next].box) < table(t).box.y0 + kInside)
        before.push_back(std::move(lines[next++]));
      add_lines(std::move(before), column, columns);
      Region region;
      region.column = column;
      region.columns = columns;
      region.table = std::move(table(t));
      out_.regions.push_back(std::move(region));
    }
    add_lines({std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(next)),
               std::make_move_iterator(lines.end())},
              column, columns);
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

  void add_lines(std::vector<TextLine> lines, int column, int columns) {
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

  Table& table(int t) { return tables_[static_cast<std::size_t>(t)]; }

  std::vector<Table> tables_;
  std::span<const double> known_;
  std::vector<std::vector<double>> starts_;  ///< of the columns of each table
  PageRegions out_;
};

}  // namespace

PageRegions cut_page(std::vector<Word> words, const std::vector<Grid>& grids, const Tags& tags,
                     std::span<const double> known) {
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
  return Cutter(std::move(tables), known).run(std::move(words));
}

}  // namespace pst::layout
