// The French words for the model's values, both ways. Internal to the output room.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace pst::output {

struct Word {
  std::string_view value;
  std::string_view french;
};

inline constexpr std::array kWords{
    Word{"high", "priorité élevée"},
    Word{"medium", "priorité moyenne"},
    Word{"low", "priorité basse"},
    Word{"not_started", "à démarrer"},
    Word{"in_progress", "en cours"},
    Word{"waiting", "en attente"},
    Word{"blocked", "bloqué"},
    Word{"completed", "réalisé"},
    Word{"cancelled", "abandonné"},
    Word{"daily", "chaque jour"},
    Word{"weekly", "chaque semaine"},
    Word{"monthly", "chaque mois"},
    Word{"quarterly", "chaque trimestre"},
    Word{"half_yearly", "chaque semestre"},
    Word{"yearly", "chaque année"},
};

/// The word for a value; the value itself where there is none.
inline std::string french(const std::string& value) {
  for (const Word& word : kWords) {
    if (word.value == value) return std::string(word.french);
  }
  return value;
}

/// The value for a word; the word itself where there is none.
inline std::string value_of(const std::string& french) {
  for (const Word& word : kWords) {
    if (word.french == french) return std::string(word.value);
  }
  return french;
}

}  // namespace pst::output
