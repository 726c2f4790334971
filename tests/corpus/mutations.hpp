// The single changes that mutate.cpp lists. Those on samples change lines and gold alike; a sample they have
// nothing to do to stays as it is.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "corpus/plans.hpp"

namespace pst::corpus {

using Random = std::mt19937;

// --- lines (mutate_lines.cpp) -------------------------------------------------------------------------

/// Joins the lines of a node that wrap, hyphens healed.
void unwrap(Sample& sample);

/// Unwraps, then wraps what is longer than `columns`, with a hanging indent or none. Table rows, table of
/// contents and markup stay as they are. Punctuation that French sets apart never begins a line.
void reflow(Sample& sample, std::size_t columns, bool hanging);

/// Each run of n blank lines becomes one of `times(n)`.
void change_blanks(Sample& sample, int (*times)(int));

/// Every 40 lines a page ends: `Page n/m`, a form feed, a running head.
void add_pages(Sample& sample);

/// Debris of a bad scan on lines of its own, between paragraphs.
void add_debris(Sample& sample, Random& random);

// --- signs (mutate_signs.cpp) -------------------------------------------------------------------------

/// Every list sign becomes `glyph`; the sub-lists of projects-through keep one of their own.
void change_bullets(Sample& sample, const std::string& glyph);

/// Every list sign becomes another, each its own, in keys that explain them too.
void swap_bullets(Sample& sample);

/// Marker words (`Objectif stratégique 1`) in capitals, or those in capitals as words (`Volet interne`).
void upper_markers(Sample& sample);
void lower_markers(Sample& sample);

/// What separates a label from its title becomes `separator` (with its spaces).
void change_separators(Sample& sample, const std::string& separator);

// --- numbers (mutate_numbers.cpp) ---------------------------------------------------------------------

/// The last strategic objective, and all below it, goes up by one: a number is skipped.
void renumber_objective(Sample& sample);

/// The last numbered node without children goes up by one.
void renumber_last(Sample& sample);

// --- bytes (mutate_bytes.cpp) -------------------------------------------------------------------------

/// The UTF-8 text in one of: utf-8-bom, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh, nfd, crlf,
/// cr. Nothing where a character does not exist there. UTF-16 has a byte order mark.
std::optional<std::string> encoded(std::string_view utf8, const std::string& as);

// --- shared by the above ------------------------------------------------------------------------------

/// A node's label in the text.
struct LabelPlace {
  std::size_t node = 0;  ///< index into the gold
  std::size_t line = 0;  ///< index into the lines
  std::size_t at = 0;    ///< byte of its beginning
};

/// Where the labels stand, in the order of the gold; nodes may share a line. What is not found is left out.
std::vector<LabelPlace> label_places(const Sample& sample);

}  // namespace pst::corpus
