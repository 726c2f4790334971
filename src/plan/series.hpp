// Nodes that are numbered in one series: of one kind, and of one form of label.
#pragma once

#include <cstddef>
#include <vector>

#include "plan/draft.hpp"

namespace pst::plan {

struct Series {
  std::vector<std::size_t> of;  ///< per node; 0 where it has no number
  std::size_t count = 1;
};

Series find_series(const Drafts& drafts);

}  // namespace pst::plan
