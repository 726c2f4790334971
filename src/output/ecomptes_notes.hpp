// What the exchange format has no element for: the first lines of a description, `Clé : valeur` each, with an
// empty line behind them. People read them in eComptes; an import reads them back. Internal to the output
// room.
//
//   Code : OS1-OO2-A3
//   Repère : Action 1.2.3
//   Priorité : élevée
//   Budget : 15000 EUR, exercice 2021, source : RW
//   • Public cible : les aînés
//
//   Ce que le plan dit en prose.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/model.hpp"

namespace pst::output {

struct Notes {
  std::string title;               ///< only where the label of the element does not say it whole
  std::string code;                ///< never empty
  std::optional<plan::Kind> kind;  ///< only where it is not the one that the element stands for
  std::optional<std::string> label;
  std::optional<std::string> number;
  std::optional<std::string> title_raw;
  plan::Attributes attributes;      ///< those that no element holds
  std::vector<plan::Field> fields;  ///< likewise
  std::vector<Notes> axis;          ///< the axis that the node stands below: none or one
  std::string prose;                ///< the description proper
};

/// The description. Reading it gives the same notes, as long as codes are codes and texts have neither line
/// breaks within field names nor white space at their ends.
std::string to_description(const Notes& notes);

/// The notes of such a description; none where it does not begin with any, and all is prose.
std::optional<Notes> read_notes(std::string_view description);

}  // namespace pst::output
