// The words by which the comparison's enumerations are written. Internal to the output room.
#pragma once

#include <array>
#include <string_view>

#include "compare/comparison.hpp"

namespace pst::output {

constexpr std::string_view name_of(compare::EntityKind kind) {
  constexpr std::array<std::string_view, 5> names{"partner", "programme", "fund", "network", "service"};
  return names[static_cast<std::size_t>(kind)];
}

constexpr std::string_view name_of(compare::QualityNote::What what) {
  constexpr std::array<std::string_view, 6> names{"numbering_gap", "contradiction", "empty_title",
                                                  "childless",     "doubt",         "other"};
  return names[static_cast<std::size_t>(what)];
}

}  // namespace pst::output
