// Finding many expressions in a text at once, by the stems of their words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/stems.hpp"

namespace pst::compare {

/// Expressions, as lexicons write them:
///   taxi social    the stems of these words, side by side; articles and prepositions between them do not
///   count énerg*         any word that begins so =jeune         this very word, not others of its stem ONE
///   an abbreviation: written with a capital at least (ONE, O.N.E., One; not one) former .. agent  up to kGap
///   words may stand between
class Phrases {
 public:
  static constexpr int kGap = 4;

  /// Where an expression stands: indices of its words among the text's terms.
  struct Hit {
    int phrase = -1;
    std::vector<int> terms;  ///< ascending
    bool gapped = false;
  };

  /// Adds one, which hits name by the number of earlier calls that succeeded. Returns what is wrong with the
  /// expression, in French; empty where nothing is.
  std::string add(std::string_view expression, text::Stemmer& stemmer);

  /// Every expression's every place, in the order of the text.
  std::vector<Hit> find(const std::vector<text::Term>& terms) const;

  int count() const { return static_cast<int>(phrases_.size()); }
  /// Words that the expression consists of.
  int size_of(int phrase) const {
    return static_cast<int>(phrases_[static_cast<std::size_t>(phrase)].size());
  }

 private:
  struct Element {
    int id = -1;
    bool gap_before = false;
  };

  int element(const std::string& key);
  void elements_of(const text::Term& term, std::vector<int>& out) const;
  void match(int phrase, const std::vector<std::vector<int>>& elements, const std::vector<text::Term>& terms,
             std::size_t from, std::vector<Hit>& out) const;

  std::unordered_map<std::string, int> ids_;
  std::vector<std::vector<Element>> phrases_;
  std::vector<std::vector<int>> by_first_;  ///< by element: phrases that begin with it
};

/// Drops hits whose words all stand in a longer hit that is not gapped, or in a longer gapped one.
void keep_longest(std::vector<Phrases::Hit>& hits);

}  // namespace pst::compare
