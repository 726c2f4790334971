// Who goes with whom, so that the sum of what each pair is worth is highest. Internal to the compare room.
#pragma once

#include <utility>
#include <vector>

namespace pst::compare {

/// A pair that may be formed, and what it is worth (> 0).
struct Candidate {
  int left = -1;
  int right = -1;
  double worth = 0;
};

/// The pairs of the best assignment: no left and no right twice. Candidates that hang together are solved
/// exactly (Hungarian method) up to kMostTogether of a side; beyond, the most worthy pair is taken first.
std::vector<std::pair<int, int>> assign(std::vector<Candidate> candidates);

inline constexpr std::size_t kMostTogether = 250;

}  // namespace pst::compare
