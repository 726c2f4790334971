#include "plan/walker.hpp"

#include <algorithm>
#include <array>

namespace pst::plan {
namespace {

/// An axis or objective below which nothing stands is a heading of prose.
constexpr float kChildless = -4.5F;
constexpr float kOrphan = -3.0F;
constexpr float kReopen = 2.5F;  ///< an objective named again with its number and wording
constexpr float kBoundary = 12.0F;

/// Below no objective, in a plan that has them: steps that a foreword lists. Right below an axis is half as
/// odd.
void heed_orphan(const Family& family, const Path& path, Step& step) {
  constexpr float kForeword = -0.5F;
  const int parent = path.parent_of(step.kind);
  if (parent < 0) {
    step.opening += kOrphan;
    const bool known = !family.bare && !family.generic && !family.key.starts_with(kAddress);
    if (known) step.rejection = std::max(step.rejection, kForeword);
  } else if (parent == static_cast<int>(Kind::axis)) {
    step.opening += kOrphan / 2;
  }
}

}  // namespace

void Walker::set_rungs(const std::vector<int>& kinds) {
  deepest_ = -1;
  outermost_ = kKinds;
  for (std::size_t f = 0; f < kinds.size(); ++f) {
    if (all_.families[f].count < 2 || all_.families[f].heading) continue;
    deepest_ = std::max(deepest_, kinds[f]);
    if (kinds[f] >= static_cast<int>(Kind::strategic_objective)) outermost_ = std::min(outermost_, kinds[f]);
  }
}

Step Walker::rate(int i, int kind, const Path& path) const {
  const Candidate& c = all_.list[static_cast<std::size_t>(i)];
  Step step;
  if (c.boundary) {
    step.verdict = Verdict::closes;
    step.opening = kBoundary;
    step.rejection = 0;
    return step;
  }
  step.rejection = rate_rejection(all_, i, path);
  if (kind == kRejected || c.mentioned) {
    step.opening = -100;
    return step;
  }
  step.kind = static_cast<Kind>(kind);
  step.verdict = Verdict::opens;
  step.opening = rate_opening(all_, i, step.kind, path) + childless_penalty(step.kind, path);
  if (kind > outermost_ && outermost_ <= static_cast<int>(Kind::strategic_objective))
    heed_orphan(all_.families[static_cast<std::size_t>(c.family)], path, step);
  if (c.same_as >= 0 && reopens(i, step.kind, path)) {
    step.verdict = Verdict::reopens;
    step.opening = kReopen;
  }
  return step;
}

void Walker::accept(int i, const Step& step, Path& path) const {
  const Candidate& c = all_.list[static_cast<std::size_t>(i)];
  if (step.verdict == Verdict::closes) {
    const std::array<int, kKinds> any = path.last_any, parents = path.last_parent;
    const int sibling = path.last_child[static_cast<std::size_t>(Kind::strategic_objective)];
    path = Path();
    path.last_any = any;
    path.last_parent = parents;
    path.last_child[static_cast<std::size_t>(Kind::strategic_objective)] = sibling;
    path.closed = true;
    return;
  }
  const Family& family = all_.families[static_cast<std::size_t>(c.family)];
  const bool reopens = step.verdict == Verdict::reopens;
  // A cell filled down its column: what stands open below it stays so.
  if (!reopens || !family.cell) {
    const auto any = path.last_any;
    path.open_node(reopens ? c.same_as : i, step.kind);
    if (reopens) path.last_any = any;
  }
  const bool weak = family.bare || family.weak || family.heading || family.generic;
  const bool needs_child = step.kind == Kind::axis || static_cast<int>(step.kind) < deepest_;
  path.pending = weak && needs_child && step.kind < Kind::action ? static_cast<int>(step.kind) : -1;
}

/// What was opened just before must have something below it: an axis an objective, and an objective
/// anything where the plan's objectives have rungs below them. The next of its rung proves that it had
/// nothing.
float Walker::childless_penalty(Kind kind, const Path& path) const {
  if (path.pending < 0) return 0;
  if (static_cast<int>(kind) <= path.pending) {
    return path.pending <= static_cast<int>(Kind::strategic_objective) ? kChildless : kChildless / 2;
  }
  return path.pending == static_cast<int>(Kind::axis) && kind >= Kind::action ? kChildless : 0;
}

bool Walker::reopens(int i, Kind kind, const Path& path) const {
  const Candidate& c = all_.list[static_cast<std::size_t>(i)];
  const Family& family = all_.families[static_cast<std::size_t>(c.family)];
  if (family.cell) return path.open[static_cast<std::size_t>(kind)] == c.same_as;
  if (kind <= Kind::strategic_objective) return true;
  return c.number && c.number->depth >= 2;
}

}  // namespace pst::plan
