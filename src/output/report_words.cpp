#include "output/report_words.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace pst::output {

namespace {

struct KindWords {
  Bilingual one;
  Bilingual many;
};

constexpr std::array<KindWords, plan::kKinds> kKindWords{{
    {{"Volet", "Volet"}, {"Volets", "Volets"}},
    {{"Axe", "Axis"}, {"Axes", "Axes"}},
    {{"Objectif stratégique", "Strategic objective"}, {"Objectifs stratégiques", "Strategic objectives"}},
    {{"Objectif opérationnel", "Operational objective"},
     {"Objectifs opérationnels", "Operational objectives"}},
    {{"Projet", "Project"}, {"Projets", "Projects"}},
    {{"Action", "Action"}, {"Actions", "Actions"}},
    {{"Sous-action", "Sub-action"}, {"Sous-actions", "Sub-actions"}},
}};

constexpr std::array<std::pair<std::string_view, Bilingual>, 15> kValueWords{{
    {"high", {"élevée", "high"}},
    {"medium", {"moyenne", "medium"}},
    {"low", {"basse", "low"}},
    {"not_started", {"à démarrer", "not started"}},
    {"in_progress", {"en cours", "in progress"}},
    {"waiting", {"en attente", "waiting"}},
    {"blocked", {"bloqué", "blocked"}},
    {"completed", {"réalisé", "completed"}},
    {"cancelled", {"abandonné", "cancelled"}},
    {"daily", {"chaque jour", "daily"}},
    {"weekly", {"chaque semaine", "weekly"}},
    {"monthly", {"chaque mois", "monthly"}},
    {"quarterly", {"chaque trimestre", "quarterly"}},
    {"half_yearly", {"chaque semestre", "twice a year"}},
    {"yearly", {"chaque année", "yearly"}},
}};

constexpr std::array<Bilingual, 6> kNoteWords{{
    {"saut de numérotation", "numbering gap"},
    {"contradiction", "contradiction"},
    {"intitulé vide", "empty title"},
    {"sans mesure", "without measure"},
    {"doute de lecture", "doubtful reading"},
    {"remarque", "remark"},
}};

constexpr std::array<Bilingual, 5> kEntityWords{{
    {"partenaire", "partner"},
    {"programme", "programme"},
    {"fonds", "fund"},
    {"réseau", "network"},
    {"service", "service"},
}};

}  // namespace

std::string kind_word(plan::Kind kind, Language language) {
  return kKindWords[static_cast<std::size_t>(kind)].one.in(language);
}

std::string kind_words(plan::Kind kind, Language language) {
  return kKindWords[static_cast<std::size_t>(kind)].many.in(language);
}

std::string value_word(const std::string& value, Language language) {
  for (const auto& [name, words] : kValueWords) {
    if (name == value) return words.in(language);
  }
  return value;
}

std::string note_word(compare::QualityNote::What what, Language language) {
  return kNoteWords[static_cast<std::size_t>(what)].in(language);
}

std::string entity_word(compare::EntityKind kind, Language language) {
  return kEntityWords[static_cast<std::size_t>(kind)].in(language);
}

std::string theme_word(const compare::Theme& theme, Language language) {
  return language == Language::english && !theme.label_en.empty() ? theme.label_en : theme.label;
}

std::string years_of(const std::optional<plan::Period>& period) {
  if (!period) return {};
  const std::string start = period->start ? std::to_string(*period->start) : "…";
  const std::string end = period->end ? std::to_string(*period->end) : "…";
  return start == end ? start : start + "-" + end;
}

std::string grouped(long long number, Language language) {
  std::string digits = std::to_string(number);
  const std::string separator = language == Language::french ? "\u202F" : ",";
  const std::size_t first = digits[0] == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, separator);
  return digits;
}

std::string percent_of(double share, Language language) {
  return std::to_string(std::lround(100 * share)) + (language == Language::french ? "\u202F%" : "%");
}

}  // namespace pst::output
