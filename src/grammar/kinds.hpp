// The ladder of kinds: one table for rung, code segment, JSON name and French term.
// Source: the plan model, "The ladder of kinds".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pst::grammar {

/// From the outside in; the order is the ladder's, so that `<` means "stands above".
enum class Kind : std::uint8_t {
  volet,
  axis,
  strategic_objective,
  operational_objective,
  project,
  action,
  sub_action,
};

inline constexpr int kKinds = 7;

struct KindFacts {
  Kind kind;
  std::string_view json;     ///< as the model writes it
  std::string_view segment;  ///< what a code's segment begins with
  std::string_view french;   ///< for messages to people
  bool in_codes;             ///< whether its segment is part of the codes below it
};

inline constexpr std::array<KindFacts, kKinds> kLadder{{
    {Kind::volet, "volet", "V", "volet", false},
    {Kind::axis, "axis", "AX", "axe", false},
    {Kind::strategic_objective, "strategic_objective", "OS", "objectif stratégique", true},
    {Kind::operational_objective, "operational_objective", "OO", "objectif opérationnel", true},
    {Kind::project, "project", "P", "projet", true},
    {Kind::action, "action", "A", "action", true},
    {Kind::sub_action, "sub_action", "SA", "sous-action", true},
}};

constexpr const KindFacts& facts(Kind kind) {
  return kLadder[static_cast<std::size_t>(kind)];
}

/// The kind of that JSON name, if there is one.
constexpr std::optional<Kind> kind_named(std::string_view json) {
  for (const KindFacts& row : kLadder) {
    if (row.json == json) return row.kind;
  }
  return std::nullopt;
}

}  // namespace pst::grammar
