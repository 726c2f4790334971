// Two plans, or two editions of one: what stayed, what changed, what went and what came.
#pragma once

#include <string>
#include <vector>

#include "compare/comparison.hpp"

namespace pst::compare {

/// What became of a node of the earlier plan, or where a node of the later one comes from.
enum class Change {
  kept,      ///< same wording, same place
  moved,     ///< same wording below another parent
  reworded,  ///< the same measure in other words; Step::moved tells whether the place changed too
  split,     ///< one before, two or more after that cover it
  dropped,   ///< only before
  added,     ///< only after
};

/// A run of words that both wordings have, or only one.
struct WordRun {
  enum class In { both, before, after };
  In in = In::both;
  std::string text;  ///< words with a space between them
};

/// An attribute that is not stated as before; empty where it is not stated.
struct AttributeChange {
  std::string attribute;  ///< as the model names it: priority, status, period …
  std::string before;
  std::string after;
};

/// One change.
struct Step {
  Change change = Change::kept;
  std::vector<int> before;     ///< into Difference::before, one at most
  std::vector<int> after;      ///< into Difference::after; several for a split
  double likeness = 0;         ///< 0 to 1; 1 for the same wording
  bool moved = false;          ///< its parent is not the earlier parent's counterpart
  bool renumbered = false;     ///< its code is another
  std::vector<WordRun> words;  ///< for a reworded node: the later wording with what changed
  std::vector<AttributeChange> attributes;
  bool advanced = false;  ///< its status went forward
};

/// Numbers of steps of each kind.
struct DifferenceCounts {
  int kept = 0, moved = 0, reworded = 0, split = 0, dropped = 0, added = 0;
  int advanced = 0;  ///< whose status went forward
  int renumbered = 0;
};

struct Difference {
  PlanEntry before_plan, after_plan;
  std::vector<NodeEntry> before, after;  ///< the plans' nodes in document order; their indices are into these
  std::vector<Step> steps;               ///< in the order of the later plan, each dropped node where it stood
  DifferenceCounts counts;
};

/// Compares two plans node by node. Every node stands in exactly one step.
Difference difference(NamedPlan before, NamedPlan after, const Lexicon& lexicon);

/// The words that two wordings share and do not share, in reading order.
std::vector<WordRun> mark_words(std::string_view before, std::string_view after);

}  // namespace pst::compare
