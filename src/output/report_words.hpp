// What the workbook and the mail summary say, in French and in English. Internal to the output room. The page
// has its own words, beside its script.
#pragma once

#include <string>
#include <string_view>

#include "compare/comparison.hpp"
#include "output/language.hpp"

namespace pst::output {

/// A text in both languages; `in` gives the one that is wanted.
struct Bilingual {
  std::string_view french;
  std::string_view english;

  std::string in(Language language) const {
    return std::string(language == Language::french ? french : english);
  }
};

/// `Objectif stratégique`
std::string kind_word(plan::Kind kind, Language language);
/// `Objectifs stratégiques`
std::string kind_words(plan::Kind kind, Language language);
/// A value of `priority`, `status` or `recurrence` in words; the value itself where there are none.
std::string value_word(const std::string& value, Language language);
std::string note_word(compare::QualityNote::What what, Language language);
std::string entity_word(compare::EntityKind kind, Language language);
std::string theme_word(const compare::Theme& theme, Language language);

/// `2019-2024`, `2021`, or nothing.
std::string years_of(const std::optional<plan::Period>& period);
/// `12 345`: with a narrow no-break space for each thousand in French, a comma in English.
std::string grouped(long long number, Language language);
/// `37 %`
std::string percent_of(double share, Language language);

}  // namespace pst::output
