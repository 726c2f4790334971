// Distances between lines, and which of them is that of the lines of one paragraph.
#pragma once

#include <algorithm>
#include <vector>

namespace pst::layout {

/// The least of the distances that is no exception: a fair number of them are as large. 0 for none.
inline double least_common(std::vector<double> steps) {
  if (steps.empty()) return 0;
  constexpr double kAlike = 1.06;
  std::sort(steps.begin(), steps.end());
  const std::size_t enough = std::max<std::size_t>(2, steps.size() / 40);
  for (std::size_t i = 0; i + enough <= steps.size(); ++i) {
    if (steps[i + enough - 1] <= kAlike * steps[i]) return steps[i];
  }
  return steps[steps.size() / 10];
}

}  // namespace pst::layout
