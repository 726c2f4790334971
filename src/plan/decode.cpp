#include "plan/decode.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "plan/sequence.hpp"

namespace pst::plan {
namespace {

constexpr int kRejected = -1;
constexpr float kChildless =
    -4.5F;  ///< an axis or objective below which nothing stands is a heading of prose
constexpr float kOrphan = -3.0F;
constexpr float kReopen = 2.5F;  ///< an objective named again with its number and wording
constexpr float kBoundary = 12.0F;

/// One step over one candidate: the ratings of both verdicts, and what the path becomes.
struct Step {
  float opening = 0, rejection = 0;
  Kind kind = Kind::action;
  Verdict verdict = Verdict::rejected;
};

class Walker {
 public:
  explicit Walker(const Candidates& all) : all_(all) {}

  /// Rating of taking candidate `i` for a node of the family's rung; the path is left as it is.
  Step rate(int i, int kind, const Path& path) const {
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

  void apply(int i, const Step& step, bool accept, Path& path) const {
    const Candidate& c = all_.list[static_cast<std::size_t>(i)];
    if (!accept) return;
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

 private:
  /// What was opened just before must have something below it: an axis an objective, and an objective
  /// anything where the plan's objectives have rungs below them. The next of its rung proves that it had
  /// nothing.
  float childless_penalty(Kind kind, const Path& path) const {
    if (path.pending < 0) return 0;
    if (static_cast<int>(kind) <= path.pending) {
      return path.pending <= static_cast<int>(Kind::strategic_objective) ? kChildless : kChildless / 2;
    }
    return path.pending == static_cast<int>(Kind::axis) && kind >= Kind::action ? kChildless : 0;
  }

  /// Below no objective, in a plan that has them: steps that a foreword lists. Right below an axis is half as
  /// odd.
  static void heed_orphan(const Family& family, const Path& path, Step& step) {
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

  bool reopens(int i, Kind kind, const Path& path) const {
    const Candidate& c = all_.list[static_cast<std::size_t>(i)];
    const Family& family = all_.families[static_cast<std::size_t>(c.family)];
    if (family.cell) return path.open[static_cast<std::size_t>(kind)] == c.same_as;
    if (kind <= Kind::strategic_objective) return true;
    return c.number && c.number->depth >= 2;
  }

  const Candidates& all_;

 public:
  /// The rungs that families of two markers and more stand for.
  void set_rungs(const std::vector<int>& kinds) {
    deepest_ = -1;
    outermost_ = kKinds;
    for (std::size_t f = 0; f < kinds.size(); ++f) {
      if (all_.families[f].count < 2 || all_.families[f].heading) continue;
      deepest_ = std::max(deepest_, kinds[f]);
      if (kinds[f] >= static_cast<int>(Kind::strategic_objective))
        outermost_ = std::min(outermost_, kinds[f]);
    }
  }

 private:
  int deepest_ = -1;        ///< the deepest rung that a family of markers stands for
  int outermost_ = kKinds;  ///< the outermost from strategic objectives on
};

class Decoder {
 public:
  explicit Decoder(const Candidates& all) : all_(all), walker_(all) {}

  Decoding run() {
    out_.kinds.assign(all_.families.size(), kRejected);
    out_.inferred.assign(all_.families.size(), false);
    find_nested();
    assign_kinds();
    walker_.set_rungs(out_.kinds);
    search();
    return std::move(out_);
  }

 private:
  const Family& family(int f) const { return all_.families[static_cast<std::size_t>(f)]; }

  // --- rungs of families ------------------------------------------------------------------------------

  void assign_kinds() {
    std::vector<int> order;  // families by first appearance, boundaries left out
    std::vector<bool> seen(all_.families.size(), false);
    for (const Candidate& c : all_.list) {
      if (c.boundary || seen[static_cast<std::size_t>(c.family)]) continue;
      seen[static_cast<std::size_t>(c.family)] = true;
      order.push_back(c.family);
    }
    std::vector<int> flexible;
    for (const int f : order) {
      if (family(f).flexible()) {
        flexible.push_back(f);
        out_.inferred[static_cast<std::size_t>(f)] =
            (family(f).bare || family(f).generic || family(f).key.starts_with(kAddress)) && !family(f).stated;
      } else if (family(f).kinds != 0) {
        out_.kinds[static_cast<std::size_t>(f)] = static_cast<int>(family(f).preferred);
      }
    }
    if (!flexible.empty()) {
      first_guess(order);
      climb(flexible);
    }
    drop_lone_headings();
  }

  /// A form of heading names axes only where two or more of its headings stand right above an objective.
  void drop_lone_headings() {
    constexpr int kIntroduction = 6;  // lines of prose below an axis
    std::vector<int> above(all_.families.size(), 0);
    for (std::size_t i = 0; i + 1 < all_.list.size(); ++i) {
      const Candidate& c = all_.list[i];
      if (!family(c.family).heading || c.before_plan) continue;
      if (all_.list[i + 1].piece - c.piece > kIntroduction) continue;
      if (c.type < kBodyType && c.type >= all_.list[i + 1].type) continue;
      const int next = out_.kinds[static_cast<std::size_t>(all_.list[i + 1].family)];
      above[static_cast<std::size_t>(c.family)] += next == static_cast<int>(Kind::strategic_objective);
    }
    for (std::size_t f = 0; f < all_.families.size(); ++f) {
      if (all_.families[f].heading && above[f] < 2) out_.kinds[f] = kRejected;
    }
  }

  bool fixed_kind_exists(Kind kind) const {
    for (std::size_t f = 0; f < all_.families.size(); ++f) {
      const Family& other = all_.families[f];
      if (!other.flexible() && !other.heading && other.count > 0 && grammar::has_kind(other.kinds, kind))
        return true;
    }
    return false;
  }

  /// Outside-in: a family that first appears behind another stands below it, unless a fixed rung says else.
  void first_guess(const std::vector<int>& order) {
    int previous = static_cast<int>(Kind::axis);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const int f = order[i];
      if (!family(f).flexible()) {
        if (!family(f).heading && family(f).preferred > Kind::axis) {
          previous = static_cast<int>(family(f).preferred);
        }
        continue;
      }
      // What first follows it, if that is fixed, bounds it from below.
      int below = kKinds;
      for (std::size_t j = i + 1; j < order.size(); ++j) {
        if (!family(order[j]).flexible() && !family(order[j]).heading) {
          below = static_cast<int>(family(order[j]).preferred);
          break;
        }
      }
      int guess = previous + 1;
      if (guess == static_cast<int>(Kind::project)) ++guess;
      if (below < kKinds && guess >= below) guess = below - 1;
      if (below == static_cast<int>(Kind::action) && guess == static_cast<int>(Kind::project)) --guess;
      out_.kinds[static_cast<std::size_t>(f)] = nearest_allowed(f, guess);
      if (only_alternative(f)) continue;
      previous = std::max(previous, out_.kinds[static_cast<std::size_t>(f)]);
    }
  }

  /// Whether the family only ever is a second reading of another's markers (`I.` as a letter).
  bool only_alternative(int f) const {
    return std::none_of(all_.list.begin(), all_.list.end(),
                        [&](const Candidate& c) { return c.family == f && !c.is_alternative; });
  }

  int nearest_allowed(int f, int guess) const {
    for (int distance = 0; distance < kKinds; ++distance) {
      for (const int k : {guess - distance, guess + distance}) {
        if (k >= 0 && k < kKinds && grammar::has_kind(family(f).kinds, static_cast<Kind>(k))) return k;
      }
    }
    return static_cast<int>(family(f).preferred);
  }

  /// Better rungs one family at a time, then all flexible ones shifted together, until nothing helps.
  void climb(const std::vector<int>& flexible) {
    float best = walk(out_.kinds);
    tried_ = {out_.kinds};
    for (int round = 0; round < 3; ++round) {
      bool improved = false;
      for (const int f : flexible) {
        for (int k = kRejected; k < kKinds; ++k) {
          if (k != kRejected && !grammar::has_kind(family(f).kinds, static_cast<Kind>(k))) continue;
          improved |=
              try_kinds(best, [&](std::vector<int>& kinds) { kinds[static_cast<std::size_t>(f)] = k; });
        }
      }
      // All families from some rung on, shifted together.
      for (int from = 0; from < kKinds; ++from) {
        for (const int shift : {-1, 1}) {
          improved |=
              try_kinds(best, [&](std::vector<int>& kinds) { shift_from(flexible, from, shift, kinds); });
        }
      }
      if (!improved) break;
    }
  }

  void shift_from(const std::vector<int>& flexible, int from, int shift, std::vector<int>& kinds) const {
    for (const int f : flexible) {
      int& k = kinds[static_cast<std::size_t>(f)];
      if (k == kRejected || k < from) continue;
      int next = k + shift;
      if (next == static_cast<int>(Kind::project)) next += shift;
      if (next >= 0 && next < kKinds && grammar::has_kind(family(f).kinds, static_cast<Kind>(next))) k = next;
    }
  }

  template <class Change>
  bool try_kinds(float& best, Change change) {
    std::vector<int> trial = out_.kinds;
    change(trial);
    if (!tried_.insert(trial).second) return false;
    const float rating = walk(trial);
    if (rating <= best + 0.01F) return false;
    best = rating;
    out_.kinds = std::move(trial);
    return true;
  }

  /// Rating of an assignment: every candidate judged in order, each by itself.
  float walk(const std::vector<int>& kinds) {
    walker_.set_rungs(kinds);
    Path path;
    float total = 0;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      const Candidate& c = all_.list[i];
      if (c.is_alternative) continue;
      Step best = walker_.rate(static_cast<int>(i), kinds[static_cast<std::size_t>(c.family)], path);
      int chosen = static_cast<int>(i);
      for (int n = c.alternative; n >= 0; n = all_.list[static_cast<std::size_t>(n)].alternative) {
        const Candidate& other = all_.list[static_cast<std::size_t>(n)];
        const Step step = walker_.rate(n, kinds[static_cast<std::size_t>(other.family)], path);
        if (step.opening > best.opening) {
          best.opening = step.opening;
          best.kind = step.kind;
          best.verdict = step.verdict;
          chosen = n;
        }
      }
      const bool accept = best.opening > best.rejection;
      total += accept ? best.opening : best.rejection;
      walker_.apply(chosen, best, accept, path);
    }
    return total + prior(kinds);
  }

  /// Pairs of families of addresses of which the second begins with the first: `S1.O2` and `S1.O2.A3`.
  void find_nested() {
    for (std::size_t f = 0; f < all_.families.size(); ++f) {
      if (!all_.families[f].key.starts_with(kAddress)) continue;
      for (std::size_t g = 0; g < all_.families.size(); ++g) {
        if (all_.families[g].key.starts_with(all_.families[f].key + ".")) nested_.emplace_back(f, g);
      }
    }
  }

  /// Ties between assignments: rungs that the grammar names first, objectives before projects; and an address
  /// stands below those that it begins with.
  float prior(const std::vector<int>& kinds) const {
    float total = 0;
    for (const auto& [outer, inner] : nested_) {
      if (kinds[outer] != kRejected && kinds[inner] != kRejected && kinds[inner] <= kinds[outer])
        total -= 2.0F * static_cast<float>(std::min(all_.families[inner].count, 8));
    }
    for (std::size_t f = 0; f < kinds.size(); ++f) {
      const Family& fam = all_.families[f];
      if (!fam.flexible() || kinds[f] == kRejected) continue;
      if (kinds[f] == static_cast<int>(fam.preferred) && !fam.bare && !fam.generic) total += 0.3F;
      if (kinds[f] == static_cast<int>(Kind::project))
        total -= 0.6F * static_cast<float>(std::min(fam.count, 8));
      if (kinds[f] == static_cast<int>(Kind::axis))
        total -= 0.3F * static_cast<float>(std::min(fam.count, 8));
    }
    return total;
  }

  // --- the candidates -----------------------------------------------------------------------------------

  struct State {
    Path path;
    float score = 0;
    int back = -1;  ///< into history_
  };
  struct Choice {
    int back = -1;
    int candidate = -1;  ///< which reading was taken, -1 for rejection
    Kind kind = Kind::action;
    Verdict verdict = Verdict::rejected;
  };

  void search() {
    // A document of markers only (a list of numbers, a hostile file) is searched narrowly: the history must
    // fit.
    constexpr std::size_t kMany = 50000;
    const std::size_t beam_width = all_.list.size() > kMany ? 2 : 12;
    constexpr float kHopeless = 9.0F;
    std::vector<State> beam(1), next;
    std::vector<std::size_t> order;  // of `next`, best first: states are too large to be sorted themselves
    history_.reserve(all_.list.size() * 3);
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      if (all_.list[i].is_alternative) continue;
      next.clear();
      for (const State& state : beam) extend(static_cast<int>(i), state, next);
      order.resize(next.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return next[a].score != next[b].score ? next[a].score > next[b].score : a < b;
      });
      beam.clear();
      for (const std::size_t n : order) {
        const State& state = next[n];
        if (beam.size() >= beam_width || state.score < next[order.front()].score - kHopeless) break;
        const bool known =
            std::any_of(beam.begin(), beam.end(), [&](const State& s) { return s.path == state.path; });
        if (!known) beam.push_back(state);
      }
    }
    out_.decisions.assign(all_.list.size(), {});
    rate_decisions(beam.front().back);
  }

