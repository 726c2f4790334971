#include "plan/rung_climb.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "plan/walker.hpp"

namespace pst::plan {
namespace {

class Climber {
 public:
  explicit Climber(const Candidates& all) : all_(all), walker_(all) {}

  Rungs run() {
    out_.kinds.assign(all_.families.size(), kRejected);
    out_.inferred.assign(all_.families.size(), false);
    find_nested();
    assign_kinds();
    return std::move(out_);
  }

 private:
  const Family& family(int f) const { return all_.families[static_cast<std::size_t>(f)]; }

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
      if (accept) walker_.accept(chosen, best, path);
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

  const Candidates& all_;
  Walker walker_;
  Rungs out_;
  std::set<std::vector<int>> tried_;  ///< assignments that were rated: none is better than the best
  std::vector<std::pair<std::size_t, std::size_t>> nested_;  ///< families of addresses
};

}  // namespace

Rungs climb_rungs(const Candidates& candidates) {
  return Climber(candidates).run();
}

}  // namespace pst::plan
