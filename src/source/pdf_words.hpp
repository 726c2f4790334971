// Glyphs, as they are shown, to runs: words, or pieces of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/document.hpp"
#include "source/pdf_geometry.hpp"

namespace pst::source::pdf {

/// A glyph at its place on the page as shown (points, y downwards).
struct Glyph {
  std::string_view text;  ///< UTF-8; may be several letters (a ligature)
  Point origin, end;      ///< the pen before and behind it, without what spacing adds
  Point along{1, 0};      ///< the direction of writing, length 1
  double size = 0;        ///< of the font
  double spacing = 0;     ///< what character spacing adds behind it
  double space = 0;       ///< how wide a space of its font is
  Box box;
  Style style;
  std::int32_t element = -1;
  bool artifact = false;
  bool invisible = false;
};

/// Collects the glyphs of one page. Words are told apart by the spaces shown and by gaps; letter-spaced words
/// stay whole; accents drawn over letters join them; what is drawn twice to look bold is there once.
class WordBuilder {
 public:
  explicit WordBuilder(Page& page) : page_(page) {}

  void add(const Glyph& glyph);

  /// Text that stands for all the glyphs between `first` and `last`, spread over `box`; it may hold spaces.
  void add_replacement(const Glyph& whole, std::string_view text);

  std::size_t glyphs() const { return glyphs_; }

  /// Ends the page: its runs then point into a string of `storage`.
  void finish(std::deque<std::string>& storage);

 private:
  struct Pending {
    Glyph glyph;
    std::string text;
    bool space_before = false;  ///< shown by the document
  };
  struct Extent {
    std::size_t begin = 0, size = 0;  ///< of a run's text in text_
  };

  bool continues(const Glyph& glyph) const;
  bool doubles(const Glyph& glyph);
  void compose_accents();
  void measure_gaps();
  double word_gap() const;
  void flush();
  void order_for_reading(std::size_t begin, std::size_t end);
  void emit(std::size_t begin, std::size_t end, bool space_before);
  bool shown_already(const Run& run, std::string_view text);

  Page& page_;
  std::string text_;
  std::vector<Extent> extents_;
  std::vector<Pending> pending_;  ///< glyphs of one style on one line
  Glyph last_;                    ///< the last one that was not a space; its text is not to be used
  bool any_ = false;
  std::size_t alike_ = 0;     ///< how many glyphs in a row have had the same spacing
  std::vector<double> gaps_;  ///< between the pending ones
  bool space_shown_ = false;
  bool gap_before_ = false;
  std::size_t glyphs_ = 0;
};

}  // namespace pst::source::pdf
