// The right spelling of one misread word, where there is no doubt about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.hpp"

namespace pst::text {

struct Respelling {
  std::optional<std::string> word;   ///< the one spelling that it must have been
  std::vector<std::string> choices;  ///< where several would do, so that none was chosen: those
};

/// Undoes what OCR does to French words that the dictionary does not know: accents lost or wrong (controle,
/// plutét), œ read as `ce` or taken apart (ceuvre, oeuvre), rn for m and the other way (intemet), c for e
/// whose bar the copy lost (recucil), digits, bars and capital I for letters (c6té, p|an, socIal). The
/// circumflex on i and u is never put back: today's spelling goes without. A word as it should be, in lower
/// case but for its first letter, has neither.
Respelling respell(const Lexicon& lexicon, std::string_view word);

}  // namespace pst::text
