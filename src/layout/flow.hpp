// What the places of two lines say of their text: whether the second goes on with the first.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/layout.hpp"
#include "layout/placed.hpp"

namespace pst::layout {

/// A bullet, an arrow, a tick; dashes and quotes may stand at any line's beginning.
bool begins_with_list_sign(const TextLine& line);

/// Whether a stop, or a sign as strong as one, ends the text.
bool ends_sentence(const std::string& text);

/// Whether the first word of `next` would not have fitted behind the line above it, in a column whose text
/// ends at `right`.
bool is_full(const TextLine& above, const TextLine& next, double right);

/// The distances between the lines of a paragraph, by the size of their type.
class Pitches {
 public:
  /// Two lines, one below the other in a column.
  void add(const TextLine& above, const TextLine& below);
  void finish();

  /// The distance between the middles of lines of that size within a paragraph.
  double of(double size) const;

 private:
  std::map<int, std::vector<double>> steps_;  ///< by half points
  std::map<int, double> pitch_;
  double relative_ = 1.2;  ///< for sizes seldom seen
};

/// Blank lines that the gap between two lines of a column amounts to.
int blank_lines(const TextLine& above, const TextLine& below, const Pitches& pitches);

/// Whether a line in lower case goes on with the bold line above it, which is full: so does a heading whose
/// lines stand further apart than those of the text (in small capitals, with loose leading).
bool heading_wraps(const TextLine& above, const TextLine& below, double right);

/// What the gap, the type and the room left at the end of the line above say; `gap` false where the lines
/// stand in different columns or on different pages.
Flow flow_between(const TextLine& above, const TextLine& below, double right, int blank, bool gap);

}  // namespace pst::layout
