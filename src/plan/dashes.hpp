// Dashes between spaces, which part a title from what stands behind it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pst::plan {

/// Where a dash begins and ends, the spaces around it included; bytes.
struct Dash {
  std::size_t begin = 0, end = 0;
};

/// The first one that begins at or behind `from`.
std::optional<Dash> find_dash(std::string_view text, std::size_t from);

/// The last one.
std::optional<Dash> find_last_dash(std::string_view text, std::size_t from);

}  // namespace pst::plan
