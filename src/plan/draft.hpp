// The tree while it grows: nodes with the raw text that was found for them, before wording, codes and doubts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/number.hpp"
#include "plan/model.hpp"

namespace pst::plan {

struct Draft {
  Kind kind = Kind::action;
  int parent = -1;  ///< index into Drafts::nodes
  std::vector<int> children;
  std::string label;
  std::string restored;  ///< the label as it is understood where OCR misread it, else empty
  std::optional<grammar::Number> number;
  std::optional<grammar::Number>
      meant;            ///< what the numbers around it leave for it, where its own is another
  std::string segment;  ///< a volet's code segment where the grammar knows it
  std::string title;    ///< lines joined, label off, attributes still in
  std::string description;
  Attributes attributes;
  std::vector<Field> fields;
  source::Span span;
  int candidate = -1;  ///< that opened it, -1 for a bullet
  int piece = 0;       ///< its first piece
  bool bullet = false;
  bool card = false;
  bool title_closed = false;  ///< a field or paragraph followed: no more lines join the title
  int title_lines = 0;        ///< pieces that the title was joined from
  int title_end = -1;         ///< the last of them
  bool wide_gap = false;      ///< a gap as wide as between columns stands in one of them
  bool has_extras = false;    ///< a field, set phrase or pointer stands in one of them

  /// The number that others around it count with.
  const std::optional<grammar::Number>& in_place() const { return meant ? meant : number; }
};

/// Where one source line ended.
enum class Place : std::uint8_t { none, node, section, furniture };

struct LinePlace {
  Place place = Place::none;
  int node = -1;
  std::string klass;
  std::string rule;
  std::string grammar;
};

struct Drafts {
  std::vector<Draft> nodes;
  std::vector<int> roots;
  std::vector<Section> sections;
  std::vector<source::Diagnostic> diagnostics;
  bool guessed_ladder = false;   ///< no marker says what the rungs are
  std::vector<LinePlace> lines;  ///< per layout line
  /// Diagnostics that name a node: its index, until it has a code.
  std::vector<std::pair<int, source::Diagnostic>> about_nodes;
};

}  // namespace pst::plan
