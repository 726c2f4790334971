// The 262 municipalities of Wallonia with their INS codes. Source: Statbel, REFNIS
// (data/communes-wallonie.csv).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pst::plan {

struct Municipality {
  std::string ins;   ///< INS (NIS) code in force
  std::string name;  ///< as Statbel writes it
};

/// The municipality of that name: case, accents and hyphens do not count, and one letter may be missing,
/// wrong or doubled in a name of six letters or more (`ASSESE`), where only one municipality is that near.
std::optional<Municipality> find_municipality(std::string_view name);

/// The municipality that had that INS code, now or before a merger.
std::optional<Municipality> municipality_with_ins(std::string_view ins);

/// The longest run of leading words that names a municipality exactly (`Braine-le-Comte et ses partenaires`).
std::optional<Municipality> leading_municipality(std::string_view text);

}  // namespace pst::plan
