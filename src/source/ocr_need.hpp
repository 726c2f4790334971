// Which pages are to be read from their image: told from their text layer and what they paint.
#pragma once

#include <string>
#include <vector>

#include "source/document.hpp"
#include "source/page_survey.hpp"
#include "text/legibility.hpp"

namespace pst::source {

/// A page's words, the pieces of each put together; artifacts and running text alike.
struct PlacedWord {
  std::string text;
  Box box;  ///< empty where the page's runs have none
};
std::vector<PlacedWord> placed_words(const Page& page);

/// Their texts alone.
std::vector<std::string> words_of(const Page& page);

/// Whether the page's text is mostly invisible: someone else's OCR, as a rule, behind a scan.
bool is_behind(const Page& page);

/// What a page's text layer is like.
enum class Layer {
  behind,  ///< invisible, and French as far as its words go; its numbers and signs may still be wrong
  sound,   ///< French, or too little to tell and no reason for doubt
  thin,    ///< next to nothing; a page of a few words, or an image with a stamp on it
  empty,
  poor,  ///< meaningless characters, or words that are not French
};

/// `french` is asked only where the words are not plainly French.
Layer layer_of(const Page& page, const text::Repairer& french);

/// Whether an image of the page may say more than its layer.
bool worth_reading(Layer layer, const Survey& survey, bool mostly_sound);

/// Whether the reading is better than the text layer: more of its words are French.
bool is_better(const text::Legibility& reading, const text::Legibility& layer);

}  // namespace pst::source
