// Words and lines of a page with their places: what the geometry of a page is worked out from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/document.hpp"

namespace pst::layout {

using source::Box;
class Tags;

/// A word with its place, put together from the runs that touch.
struct Word {
  std::string text;  ///< as shown
  Box box;
  double size = 0;  ///< points; the box's height where the document does not say
  bool bold = false;
  std::uint32_t color = 0;
  std::int32_t element = -1;  ///< into Document::structure
  float confidence = 1;       ///< of OCR, 0 to 1
  std::int32_t shown = 0;     ///< its place in the order in which the page shows its words
  int source_line = 0;        ///< 1-based, of typed text; 0 where the lines are yet to be found
  bool glued = false;         ///< no space between it and the word before it in its line
  bool raised = false;        ///< a small figure or star above the words that it stands behind
  bool call = false;          ///< …that calls a note: a typographic mark, no wording
};

/// Words on one baseline, left to right.
struct TextLine {
  std::vector<Word> words;
  Box box;
  double size = 0;              ///< of most of its characters
  float confidence = 1;         ///< the lowest of its words that hold a letter or digit
  std::size_t doubtful_to = 0;  ///< bytes of `text` up to the end of the last doubtful word; 0 without one
  bool bold = false;            ///< every word with a letter is bold
  std::string text;             ///< clean (see text::clean_line), one space between words
};

/// A page's words: those to be read, and those that are not part of the text's flow.
struct PlacedPage {
  int number = 1;
  double width = 0, height = 0;
  std::vector<Word> words;
  std::vector<Word> aside;  ///< turned text, artifacts, watermarks
  int turn = 0;  ///< by which most of the text is turned: the words' places are those of the page turned back
  bool read_by_ocr = false;
  bool cut_short = false;  ///< had more words than a page can hold
};

/// Most words that are read from one page; what is beyond is left out.
inline constexpr std::size_t kMostWords = 60'000;

/// The words of a page: pieces joined, blank ones dropped, overprinted ones (a shadow, a poor man's bold)
/// once, drawn list signs as `•`. `tags` tell the words beside such a sign from those that it stands before.
PlacedPage place_words(const source::Page& page, const Tags& tags);

/// Degrees clockwise by which most of the page's text is turned.
int turn_of(const source::Page& page);

/// The page turned back by `turn`, so that most of its text is upright.
source::Page turned_back(const source::Page& page, int turn);

/// A box of a page that was turned back, on the page as shown, which is `width` by `height`.
Box shown(const Box& box, int turn, double width, double height);

/// Lines from top to bottom. A line takes superscripts and words of other sizes along; columns must have been
/// told apart before.
std::vector<TextLine> find_lines(std::vector<Word> words);

inline double middle(const Box& box) {
  return (box.y0 + box.y1) / 2;
}
inline double height(const Box& box) {
  return box.y1 - box.y0;
}
inline double width(const Box& box) {
  return box.x1 - box.x0;
}

/// By how much two boxes share their height: 0 for none, 1 where the lower one lies wholly beside the other.
double shared_height(const Box& a, const Box& b);

/// The size that most characters have, and the median; 0 without words.
double usual_size(const std::vector<Word>& words);

}  // namespace pst::layout
