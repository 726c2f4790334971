// Signs that recognition confuses and that their place or shape tells apart.
#pragma once

#include <string>
#include <vector>

#include "source/image_marks.hpp"
#include "source/ocr_engine.hpp"

namespace pst::source {

/// Puts the marks of lists, which were taken out of the image, before the words that they stand by. A sign or
/// a lone letter that begins a line right below or above such a mark is the same, but for quotation
/// marks: one whose quotation ends in its line, one that ends what was opened above.
void set_bullets(const std::vector<Mark>& marks, std::vector<Word>& words);

/// Letters whose capital has the same shape (c, o, s, v, w, x, z) are capitals where a word of nothing else
/// is as tall as the figure beside it: `os 2` is `OS 2`.
void raise_capitals(std::vector<Word>& words);

/// A label or abbreviation looked at letter by letter in the image of 1 bit a pixel: dots that recognition
/// overlooked are put back (`1.12` is `1.1.2`), a round 0 is O, an L with its stem in the middle 1 or I, a 1
/// with serifs on both sides I, and a letter as tall as the figures beside it a capital (`oS1` is `OS1`).
/// Only where the pieces of ink are as many as the letters read, so that each has its place.
void settle_by_shape(const Image& ink, Word& word);

/// Whether the second of two readings of a word is to be kept. The first one saw the line around it: another
/// text must be a word where the first is none, or much surer.
bool is_surer(const Word& fresh, const Word& word);

/// An i that begins a line, or stands behind a sign or a figure, is I where its ink is one high stroke.
void raise_first_letter(const Image& ink, Word& word, const Word* before);

/// `(` and `)` for the braces that recognition takes them for; `§` for an 8 alone between two numbers that
/// reaches further down than they do: `art. 60 § 7`; and 1 for a bar between two words that stands on their
/// line and is as high as the word before it, where what is left of a rule is higher or lower.
void set_signs(std::vector<Word>& words);

/// Whether the word is a number or a label with a figure, of more or fewer letters than its ink shows.
bool contradicts_ink(const Image& ink, const Word& word);

/// Dots at a word's end, or before the bracket or comma that ends it, are one or three: `(cave, ..)` is
/// `(cave, ...)`. A line of leaders stays as it is.
std::string with_ellipsis(std::string text);

/// A number of three parts or more has dots between them: `0.0:4.1` is `0.0.4.1`, `1.2,3` is `1.2.3`. A time
/// of day, a sum or a date stays as it is.
std::string with_dots(std::string number);

}  // namespace pst::source
