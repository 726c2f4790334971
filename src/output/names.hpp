// The words by which the model's enumerations are written. Internal to the output room.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "plan/kinds.hpp"
#include "source/place.hpp"

namespace pst::output {

inline constexpr std::array<std::pair<source::About, std::string_view>, 2> kAboutNames{{
    {source::About::plan, "plan"},
    {source::About::reading, "reading"},
}};

inline constexpr std::array<std::pair<source::Severity, std::string_view>, 3> kSeverityNames{{
    {source::Severity::info, "info"},
    {source::Severity::warning, "warning"},
    {source::Severity::error, "error"},
}};

constexpr std::string_view name_of(plan::Kind kind) {
  return plan::facts(kind).json;
}
constexpr std::string_view name_of(source::About about) {
  return kAboutNames[static_cast<std::size_t>(about)].second;
}
constexpr std::string_view name_of(source::Severity severity) {
  return kSeverityNames[static_cast<std::size_t>(severity)].second;
}

/// Sets `out` to the value of that name; false where there is none.
inline bool from_name(std::string_view name, plan::Kind& out) {
  const auto kind = plan::kind_named(name);
  if (kind) out = *kind;
  return kind.has_value();
}
template <class Names, class Value>
bool from_table(const Names& names, std::string_view name, Value& out) {
  for (const auto& [value, word] : names) {
    if (word == name) {
      out = value;
      return true;
    }
  }
  return false;
}
inline bool from_name(std::string_view name, source::About& out) {
  return from_table(kAboutNames, name, out);
}
inline bool from_name(std::string_view name, source::Severity& out) {
  return from_table(kSeverityNames, name, out);
}

}  // namespace pst::output
