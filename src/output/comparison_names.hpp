// The words by which a comparison's enumerations are written. Internal to the output room.
#pragma once

#include <string_view>

#include "compare/comparison.hpp"

namespace pst::output {

constexpr std::string_view name_of_place(compare::Evidence::Where where) {
  constexpr std::string_view kNames[] = {"title", "description", "field", "ancestor"};
  return kNames[static_cast<std::size_t>(where)];
}
constexpr std::string_view name_of_entity(compare::EntityKind kind) {
  constexpr std::string_view kNames[] = {"partner", "programme", "fund", "network", "service"};
  return kNames[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name_of_note(compare::QualityNote::What what) {
  constexpr std::string_view kNames[] = {"numbering_gap", "contradiction", "empty_title",
                                         "childless",     "doubt",         "other"};
  return kNames[static_cast<std::size_t>(what)];
}

}  // namespace pst::output