  void extend(int i, const State& state, std::vector<State>& next) {
    float rejection = 0;
    for (int reading = i; reading >= 0; reading = all_.list[static_cast<std::size_t>(reading)].alternative) {
      const Candidate& r = all_.list[static_cast<std::size_t>(reading)];
      const Step step = walker_.rate(reading, out_.kinds[static_cast<std::size_t>(r.family)], state.path);
      if (reading == i) rejection = step.rejection;
      if (step.opening <= -50) continue;
      State opened = state;
      opened.score += step.opening;
      walker_.apply(reading, step, true, opened.path);
      opened.back = remember({state.back, reading, step.kind, step.verdict});
      next.push_back(std::move(opened));
    }
    State rejected = state;
    rejected.score += rejection;
    rejected.back = remember({state.back, -1 - i, Kind::action, Verdict::rejected});
    next.push_back(std::move(rejected));
  }

  int remember(const Choice& choice) {
    history_.push_back(choice);
    return static_cast<int>(history_.size()) - 1;
  }

  /// Walks the best history again to note each verdict and how sure it was.
  void rate_decisions(int back) {
    std::vector<Choice> choices;
    for (; back >= 0; back = history_[static_cast<std::size_t>(back)].back) {
      choices.push_back(history_[static_cast<std::size_t>(back)]);
    }
    std::reverse(choices.begin(), choices.end());
    Path path;
    int fitting = 0, markers = 0;
    for (const Choice& choice : choices) {
      const int candidate = choice.candidate >= 0 ? choice.candidate : -1 - choice.candidate;
      const Candidate& c = all_.list[static_cast<std::size_t>(candidate)];
      const Step step = walker_.rate(candidate, out_.kinds[static_cast<std::size_t>(c.family)], path);
      Decision& decision = out_.decisions[static_cast<std::size_t>(candidate)];
      decision.verdict = choice.verdict;
      decision.kind = choice.kind;
      decision.margin =
          choice.verdict == Verdict::rejected ? step.rejection - step.opening : step.opening - step.rejection;
      if (choice.verdict == Verdict::opens && c.number) decision.proved = is_proved(candidate, step, path);
      if (choice.verdict != Verdict::rejected) {
        walker_.apply(candidate, step, true, path);
        if (choice.verdict != Verdict::closes) {
          ++markers;
          // What has no number only has to nest.
          fitting += step.opening > (c.number ? 1.0F : -0.5F);
        }
      }
    }
    out_.quality = markers == 0 ? 0 : static_cast<double>(fitting) / markers;
  }

