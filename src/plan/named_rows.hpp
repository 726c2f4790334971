// Rows, or lines, that name nodes: their labels, and the first words behind these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// A label with a number, and its wording.
struct NamedLabel {
  std::size_t piece = 0;    ///< that begins with the label
  std::size_t wording = 0;  ///< …and the piece with its wording, the same one where it has none
  const grammar::MarkerMatch* match = nullptr;
  std::string words;  ///< the first of the wording, folded
  std::string key;    ///< number and first words; empty where these say too little
};

/// A row of pieces [begin, end).
struct NamedRow {
  std::size_t begin = 0, end = 0;
  std::vector<NamedLabel> labels;  ///< from left to right; words of the open class are none
};

/// All rows of the document, those without labels too.
std::vector<NamedRow> named_rows(const Scan& scan, grammar::Reader& reader);

/// The labels in the pieces [begin, end).
std::vector<NamedLabel> labels_in(const Scan& scan, grammar::Reader& reader, std::size_t begin,
                                  std::size_t end);

/// The first words of a wording, folded; empty where they say too little.
std::string first_words(std::string_view wording);

/// Whether a cell says nothing to read: a figure, a cross, a dash.
bool says_little(const std::string& cell);

}  // namespace pst::plan
