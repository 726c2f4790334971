// Which themes a node speaks of, and by which words. Internal to the compare room.
#pragma once

#include <vector>

#include "compare/comparison.hpp"
#include "compare/wording.hpp"

namespace pst::compare {

/// What a node's own words say, before its ancestors are asked.
struct OwnThemes {
  std::vector<double> score;                    ///< by theme
  std::vector<std::vector<Evidence>> evidence;  ///< by theme
  double best = 0;                              ///< highest score
};

OwnThemes own_themes(const std::vector<Wording>& wordings, int node, const Lexicon& lexicon);

/// Sets the themes of every node: its own words, those of its ancestors with less weight, those of what
/// stands below it where its own say little. `own` by node.
void assign_themes(std::vector<NodeEntry>& nodes, const std::vector<OwnThemes>& own, const Lexicon& lexicon);

/// Partners and programmes that the words name, by place.
std::vector<Mention> mentions_of(const std::vector<Wording>& wordings, const Lexicon& lexicon);

}  // namespace pst::compare
