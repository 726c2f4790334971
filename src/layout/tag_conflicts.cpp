#include "layout/tag_conflicts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pst::layout {
namespace {

constexpr std::size_t kMisplaced = 3;  ///< one line in so many may stand elsewhere than the tags say
constexpr std::size_t kMostRuns = 300;
constexpr double kShared = 0.3;  ///< of the lower box: lines that share so much of their height are level

/// Pieces that follow one another in the tree and stand below one another, nothing else between them.
struct Run {
  std::size_t begin = 0, end = 0;  ///< into the atoms
  Box box;
  bool misplaced = false;
  std::size_t lines() const { return end - begin; }
};

bool in_one_column(const Box& a, const Box& b) {
  return shared_width(a, b) > kShared * std::min(width(a), width(b));
}

bool holds(const Box& outer, const Box& box) {
  const double x = (box.x0 + box.x1) / 2, y = middle(box);
  return x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1;
}

bool goes_on(const Run& run, const std::vector<Atom>& atoms, std::size_t i) {
  const Atom& before = atoms[i - 1];
  const Atom& atom = atoms[i];
  if (before.region != atom.region || middle(atom.box) <= middle(before.box) ||
      shared_width(run.box, atom.box) <= 0)
    return false;
  Box box = run.box;
  box.unite(atom.box);
  for (std::size_t k = 0; k < atoms.size(); ++k) {
    if ((k < run.begin || k > i) && holds(box, atoms[k].box)) return false;
  }
  return true;
}

std::vector<Run> find_runs(const std::vector<Atom>& atoms) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (!runs.empty() && goes_on(runs.back(), atoms, i)) {
      runs.back().box.unite(atoms[i].box);
      runs.back().end = i + 1;
    } else {
      runs.push_back({i, i + 1, atoms[i].box});
    }
  }
  return runs;
}

/// Whether the tree tells what stands below something else in one column before it.
bool contradict(const Run& earlier, const Run& later) {
  return in_one_column(earlier.box, later.box) && middle(later.box) < middle(earlier.box) &&
         !is_level(earlier.box, later.box);
}

/// Marks runs until none is left that contradicts another, first those with the most lines against them for
/// each of their own. Returns how many lines they have.
std::size_t mark_misplaced(std::vector<Run>& runs) {
  std::vector<std::size_t> against(runs.size(), 0);  // lines that a run contradicts
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t a = 0; a < runs.size(); ++a) {
    for (std::size_t b = a + 1; b < runs.size(); ++b) {
      if (!contradict(runs[a], runs[b])) continue;
      pairs.emplace_back(a, b);
      against[a] += runs[b].lines();
      against[b] += runs[a].lines();
    }
  }
  std::size_t misplaced = 0;
  while (!pairs.empty()) {
    std::size_t worst = pairs.front().first;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (against[r] * runs[worst].lines() > against[worst] * runs[r].lines()) worst = r;
    }
    runs[worst].misplaced = true;
    misplaced += runs[worst].lines();
    std::erase_if(pairs, [&](const std::pair<std::size_t, std::size_t>& pair) {
      if (pair.first != worst && pair.second != worst) return false;
      against[pair.first] -= runs[pair.second].lines();
      against[pair.second] -= runs[pair.first].lines();
      return true;
    });
  }
  return misplaced;
}

/// Behind the paragraph above the box, but beside other text not between a heading and what it heads; without
/// one, before the first beside it.
std::size_t place_of(const Tags& tags, const Box& box, const std::vector<Atom>& placed) {
  const std::size_t none = placed.size();
  std::size_t above = none, beside = none;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const Box& other = placed[i].box;
    if (is_level(box, other)) {
      beside = std::min(beside, i);
    } else if (middle(other) < middle(box) && in_one_column(box, other) &&
               (above == none || other.y1 > placed[above].box.y1)) {
      above = i;
    }
  }
  if (above < none) {
    std::size_t to = above + 1;
    while (to < none && placed[to].block == placed[above].block) ++to;
    while (beside < none && to > 0 && tags.of(placed[to - 1].block).heading > 0) --to;
    return to;
  }
  if (beside == none) return 0;
  while (beside > 0 && placed[beside - 1].block == placed[beside].block) --beside;
  return beside;
}

}  // namespace

double shared_width(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
}

bool is_level(const Box& a, const Box& b) {
  return shared_height(a, b) > kShared;
}

bool settle(const Tags& tags, std::vector<Atom>& atoms) {
  std::vector<Run> runs = find_runs(atoms);
  if (runs.size() > kMostRuns) return false;
  const std::size_t misplaced = mark_misplaced(runs);
  if (misplaced == 0) return true;
  if (kMisplaced * misplaced > atoms.size()) return false;
  std::vector<Atom> placed;
  const auto put = [&](const Run& run, std::size_t to) {
    const auto begin = atoms.begin() + static_cast<std::ptrdiff_t>(run.begin);
    placed.insert(placed.begin() + static_cast<std::ptrdiff_t>(to), std::make_move_iterator(begin),
                  std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(run.lines())));
  };
  for (const Run& run : runs) {
    if (!run.misplaced) put(run, placed.size());
  }
  for (const Run& run : runs) {
    if (run.misplaced) put(run, place_of(tags, run.box, placed));
  }
  atoms = std::move(placed);
  return true;
}

}  // namespace pst::layout
