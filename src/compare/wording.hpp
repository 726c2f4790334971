// The words of the nodes, stemmed once for all that looks at them. Internal to the compare room.
#pragma once

#include <string>
#include <vector>

#include "compare/comparison.hpp"
#include "text/stems.hpp"

namespace pst::compare {

/// One text of a node.
struct Wording {
  Evidence::Where where = Evidence::Where::title;
  std::string_view text;  ///< lives in the node
  std::vector<text::Term> terms;
  std::vector<double> stress;  ///< by term, 0 to 1: less in brackets and behind `en collaboration avec`
};

/// The title alone, which must not be empty.
Wording title_of(const NodeEntry& node, text::Stemmer& stemmer);

/// Title first, then description and fields; nothing for what is empty.
std::vector<Wording> wordings_of(const NodeEntry& node, text::Stemmer& stemmer);

}  // namespace pst::compare
