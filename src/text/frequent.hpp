// Very frequent French words and the shapes in which OCR returns them. They are the telltales of OCR, and the
// repairs that need no dictionary.
#pragma once

#include <string_view>

namespace pst::text {

struct Misreading {
  std::string_view right;  ///< the word that stood on paper; empty where the word is no known misreading
  bool telltale = false;   ///< no one types this: an accent was misread, not forgotten
};

/// What a lower-case word must have been. No misreading in the table is itself a French word.
Misreading frequent_misreading(std::string_view word);

}  // namespace pst::text
