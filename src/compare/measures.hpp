// Nodes as weighted features, and how alike two of them are. Internal to the compare room.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/comparison.hpp"

namespace pst::compare {

/// A concept of the lexicon, or a stem that it does not know.
struct Feature {
  int id = -1;
  float weight = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes in the title, where the node's own words say it
};

/// What a node is compared by.
struct Measure {
  std::vector<Feature> own;                ///< of its words, by id
  std::vector<Feature> all;                ///< with its ancestors' concepts, by id
  std::vector<Feature> themes;             ///< by theme
  std::array<std::uint64_t, 8> letters{};  ///< runs of three letters of its folded title, hashed to bits
  float own_norm = 0, all_norm = 0, theme_norm = 0;
  plan::Kind kind = plan::Kind::action;
  int plan = -1;

  bool empty() const { return own.empty(); }
};

/// One for each node; those that are not compared are empty. `order` has every node once, in an order that
/// does not depend on that of the plans: so the sums come out the same to the last bit.
std::vector<Measure> measures_of(const std::vector<NodeEntry>& nodes, const std::vector<int>& order,
                                 const Lexicon& lexicon, int jobs);

/// What likeness is made of, each 0 to 1.
struct Likeness {
  double words = 0;    ///< cosine of what the nodes say
  double covered = 0;  ///< how much of the shorter one the other says too
  double context = 0;  ///< cosine with the ancestors' concepts
  double themes = 0;   ///< cosine of their themes
  double letters = 0;  ///< share of runs of three letters in common
  double shared = 0;   ///< how much is shared, in weight: 1 for one telling concept or more
  double kinds = 0;    ///< 1 for kinds on the same rung, less the further apart
};

Likeness likeness(const Measure& a, const Measure& b);

/// The parts as one score, 0 to 1; symmetric.
double score(const Likeness& parts);
double score(const Measure& a, const Measure& b);

/// What `a` and `b` share, as `a` writes it in `title`, most telling first.
std::vector<std::string> shared_words(const Measure& a, const Measure& b, std::string_view title,
                                      std::size_t most);

/// The most telling words of a node, as written.
std::vector<std::string> telling_words(const Measure& a, std::string_view title, std::size_t most);

}  // namespace pst::compare
