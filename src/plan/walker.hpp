// One step of the reading: what taking a candidate for a node is worth at a point of the document, against
// leaving it as plain text, and what is open once that is settled.
#pragma once

#include <cstdint>
#include <vector>

#include "plan/candidate.hpp"
#include "plan/sequence.hpp"

namespace pst::plan {

enum class Verdict : std::uint8_t { rejected, opens, reopens, closes };

inline constexpr int kRejected = -1;  ///< the rung of a family that opens nothing

/// One step over one candidate: the ratings of both verdicts, and what the path becomes.
struct Step {
  float opening = 0, rejection = 0;
  Kind kind = Kind::action;
  Verdict verdict = Verdict::rejected;
};

class Walker {
 public:
  explicit Walker(const Candidates& all) : all_(all) {}

  /// The rungs that families of two markers and more stand for; one a family, kRejected for none.
  void set_rungs(const std::vector<int>& kinds);

  /// Rating of taking candidate `i` for a node of the family's rung; the path is left as it is.
  Step rate(int i, int kind, const Path& path) const;

  /// What the path becomes once the candidate is accepted with that verdict.
  void accept(int i, const Step& step, Path& path) const;

 private:
  float childless_penalty(Kind kind, const Path& path) const;
  bool reopens(int i, Kind kind, const Path& path) const;

  const Candidates& all_;
  int deepest_ = -1;        ///< the deepest rung that a family of markers stands for
  int outermost_ = kKinds;  ///< the outermost from strategic objectives on
};

}  // namespace pst::plan
