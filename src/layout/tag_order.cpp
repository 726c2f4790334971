#include "layout/tag_order.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "layout/tag_steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr std::size_t kUntagged = 10;    ///< one word in so many may have no tag
constexpr std::size_t kMisplaced = 3;    ///< one line in so many may stand elsewhere than the tags say
constexpr std::size_t kMostAtoms = 800;  ///< of a page; what has more is no text to be read
constexpr std::size_t kMostRuns = 300;
constexpr double kShared = 0.3;   ///< of the lower box: lines that share so much of their height are level
constexpr double kOneLine = 0.5;  ///< the same of pieces of one line

/// A line of one block, or a whole table or table of contents.
struct Atom {
  std::size_t region = 0, line = 0;  ///< where geometry found it
  TextLine text;                     ///< no words: the region itself
  Box box;
  std::int32_t block = -1;
  std::int32_t shown = 0;  ///< when its first word is
  bool whole = false;      ///< the only one of its line
  bool across = false;     ///< put together from several regions
  bool joined = false;     ///< is part of another
};

bool is_level(const Box& a, const Box& b) {
  return shared_height(a, b) > kShared;
}

double shared_width(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
}

bool in_one_column(const Box& a, const Box& b) {
  return shared_width(a, b) > kShared * std::min(width(a), width(b));
}

bool holds(const Box& outer, const Box& box) {
  const double x = (box.x0 + box.x1) / 2, y = middle(box);
  return x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1;
}

bool is_sign(const std::vector<Word>& words) {
  return words.size() == 1 && text::length(words.front().text) <= 2;
}

class Orderer {
 public:
  Orderer(const Tags& tags, const PageRegions& page) : tags_(tags), page_(page) {}

  /// The regions in the order of the tree; none where geometry's stand.
  std::vector<Region> run() {
    if (!covered()) return {};
    take_apart();
    if (atoms_.empty() || atoms_.size() > kMostAtoms) return {};
    sort();
    join_level();
    find_runs();
    if (runs_.size() > kMostRuns || !settle()) return {};
    return put_together();
  }

 private:
  /// Lines that follow one another in the tree and stand below one another, nothing else between them.
  struct Run {
    std::size_t begin = 0, end = 0;  ///< into order_
    Box box;
    bool misplaced = false;
    std::size_t lines() const { return end - begin; }
  };

  bool covered() const {
    Steps steps(tags_);
    for (const Region& region : page_.regions) {
      if (region.table) {
        steps.add(*region.table);
      } else {
        for (const TextLine& line : region.lines) steps.add(line);
      }
    }
    return kUntagged * (steps.words() - std::min(steps.words(), steps.tagged())) <= steps.words();
  }

  void take_apart() {
    const std::vector<bool> torn = torn_regions();
    for (std::size_t r = 0; r < page_.regions.size() && atoms_.size() <= kMostAtoms; ++r) {
      const Region& region = page_.regions[r];
      std::size_t next = 0;
      if (region.contents || (region.table && is_read_by_rows(tags_, *region.table) && !torn[r])) {
        add_whole(r);
      } else {
        each_line(region, [&](const TextLine& line) { add_line(r, next++, line); });
      }
    }
    // What has no tag goes with what stands before it.
    std::int32_t block = -1;
    for (Atom& atom : atoms_) block = atom.block = atom.block < 0 ? block : atom.block;
  }

  template <typename Do>
  static void each_line(const Region& region, const Do& act) {
    for (const TextLine& line : region.lines) act(line);
    if (!region.table) return;
    for (const Row& row : region.table->rows) {
      for (const Cell& cell : row.cells) {
        for (const TextLine& line : cell.lines) act(line);
      }
    }
  }

  /// The regions with words of a block that has words in another region, too.
  std::vector<bool> torn_regions() const {
    std::vector<bool> torn(page_.regions.size(), false);
    std::map<std::int32_t, std::size_t> first;
    for (std::size_t r = 0; r < page_.regions.size(); ++r) {
      each_line(page_.regions[r], [&](const TextLine& line) {
        for (const Word& word : line.words) {
          const std::int32_t block = tags_.of(word.element).block;
          if (block < 0) continue;
          const std::size_t other = first.try_emplace(block, r).first->second;
          if (other != r) torn[r] = torn[other] = true;
        }
      });
    }
    return torn;
  }

