// Rows, or lines, that name nodes: their labels, and the first words behind these.
#pragma once

#include <string>
#include <vector>

#include "grammar/reader.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// A label with a number, and its wording.
struct NamedLabel {
  std::size_t piece = 0;    ///< that begins with the label
  std::size_t wording = 0;  ///< …and the piece with its wording
  const grammar::MarkerMatch* match = nullptr;
  std::string key;  ///< number and first words; empty where these say too little
};

/// A row of pieces [begin, end).
struct NamedRow {
  std::size_t begin = 0, end = 0;
  std::vector<NamedLabel> labels;  ///< from left to right; words of the open class are none
};

/// All rows of the document, those without labels too.
std::vector<NamedRow> named_rows(const Scan& scan, grammar::Reader& reader);

/// Whether a cell says nothing to read: a figure, a cross, a dash.
bool says_little(const std::string& cell);

}  // namespace pst::plan
