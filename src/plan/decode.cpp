#include "plan/decode.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "plan/rung_climb.hpp"
#include "plan/sequence.hpp"

namespace pst::plan {
namespace {

class Decoder {
 public:
  explicit Decoder(const Candidates& all) : all_(all), walker_(all) {}

  Decoding run() {
    Rungs rungs = climb_rungs(all_);
    out_.kinds = std::move(rungs.kinds);
    out_.inferred = std::move(rungs.inferred);
    walker_.set_rungs(out_.kinds);
    search();
    return std::move(out_);
  }

 private:
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
      walker_.accept(reading, step, opened.path);
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
        walker_.accept(candidate, step, path);
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