  void add_whole(std::size_t r) {
    const Region& region = page_.regions[r];
    Steps steps(tags_);
    Atom atom;
    atom.region = r;
    if (region.table) {
      atom.box = region.table->box;
      steps.add(*region.table);
    } else {
      atom.box = region.lines.front().box;
      for (const TextLine& line : region.lines) {
        atom.box.unite(line.box);
        steps.add(line);
      }
    }
    atom.block = steps.first();
    atoms_.push_back(std::move(atom));
  }

  /// A line, cut where another block begins. A sign of a list goes with its item, whatever stands between.
  void add_line(std::size_t region, std::size_t at, const TextLine& line) {
    std::vector<std::pair<std::int32_t, std::vector<Word>>> parts;
    for (const Word& word : line.words) {
      const std::int32_t block = tags_.of(word.element).block;
      if (parts.empty() || (block >= 0 && parts.back().first >= 0 && block != parts.back().first)) {
        const auto same =
            std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == block; });
        if (same != parts.end() && (is_sign(same->second) || is_sign(parts.back().second))) {
          std::rotate(same, same + 1, parts.end());
        } else {
          parts.emplace_back(block, std::vector<Word>());
        }
      }
      if (parts.back().first < 0) parts.back().first = block;
      parts.back().second.push_back(word);
    }
    Atom atom;
    atom.region = region;
    atom.line = at;
    atom.block = parts.front().first;
    bool apart = parts.size() > 1;
    for (std::size_t a = 0; a < parts.size(); ++a) {
      for (std::size_t b = a + 1; b < parts.size(); ++b) apart = apart && parts[a].first != parts[b].first;
    }
    const auto earlier = [](const Word& a, const Word& b) { return a.shown < b.shown; };
    if (!apart) {
      atom.whole = true;
      atom.shown = std::min_element(line.words.begin(), line.words.end(), earlier)->shown;
      atom.text = line;
      atom.box = line.box;
      atoms_.push_back(std::move(atom));
      return;
    }
    for (auto& [block, words] : parts) {
      for (TextLine& piece : find_lines(std::move(words))) {
        atom.block = block;
        atom.box = piece.box;
        atom.shown = std::min_element(piece.words.begin(), piece.words.end(), earlier)->shown;
        atom.text = std::move(piece);
        atoms_.push_back(atom);
      }
    }
  }

  void sort() {
    order_.resize(atoms_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return atoms_[a].block < atoms_[b].block; });
    for (std::size_t begin = 0; begin < order_.size();) {
      std::size_t end = begin + 1;
      while (end < order_.size() && at(end).block == at(begin).block) ++end;
      mend(begin, end);
      begin = end;
    }
  }

  /// The lines of a block that geometry cut or put into several regions come in the order shown, and the
  /// pieces of one line make a line again.
  void mend(std::size_t begin, std::size_t end) {
    const auto first = order_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = order_.begin() + static_cast<std::ptrdiff_t>(end);
    const bool intact = std::all_of(first, last, [&](std::size_t i) {
      return atoms_[i].text.words.empty() || (atoms_[i].whole && atoms_[i].region == atoms_[*first].region);
    });
    if (intact) return;
    std::stable_sort(first, last,
                     [&](std::size_t a, std::size_t b) { return atoms_[a].shown < atoms_[b].shown; });
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t k = begin; k < i; ++k) {
        if (at(k).text.words.empty() || at(i).text.words.empty() || !of_one_line(at(k), at(i), k + 1 == i))
          continue;
        join(atoms_[order_[k]], atoms_[order_[i]]);
        break;
      }
    }
  }

  /// Whether two pieces of a block stand on one line: shown one behind the other, or a sign before its text.
  static bool of_one_line(const Atom& a, const Atom& b, bool in_turn) {
    const Atom& left = a.box.x0 < b.box.x0 ? a : b;
    const Atom& right = a.box.x0 < b.box.x0 ? b : a;
    if (shared_height(a.box, b.box) < kOneLine || left.box.x1 > right.box.x0 + 0.1) return false;
    return in_turn || is_sign(left.text.words);
  }

  /// Adds the words of `other`, which is then empty, to `atom`; both as they were where they make no line.
  static void join(Atom& atom, Atom& other) {
    std::vector<Word> words = atom.text.words;
    words.insert(words.end(), other.text.words.begin(), other.text.words.end());
    std::vector<TextLine> one = find_lines(std::move(words));
    if (one.size() != 1) return;
    atom.across = atom.across || other.across || atom.region != other.region;
    if (other.text.words.size() > atom.text.words.size()) {
      atom.region = other.region;
      atom.line = other.line;
    }
    atom.text = std::move(one.front());
    atom.box = atom.text.box;
    other.joined = true;
  }

  /// Pieces of one line that follow each other stay one line, but where both blocks go on below it.
  void join_level() {
    std::map<std::int32_t, int> lines;
    for (const Atom& atom : atoms_) lines[atom.block] += !atom.joined;
    std::vector<std::size_t> kept;
    for (const std::size_t i : order_) {
      Atom& atom = atoms_[i];
      if (atom.joined) continue;
      if (!kept.empty()) {
        Atom& before = atoms_[kept.back()];
        const bool pieces = !before.whole && !atom.whole && !before.text.words.empty() &&
                            !atom.text.words.empty() && before.region == atom.region &&
                            before.line == atom.line && before.box.x1 <= atom.box.x0;
        if (pieces && (lines[before.block] == 1 || lines[atom.block] == 1)) join(before, atom);
      }
      if (!atom.joined) kept.push_back(i);
    }
    order_ = std::move(kept);
  }

  void find_runs() {
    for (std::size_t i = 0; i < order_.size(); ++i) {
      if (!runs_.empty() && goes_on(runs_.back(), i)) {
        runs_.back().box.unite(at(i).box);
        runs_.back().end = i + 1;
      } else {
        runs_.push_back({i, i + 1, at(i).box});
      }
    }
  }

  bool goes_on(const Run& run, std::size_t i) const {
    const Atom& before = at(i - 1);
    const Atom& atom = at(i);
    if (before.region != atom.region || middle(atom.box) <= middle(before.box) ||
        shared_width(run.box, atom.box) <= 0)
      return false;
    Box box = run.box;
    box.unite(atom.box);
    for (std::size_t k = 0; k < order_.size(); ++k) {
      if ((k < run.begin || k > i) && holds(box, at(k).box)) return false;
    }
    return true;
  }

  /// Whether the tree tells what stands below something else in one column before it.
  static bool contradict(const Run& earlier, const Run& later) {
    return in_one_column(earlier.box, later.box) && middle(later.box) < middle(earlier.box) &&
           !is_level(earlier.box, later.box);
  }

  /// Marks the runs that stand elsewhere than the tree says; false where they are too many.
  bool settle() {
    std::vector<std::size_t> against(runs_.size(), 0);  // lines that a run contradicts
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < runs_.size(); ++a) {
      for (std::size_t b = a + 1; b < runs_.size(); ++b) {
        if (!contradict(runs_[a], runs_[b])) continue;
        pairs.emplace_back(a, b);
        against[a] += runs_[b].lines();
        against[b] += runs_[a].lines();
      }
    }
    std::size_t misplaced = 0;
    while (!pairs.empty()) {
      std::size_t worst = pairs.front().first;
      for (std::size_t r = 0; r < runs_.size(); ++r) {
        if (against[r] * runs_[worst].lines() > against[worst] * runs_[r].lines()) worst = r;
      }
      runs_[worst].misplaced = true;
      misplaced += runs_[worst].lines();
      if (kMisplaced * misplaced > order_.size()) return false;
      std::erase_if(pairs, [&](const std::pair<std::size_t, std::size_t>& pair) {
        if (pair.first != worst && pair.second != worst) return false;
        against[pair.first] -= runs_[pair.second].lines();
        against[pair.second] -= runs_[pair.first].lines();
        return true;
      });
    }
    if (misplaced > 0) place_misplaced();
    return true;
  }

  void place_misplaced() {
    std::vector<std::size_t> order;
    for (const Run& run : runs_) {
      if (!run.misplaced) order.insert(order.end(), begin_of(run), end_of(run));
    }
    for (const Run& run : runs_) {
      if (!run.misplaced) continue;
      const std::size_t to = place_of(run.box, order);
      order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), begin_of(run), end_of(run));
    }
    order_ = std::move(order);
  }

  /// Behind the paragraph above the box, but beside other text not between a heading and what it heads;
  /// without one, before the first beside it.
  std::size_t place_of(const Box& box, const std::vector<std::size_t>& order) const {
    std::size_t above = order.size(), beside = order.size();
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Box& other = atoms_[order[i]].box;
      if (is_level(box, other)) {
        beside = std::min(beside, i);
      } else if (middle(other) < middle(box) && in_one_column(box, other) &&
                 (above == order.size() || other.y1 > atoms_[order[above]].box.y1)) {
        above = i;
      }
    }
    const auto block = [&](std::size_t i) { return atoms_[order[i]].block; };
    if (above < order.size()) {
      std::size_t to = above + 1;
      while (to < order.size() && block(to) == block(above)) ++to;
      while (beside < order.size() && to > 0 && tags_.of(block(to - 1)).heading > 0) --to;
      return to;
    }
    if (beside == order.size()) return 0;
    while (beside > 0 && block(beside - 1) == block(beside)) --beside;
    return beside;
  }

  /// What stands beside a line: 1 on the left, 2 on the right.
  int beside(const Atom& atom) const {
    int sides = 0;
    for (const std::size_t i : order_) {
      const Atom& other = atoms_[i];
      if (&other == &atom || !is_level(atom.box, other.box)) continue;
      if (other.box.x1 <= atom.box.x0) sides |= 1;
      if (other.box.x0 >= atom.box.x1) sides |= 2;
    }
    return sides;
  }

  std::vector<Region> put_together() {
    std::vector<Region> out;
    const Atom* before = nullptr;
    int sides_before = 0;
    Box box;
    for (const std::size_t i : order_) {
      Atom& atom = atoms_[i];
      const Region& from = page_.regions[atom.region];
      if (atom.text.words.empty()) {
        out.push_back(from);
        before = nullptr;
        continue;
      }
      const int sides = beside(atom);
      const bool new_region = before == nullptr || before->region != atom.region || sides != sides_before ||
                              before->across != atom.across || middle(atom.box) <= middle(before->box) ||
                              (sides != 0 && shared_width(box, atom.box) <= 0);
      if (new_region) {
        Region& region = out.emplace_back();
        region.column = from.column;
        region.columns = from.columns;
        box = atom.box;
      }
      box.unite(atom.box);
      Region& region = out.back();
      if ((sides & 1) != 0 || atom.across) region.left = box.x0;
      if (sides != 0 || atom.across) region.right = box.x1;
      region.lines.push_back(atom.text);
      before = &atom;
      sides_before = sides;
    }
    return out;
  }

  const Atom& at(std::size_t i) const { return atoms_[order_[i]]; }
  std::vector<std::size_t>::const_iterator begin_of(const Run& run) const {
    return order_.begin() + static_cast<std::ptrdiff_t>(run.begin);
  }
  std::vector<std::size_t>::const_iterator end_of(const Run& run) const {
    return order_.begin() + static_cast<std::ptrdiff_t>(run.end);
  }

  const Tags& tags_;
  const PageRegions& page_;
  std::vector<Atom> atoms_;         ///< in geometry's order
  std::vector<std::size_t> order_;  ///< the atoms in the tree's
  std::vector<Run> runs_;
};

}  // namespace

void order_by_tags(const Tags& tags, PageRegions& page) {
  Steps steps(tags);
  for (const Region& region : page.regions) {
    if (region.table) {
      steps.add(*region.table);
    } else {
      for (const TextLine& line : region.lines) steps.add(line);
    }
  }
  if (steps.back() == 0) return;
  std::vector<Region> ordered = Orderer(tags, page).run();
  if (!ordered.empty()) page.regions = std::move(ordered);
}

}  // namespace pst::layout
