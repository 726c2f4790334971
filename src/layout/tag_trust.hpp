// Whether the tags of a document say what its pages show.
#pragma once

#include <vector>

#include "layout/metrics.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// What of the tags may be used. A tool that tags every line as a paragraph, or everything as a heading, says
/// nothing.
struct TagTrust {
  bool paragraphs = false;  ///< another block is another paragraph
  bool headings = false;
};

TagTrust judge_tags(const Tags& tags, const std::vector<PlacedPage>& pages,
                    const std::vector<PageRegions>& regions, const Metrics& metrics);

}  // namespace pst::layout