  /// Whether the sequence asks for that reading of a label, and for none of the others of the same place.
  bool is_proved(int candidate, const Step& step, const Path& path) const {
    constexpr float kNear = 2.0F;
    if (!is_expected(all_, candidate, step.kind, path)) return false;
    int other = candidate;
    while (all_.list[static_cast<std::size_t>(other)].is_alternative) --other;
    for (; other >= 0; other = all_.list[static_cast<std::size_t>(other)].alternative) {
      const Candidate& c = all_.list[static_cast<std::size_t>(other)];
      if (c.number == all_.list[static_cast<std::size_t>(candidate)].number) continue;
      const int kind = out_.kinds[static_cast<std::size_t>(c.family)];
      if (walker_.rate(other, kind, path).opening > step.opening - kNear) return false;
    }
    return true;
  }

  const Candidates& all_;
  Walker walker_;
  Decoding out_;
  std::vector<Choice> history_;
  std::set<std::vector<int>> tried_;  ///< rungs of families that were rated: none is better than the best
  std::vector<std::pair<std::size_t, std::size_t>> nested_;  ///< families of addresses
};

}  // namespace

Decoding decode(const Candidates& candidates) {
  if (candidates.list.empty()) {
    Decoding empty;
    empty.kinds.assign(candidates.families.size(), kRejected);
    empty.inferred.assign(candidates.families.size(), false);
    return empty;
  }
  return Decoder(candidates).run();
}

}  // namespace pst::plan
