// From the patterns that people write in grammars to the ones that RE2 runs.
//
// Patterns are matched against the ASCII projection of a line (text::plain), without regard to accents and,
// unless the rule says `case = true`, to case. Macros stand for what every scheme needs:
//   {number}   any number: `3`, `1.2`, `2.2.3.A`, `II`, `A`, `l` (a misread 1), with `n°` before it if need
//   be {number?}  the same, or nothing {arabic} {dotted} {roman} {upper} {lower} {compound}   one style only,
//   for numbers without a word {word}     another pattern, by its name in [words]
#pragma once

#include <map>
#include <optional>
#include <string>

namespace pst::grammar {

using Words = std::map<std::string, std::string>;

/// The pattern with accents folded and macros expanded; unknown macros stay as they are (RE2 then refuses
/// them).
std::string expand(const std::string& pattern, const Words& words);

/// A cheaper pattern that matches wherever `pattern` does: group names and the inside of numbers left out.
/// For the sets, which only sift.
std::string loosen(const std::string& pattern);

/// What stands behind words wherever find_number finds a number there, and rarely elsewhere; for the sets,
/// too.
std::string loose_number();

/// The expanded words of a pattern that is words and then {number}; empty where it is anything else.
std::string words_before_number(const std::string& pattern, const Words& words);

/// The expanded pattern with a last {number} that may have any number of components; empty where a pattern
/// does not end with {number}. Wherever `pattern` matches this one does, with the same groups unless its
/// number has more components than Number::kDepth.
std::string any_depth_number(const std::string& pattern, const Words& words);

struct PatternError {
  std::string what;
  std::string advice;
  int offset = 0;  ///< characters into the pattern as written
};

/// What RE2 says against the expanded pattern, placed in the pattern as written.
std::optional<PatternError> pattern_error(const std::string& written, const std::string& expanded,
                                          const Words& words);

}  // namespace pst::grammar
