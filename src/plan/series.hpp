// Nodes that are numbered in one series: of one kind, and of one form of label.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "plan/draft.hpp"

namespace pst::plan {

struct Series {
  std::vector<std::size_t> of;  ///< per node; 0 where it has no number
  std::size_t count = 1;
};

Series find_series(const Drafts& drafts);

/// What a number says about the place of its node: nothing; that it is the first below its parent, or goes on
/// behind the last of its kind; that it is the next after its sibling. One of several parts must begin with
/// its parent's.
enum class Standing : std::uint8_t { unproved, opens, follows };

std::vector<Standing> find_standings(const Drafts& drafts);

}  // namespace pst::plan
