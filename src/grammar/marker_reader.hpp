// What a line's first words, or words within it, are as a marker: label, number, and where the wording
// begins. Internal to the grammar room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/compiled.hpp"
#include "grammar/projected.hpp"
#include "grammar/reader.hpp"

namespace pst::grammar {

/// Signs of a text in which its beginning is found; RE2's work grows with what it is given.
inline constexpr std::size_t kHead = 120;

/// Whether the character is a space of the projection.
inline bool is_space(char c) {
  return c == ' ' || c == '\t';
}

/// Reads the markers of one text. Keeps references to the library, the text and its projection.
class MarkerReader {
 public:
  MarkerReader(const Library& library, std::string_view text, const Projection& plain)
      : library_(library), text_(text), plain_(plain), ascii_(plain.ascii) {}

  /// Where the parts of a match stand in the projection.
  struct Parts {
    std::size_t begin = 0, end = 0;          ///< label
    std::size_t number = 0, number_end = 0;  ///< equal where it has none
    std::size_t word = 0, word_end = 0;
    bool code = false;  ///< the number is an address of letters and numbers
  };

  /// The marker's words and number from `from` on, if they stand there.
  std::optional<Parts> at_start(const Compiled<MarkerRule>& marker, std::size_t from) const;

  /// The next such match inside the text at or behind `from`.
  std::optional<Parts> inside(const Compiled<MarkerRule>& marker, std::size_t& from) const;

  /// A number of several components is a label behind a list sign too: `• 2.1.1. Vérifier …`, `- B1.2. …`.
  void add_numbered_item(std::size_t from, std::vector<MarkerMatch>& out) const;

  /// The candidate that such a match is, or nothing where what surrounds it speaks against a marker.
  std::optional<MarkerMatch> candidate(int index, const Parts& parts) const;

 private:
  std::size_t behind_total(std::size_t at, const std::optional<Number>& number) const;
  std::optional<Parts> with_number(std::size_t begin, std::size_t words_end) const;
  static Parts from_groups(const Groups& groups, std::size_t offset);
  bool is_letter_at(std::size_t at) const;

  /// `Action à mener` and `Projet d'école` hold no number: a letter is one only where punctuation says so.
  bool letter_is_number(std::size_t at, const MarkerMatch& match) const;

  /// Skips the label said again in brackets: `Objectif stratégique 1 :(O.S.1)`.
  void skip_echo(const MarkerRule& rule, MarkerMatch& match) const;

  const Library& library_;
  std::string_view text_;
  const Projection& plain_;
  std::string_view ascii_;
};

}  // namespace pst::grammar
