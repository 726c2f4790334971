// One reading of the whole document: which candidates are markers, and which rung each family is.
//
// The families' rungs are found first (rung_climb). With the rungs fixed, a beam
// search over the candidates keeps or rejects each, so that the sequence as a whole is explained best: a
// wrapped line that begins `Action 21 …` breaks it, a skipped number does not.
#pragma once

#include <string>
#include <vector>

#include "plan/candidate.hpp"
#include "plan/walker.hpp"

namespace pst::plan {

struct Decision {
  Verdict verdict = Verdict::rejected;
  Kind kind = Kind::action;
  float margin = 0;     ///< by how much the other verdict would have been worse; small means doubtful
  bool proved = false;  ///< its label is the one that the sequence asks for, no other reading near
};

struct Decoding {
  std::vector<Decision> decisions;  ///< one a candidate
  std::vector<int> kinds;           ///< per family: its Kind, or -1 where it opens nothing
  std::vector<bool> inferred;       ///< per family: the rung was inferred, not read
  double quality = 0;               ///< 0 to 1: share of markers that fit the sequence
};

Decoding decode(const Candidates& candidates);

}  // namespace pst::plan
