#include "plan/sequence.hpp"

#include <algorithm>

namespace pst::plan {
namespace {

using grammar::Number;

// Ratings, in units of "a number that follows the one before it is worth 3".
constexpr float kNext = 3.0F;          // follows its sibling
constexpr float kFirst = 2.5F;         // is the first below its parent
constexpr float kNextAnywhere = 2.5F;  // follows the last of its kind: numbered through the document
constexpr float kSmallGap = -0.3F;     // one number skipped
constexpr float kGap = -1.2F;          // a few skipped
constexpr float kLeap = -4.0F;         // many skipped: rather a mention than a marker
constexpr float kRepeat = -1.5F;       // a sibling's number again
constexpr float kBack = -3.0F;         // smaller than its sibling's
constexpr float kPrefix = 2.0F;        // begins with its parent's number
constexpr float kWrongPrefix = -2.0F;
constexpr float kSkipsNext = -2.0F;  // a number that follows, taken for text
constexpr int kFewest = 3;  ///< a series may begin with one of these, where the ones before are elsewhere

const Candidate& at(const Candidates& all, int index) {
  return all.list[static_cast<std::size_t>(index)];
}

float gap_rating(int step) {
  if (step == 1) return kNext;
  if (step == 2) return kSmallGap;
  if (step > 2 && step <= 4) return kGap;
  if (step > 4) return kLeap;
  return step == 0 ? kRepeat : kBack;
}

float rate_number(const Candidates& all, const Candidate& c, Kind kind, const Path& path) {
  const auto k = static_cast<std::size_t>(kind);
  if (!c.number) return 0.3F;
  const Number& number = *c.number;
  const int any = path.last_any[k];
  const bool follows_any =
      any >= 0 && at(all, any).number && number.last() == at(all, any).number->last() + 1;
  if (const int sibling = path.last_child[k]; sibling >= 0 && at(all, sibling).number) {
    const Number& before = *at(all, sibling).number;
    float rating = gap_rating(number.last() - before.last());
    // `1.9` then `2.1` without a parent of its own between them: a new series.
    if (number.last() == 1 && before.last() != 1 && number.depth >= 2) rating = std::max(rating, 0.0F);
    if (number.last() == 1 && kind == Kind::axis) rating = std::max(rating, 0.5F);
    if (number.last() == 1 && kind == Kind::strategic_objective) rating = std::max(rating, -1.0F);
    if (*number.suffix != '\0' && number.last() == before.last()) rating = kNext;
    return rating;
  }
  if (number.last() == 1) return kFirst;
  if (follows_any) return kNextAnywhere;
  if (any < 0) return number.last() <= kFewest ? -0.5F : -2.0F;
  // The first below a new parent: numbers may run on through the document, with a gap, or start again with
  // one.
  const int run_on = at(all, any).number ? number.last() - at(all, any).number->last() : 0;
  const float started_again = gap_rating(std::max(2, number.last()));
  return run_on > 0 ? std::max(gap_rating(run_on), started_again) : started_again;
}

/// Whether the number begins with those of what is open above it.
float rate_prefix(const Candidates& all, const Candidate& c, Kind kind, const Path& path) {
  if (!c.number || c.number->depth < 2) return 0;
  const Number& number = *c.number;
  bool numbered_parent = false;
  std::array<int, kKinds> ordinals{};
  int depth = 0;
  for (int k = static_cast<int>(Kind::axis); k < static_cast<int>(kind); ++k) {
    const int open = path.open[static_cast<std::size_t>(k)];
    if (open < 0 || !at(all, open).number) continue;
    const Number& parent = *at(all, open).number;
    if (number.extends(parent)) return kPrefix;
    if (k > static_cast<int>(Kind::axis)) {
      ordinals[static_cast<std::size_t>(depth++)] = parent.last();
      numbered_parent = true;
    }
  }
  // Numbers that start again below each parent still add up to the whole one: O.S. 4, O.O. 2, Action 4.2.1.
  if (depth >= number.depth - 1 && depth > 0) {
    bool same = true;
    for (int i = 0; i + 1 < number.depth; ++i) {
      same =
          same && ordinals[static_cast<std::size_t>(depth - (number.depth - 1) + i)] == number.part(i).value;
    }
    if (same) return kPrefix;
  }
  return numbered_parent ? kWrongPrefix : 0;
}

float rate_nesting(Kind kind, const Path& path) {
  const int parent = path.parent_of(kind);
  switch (kind) {
    case Kind::volet:
    case Kind::axis:
      return 0;
    case Kind::strategic_objective:
      return 0.3F;
    case Kind::operational_objective:
      return parent == static_cast<int>(Kind::strategic_objective) ? 0.5F : -0.8F;
    case Kind::project:
      return parent >= static_cast<int>(Kind::strategic_objective) ? 0.4F : -1.0F;
    case Kind::action:
      if (parent >= static_cast<int>(Kind::operational_objective)) return 0.5F;
      return parent == static_cast<int>(Kind::strategic_objective) ? 0.2F : -1.5F;
    case Kind::sub_action:
      return parent == static_cast<int>(Kind::action) ? 0.5F : -2.5F;
  }
  return 0;
}

/// What stands below another rung is not set in larger type than that.
float rate_type(const Candidates& all, const Candidate& c, Kind kind, const Path& path) {
  constexpr float kLargerThanParent = -4.0F, kSmallerThanLower = -2.5F;
  const int parent = path.parent_of(kind);
  if (parent >= 0 && at(all, path.open[static_cast<std::size_t>(parent)]).type > c.type)
    return kLargerThanParent;
  for (int k = static_cast<int>(kind) + 1; k < kKinds; ++k) {
    const int lower = path.last_any[static_cast<std::size_t>(k)];
    if (lower >= 0 && at(all, lower).type < c.type) return kSmallerThanLower;
  }
  return 0;
}

/// Whether the last node of some rung is of the same form and has the number before.
bool continues_series(const Candidates& all, const Candidate& c, const Path& path) {
  if (!c.number || c.inside) return false;
  return std::any_of(path.last_any.begin(), path.last_any.end(), [&](int last) {
    if (last < 0 || at(all, last).family != c.family || !at(all, last).number) return false;
    return at(all, last).number->last() + 1 == c.number->last() &&
           at(all, last).number->depth == c.number->depth;
  });
}

}  // namespace

Path::Path() {
  open.fill(-1);
  last_child.fill(-1);
  last_any.fill(-1);
  last_parent.fill(-1);
}

void Path::open_node(int candidate, Kind kind) {
  const auto k = static_cast<std::size_t>(kind);
  last_parent[k] = parent_of(kind);
  open[k] = candidate;
  last_child[k] = last_any[k] = candidate;
  for (std::size_t below = k + 1; below < open.size(); ++below) open[below] = last_child[below] = -1;
  closed = false;
}

int Path::parent_of(Kind kind) const {
  for (int k = static_cast<int>(kind) - 1; k >= 0; --k) {
    if (open[static_cast<std::size_t>(k)] >= 0) return k;
  }
  return -1;
}

float rate_opening(const Candidates& all, int candidate, Kind kind, const Path& path) {
  const Candidate& c = at(all, candidate);
  const Family& family = all.family_of(candidate);
  if (family.cell) return 4.0F;
  float rating = c.local;
  // The same node named again opens nothing new: decode() rates that by itself.
  rating += rate_number(all, c, kind, path) + rate_prefix(all, c, kind, path) + rate_nesting(kind, path);
  rating += rate_type(all, c, kind, path);
  // A rung stands below the same rung throughout a plan, with few exceptions.
  const auto k = static_cast<std::size_t>(kind);
  if (kind > Kind::strategic_objective && path.last_any[k] >= 0 &&
      path.parent_of(kind) != path.last_parent[k])
    rating -= 0.8F;
  if (c.after_blank) rating += 0.5F;
  if (c.breaks_sentence) rating -= c.inside ? 0.8F : 3.5F;
  if (c.stop || c.before_plan) rating -= 4.0F;
  if (c.lone && family.count == 1) rating -= 4.0F;  // `A5`: a speck of the scan
  if (!c.upper_rest && !c.punctuated) rating -= c.inside ? 2.0F : 0.8F;
  if (family.bare) {
    rating -= 0.5F;
    if (path.closed) rating -= 4.0F;
    if (!c.upper_rest) rating -= 0.3F;
  }
  if (family.generic) rating -= path.closed ? 3.0F : 0.5F;
  // A heading above objectives that are numbered through the document costs them no more than their sibling.
  if (family.heading) rating = path.closed ? -2.0F : 0.2F + (kNext - kNextAnywhere);
  return rating;
}

bool is_expected(const Candidates& all, int candidate, Kind kind, const Path& path) {
  const Candidate& c = at(all, candidate);
  if (!c.number || rate_number(all, c, kind, path) < std::min(kFirst, kNextAnywhere)) return false;
  return c.number->depth < 2 || rate_prefix(all, c, kind, path) >= kPrefix;
}

float rate_rejection(const Candidates& all, int candidate, const Path& path) {
  const Candidate& c = at(all, candidate);
  const Family& family = all.family_of(candidate);
  if (c.mentioned || c.before_plan || family.heading || !c.restored.empty()) return 0;
  float rating = -3.0F;
  if (family.bare || family.weak || family.generic) {
    rating = path.closed ? 0 : -0.5F;
    if (!path.closed && continues_series(all, c, path)) rating = kSkipsNext;
  }
  // A marker of words on a line of its own, set off and punctuated, is one whatever its number.
  if (!family.bare && !family.weak && !family.generic && c.after_blank && c.punctuated) rating = -5.5F;
  // The only one of its form, in the middle of a paragraph, with a number that begins nothing: a mention.
  const bool alone = family.count == 1 && c.number && c.number->last() > kFewest;
  if (alone && !c.after_blank && !c.punctuated) rating = -0.3F;
  if (c.inside) rating = c.breaks_sentence ? -0.3F : -1.5F;
  if (!c.inside && c.breaks_sentence) rating = std::max(rating, -1.0F);
  if (!c.inside && !c.punctuated && !c.upper_rest) rating = std::max(rating, -1.0F);
  return rating;
}

}  // namespace pst::plan
