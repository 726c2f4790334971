// Whether the tags of a document say what its pages show.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "layout/metrics.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// What of the tags may be used. A tool that tags every line as a paragraph, or everything as a heading, says
/// nothing.
struct TagTrust {
  static constexpr std::size_t kLevels = 7;  ///< six, and 0 for none

  bool paragraphs = false;    ///< another block is another paragraph
  bool contradicted = false;  ///< …were it not that blocks part sentences
  bool headings = false;
  bool lists = false;  ///< which list an item is of, and how deep that one lies

  /// The level of a heading whose type is of the level `size` (0: the body's) and which the tags give the
  /// level `tag` (0: none). Larger type is a higher level, whatever the tags say; they part headings of one
  /// type.
  std::int8_t heading(int size, int tag) const;

  /// The levels that the document has, by that of the type and that of the tags; 0 where it has none such.
  std::array<std::array<std::int8_t, kLevels>, kLevels> levels{};
};

TagTrust judge_tags(const Tags& tags, const std::vector<PlacedPage>& pages,
                    const std::vector<PageRegions>& regions, const Metrics& metrics);

}  // namespace pst::layout
