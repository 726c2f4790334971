// Closed lists whose options have boxes: `☐ à démarrer ☒ en cours`, `( ) faible (X) forte`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pst::text {

/// Whether the sign is drawn as a box or a circle, ticked or not. Squares and circles are list signs, too.
bool is_box(std::uint32_t code_point);

struct Choice {
  std::size_t begin = 0;                  ///< of the list: what stands before introduces it
  std::vector<std::string_view> options;  ///< all of them
  std::vector<std::string_view> ticked;
};

/// The options of a closed list, each behind its box, or each before it where the text ends with a box. A
/// lone box must be one beyond doubt, and signs that lists have must be of both sorts, filled and empty.
/// Nothing where the text is no such list.
std::optional<Choice> read_choice(std::string_view text);

}  // namespace pst::text
