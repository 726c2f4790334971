// What the beginning of a recognised line may have said before its label was misread: dots lost in its number
// (`12` for `1.2`), figures taken for letters and letters for figures (`OSI`, `0012`, `IL.1`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::plan {

/// A line with another beginning; from `original_head` on the line given is the same as this from `head` on.
struct Rereading {
  std::string text;
  std::size_t head = 0, original_head = 0;
  float doubt = 0;  ///< rating that it costs: what changes a number costs more than what changes its signs
};

/// The readings of a line's first words that are worth asking the grammars about, likeliest first; none where
/// they hold nothing that could be a number.
std::vector<Rereading> rereadings(std::string_view line);

/// Whether the line begins with a label that nobody types: letters among the figures of its number
/// (`0.0.1L`, `O.S.L.`, `OS L`), a figure beside its like letter (`O0 1.1`).
bool has_misread_label(std::string_view line);

}  // namespace pst::plan
