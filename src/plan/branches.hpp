// Nodes with all that stands below them.
#pragma once

#include <cstddef>
#include <vector>

#include "plan/draft.hpp"

namespace pst::plan {

/// Per node: its lines and those of all below it.
inline std::vector<source::Span> branch_spans(const Drafts& drafts) {
  std::vector<source::Span> out;
  out.reserve(drafts.nodes.size());
  for (const Draft& draft : drafts.nodes) out.push_back(draft.span);
  for (std::size_t n = drafts.nodes.size(); n-- > 0;) {
    const int parent = drafts.nodes[n].parent;
    if (parent >= 0) out[static_cast<std::size_t>(parent)].unite(out[n]);
  }
  return out;
}

}  // namespace pst::plan
