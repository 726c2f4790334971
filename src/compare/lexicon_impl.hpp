// The compiled lexicon from within: what each expression stands for. Internal to the compare room.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compare/lexicon.hpp"
#include "compare/phrases.hpp"

namespace pst::compare {

/// How an expression speaks of a theme.
enum class Tier { certain, likely, hint, never };

struct Lexicon::Impl {
  std::vector<Theme> theme_list;
  std::vector<Entity> entity_list;

  /// What an expression of `theme_phrases` says; one expression may speak of several themes.
  struct ThemeSense {
    int theme = -1;
    Tier tier = Tier::hint;
  };
  std::vector<double> theme_weights;  ///< by theme
  Phrases theme_phrases;
  std::vector<ThemeSense> theme_senses;  ///< by phrase

  Phrases entity_phrases;
  std::vector<int> entity_of;                   ///< by phrase
  std::vector<std::vector<int>> entity_themes;  ///< by entity: themes that its mention hints at

  /// Concepts, verbs and genre words: what wordings are compared by.
  struct Concept {
    std::string id;
    double weight = 0;  ///< 0 to 5
    bool verb = false;
    bool genre = false;
  };
  std::vector<Concept> concepts;
  Phrases concept_phrases;
  std::vector<int> concept_of;  ///< by phrase
};

}  // namespace pst::compare
