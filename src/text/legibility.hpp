// Whether the words of a page are French, or what a broken text layer makes of them.
#pragma once

#include <string_view>
#include <vector>

#include "text/repair.hpp"

namespace pst::text {

/// Words of a page, counted. Only words of three letters or more are: shorter ones are hit by chance.
struct Legibility {
  int words = 0;
  int known = 0;  ///< to the French dictionary

  /// Of the words, those that are known; 1 where there are none.
  double known_share() const;

  /// What a reading is worth: a word read wrong does harm, but less than one read right does good.
  double worth() const { return known - 0.5 * (words - known); }
};

/// Looks every word up.
Legibility judge(const std::vector<std::string_view>& words, const Repairer& french);

/// Of all characters, those that mean nothing: U+FFFD, private use, controls.
double unmapped_share(const std::vector<std::string_view>& words);

/// Whether the words are French beyond doubt: hardly a character without a meaning, and small words (de, la,
/// les …) as frequent as they are in French. Needs no dictionary; false says nothing.
bool plainly_french(const std::vector<std::string_view>& words);

}  // namespace pst::text
