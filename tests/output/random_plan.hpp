// Plans that no one would write: any tree the ladder admits, wordings that look like an exchange's own marks.
#pragma once

#include "plan/model.hpp"

namespace pst::test {

/// The plan of that number: the same every time, sound (validate finds nothing), up to some sixty nodes.
plan::Plan random_plan(unsigned number);

}  // namespace pst::test
