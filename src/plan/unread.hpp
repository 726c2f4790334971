// Text inside the plan that looks like nodes which were not read: lines that begin or stand like items.
#pragma once

#include <string>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/draft.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

struct Unread {
  int lines = 0;               ///< that look like nodes which were not read
  double cell_paragraphs = 0;  ///< a cell of actions: that may be actions of their own
};

/// Appends diagnostics about lines behind the first node that were read as prose, though they begin like one
/// another, stand like a heading, or stand among items like one of them.
Unread find_unread(grammar::Reader& reader, const Scan& scan, const Drafts& drafts,
                   const std::vector<std::string>& codes, std::vector<source::Diagnostic>& diagnostics);

}  // namespace pst::plan
