#include "layout/tag_order.hpp"

#include <algorithm>
#include <utility>

#include "layout/tag_atoms.hpp"
#include "layout/tag_conflicts.hpp"
#include "layout/tag_steps.hpp"

namespace pst::layout {
namespace {

constexpr std::size_t kUntagged = 10;    ///< one word in so many may have no tag
constexpr std::size_t kMostAtoms = 800;  ///< of a page; what has more is no text to be read

Steps steps_of(const Tags& tags, const PageRegions& page) {
  Steps steps(tags);
  for (const Region& region : page.regions) {
    if (region.table) {
      steps.add(*region.table);
    } else {
      for (const TextLine& line : region.lines) steps.add(line);
    }
  }
  return steps;
}

bool are_covered(const Steps& steps) {
  return kUntagged * (steps.words() - std::min(steps.words(), steps.tagged())) <= steps.words();
}

/// What stands beside a line: 1 on the left, 2 on the right.
int sides_of(const Atom& atom, const std::vector<Atom>& atoms) {
  int sides = 0;
  for (const Atom& other : atoms) {
    if (&other == &atom || !is_level(atom.box, other.box)) continue;
    if (other.box.x1 <= atom.box.x0) sides |= 1;
    if (other.box.x0 >= atom.box.x1) sides |= 2;
  }
  return sides;
}

/// Regions of what follows one another and stands below one another, between the same neighbours.
std::vector<Region> put_together(const PageRegions& page, const std::vector<Atom>& atoms) {
  std::vector<Region> out;
  const Atom* before = nullptr;
  int sides_before = 0;
  Box box;
  for (const Atom& atom : atoms) {
    const Region& from = page.regions[atom.region];
    if (atom.text.words.empty()) {
      out.push_back(from);
      before = nullptr;
      continue;
    }
    const int sides = sides_of(atom, atoms);
    const bool new_region = before == nullptr || before->region != atom.region || sides != sides_before ||
                            before->across != atom.across || middle(atom.box) <= middle(before->box) ||
                            (sides != 0 && shared_width(box, atom.box) <= 0);
    if (new_region) {
      Region& region = out.emplace_back();
      region.column = from.column;
      region.columns = from.columns;
      region.narrowed = from.narrowed;
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

}  // namespace

bool order_by_tags(const Tags& tags, PageRegions& page) {
  const Steps steps = steps_of(tags, page);
  if (steps.back() == 0 || !are_covered(steps)) return true;
  std::vector<Atom> atoms = find_atoms(tags, page, kMostAtoms);
  if (atoms.empty()) return true;
  if (!settle(tags, atoms)) return false;
  page.regions = put_together(page, atoms);
  return true;
}

}  // namespace pst::layout
