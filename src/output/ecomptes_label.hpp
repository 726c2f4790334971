// Labels of elements (`Libelle`): a number as iA.PST writes it, then the wording. Internal to the output
// room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/ecomptes_document.hpp"
#include "output/ecomptes_notes.hpp"

namespace pst::output {

/// `OS.1 - Un service efficace`, cut at a word where the format's length ends.
std::string label_of(const plan::Node& node, const std::string& numbers);

/// The wording behind the number of a label that label_of has made, given the node's notes.
std::string title_in(const std::string& libelle, const Notes& notes, plan::Kind kind);

/// The number that another program put in front of a label: `OO.12 - …`, `A.3 - SA.1 - …`.
struct Numbered {
  plan::Kind kind;
  std::string label;   ///< `SA.1`, the last one
  std::string number;  ///< `1`
  std::string above;   ///< `3` of `A.3 - SA.1`; empty where there is one number only
  std::string title;
};
std::optional<Numbered> read_numbered(std::string_view libelle, Rung rung);

}  // namespace pst::output
