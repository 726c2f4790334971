// The statuses of the exchange format and those of the model. Internal to the output room.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pst::output {

/// `RemarqueStatut` where the plan states no status and the format wants one.
inline constexpr const char* kNoStatus = "Statut non indiqué dans le plan";
inline constexpr const char* kNeutralStatus = "NON_COMMENCE";

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kStatuses{{
    {"not_started", kNeutralStatus},
    {"in_progress", "EN_COURS"},
    {"waiting", "EN_ATTENTE"},
    {"blocked", "PROBLEME"},
    {"completed", "TERMINE"},
    {"cancelled", "ANNULE_ABANDONNE"},
}};

/// The format's word for a status of the model.
inline std::string status_word(std::string_view value) {
  for (const auto& [ours, theirs] : kStatuses) {
    if (ours == value) return std::string(theirs);
  }
  return kNeutralStatus;
}

/// The model's status for a word of the format.
inline std::optional<std::string> status_value(std::string_view word) {
  for (const auto& [ours, theirs] : kStatuses) {
    if (theirs == word) return std::string(ours);
  }
  return std::nullopt;
}

}  // namespace pst::output
