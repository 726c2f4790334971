// Undoing Flate within bounds.
#pragma once

#include <string>
#include <string_view>

#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

/// Appends what `packed` expands to. A damaged or cut stream gives what came before the damage, and the
/// answer is false; throws LimitError where the result grows too large.
bool inflate(std::string_view packed, std::string& out, Budget& budget);

/// How many bytes `packed` expands to, at most `limit`.
std::size_t inflated_size(std::string_view packed, std::size_t limit);

}  // namespace pst::source::pdf
