// Elided articles and pronouns that OCR spoils: I'action, |'utilisation, 'ensemble, d’'une.
#pragma once

#include <string>
#include <string_view>

#include "text/lexicon.hpp"

namespace pst::text {

/// The text with its elisions mended; the kind of apostrophe stays. A lost l ('ensemble) is only put back
/// where no quotation is open and the dictionary knows the word, or a preposition before it leaves no doubt.
std::string mend_elisions(std::string_view text, const Lexicon& lexicon);

/// How many elisions the text has that no one types: I'action, |'action, d’'une.
int count_spoilt_elisions(std::string_view text);

/// The words that lose their last vowel before an apostrophe (l, d, qu, jusqu …), in lower case.
bool is_elided(std::string_view word);

}  // namespace pst::text
