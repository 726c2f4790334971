// Recognised words as the runs of a page.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "source/document.hpp"
#include "source/ocr_engine.hpp"

namespace pst::source {

/// What was read of a page, on the page as shown (see read_scans).
struct PageReading {
  std::vector<Word> words;
  Affine to_page;         ///< from the words' pixels to the page, in points
  std::int16_t turn = 0;  ///< degrees clockwise by which the text is turned on the page as shown
  std::vector<Box> rules;
};

/// Replaces the page's runs and, where it has none, its rules. Texts go into `storage`.
void put_words(const PageReading& reading, Page& page, std::deque<std::string>& storage);

/// What specks, pictures and remains of rules are taken for: no letter or digit, and bars or little
/// confidence. Omission points, and figures and signs (§, €) as tall as
/// letters are none.
bool is_speck(const Word& word);

/// Takes out what was made of a scribble or a stain beside the text: a letter or two, read with little
/// confidence, as high as several of the lines beside it. They would all be taken for one.
void drop_stains(std::vector<Word>& words);

}  // namespace pst::source
