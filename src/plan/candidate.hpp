// Candidates for nodes, grouped into families that are numbered or formed alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/rules.hpp"
#include "plan/kinds.hpp"
#include "plan/scan.hpp"

namespace pst::plan {

/// Markers of one form: the same rule, and for numbers without a word the same style and depth. One family
/// stands for one rung throughout the document.
struct Family {
  std::string key;
  grammar::KindSet kinds = 0;
  Kind preferred = Kind::action;
  std::string words;  ///< of its labels, folded and singular: `objectif operationnel`
  int marker = -1;    ///< into Library::markers(); -1 for headings and cells
  bool bare = false;
  bool generic = false;
  bool weak = false;     ///< as likely a heading of prose as a rung
  bool heading = false;  ///< a heading without number or marker word
  bool cell = false;     ///< a table column that is a rung
  bool card = false;
  bool capitals = false;  ///< headings, all of them in capitals
  bool bold = false;      ///< headings in bold, of the size of the text
  bool stated = false;    ///< the plan's own prose says which rung it is
  int depth = 0;          ///< components of its numbers, for bare numbers
  int count = 0;
  bool flexible() const { return (kinds & (kinds - 1)) != 0; }
};

inline constexpr std::string_view kAddress = "code:";  ///< what the key of a family of addresses begins with
inline constexpr int kBodyType = 9;
inline constexpr std::uint32_t kAnyGlyph = 1;  ///< in a statement about list signs: all of them

struct Candidate {
  int piece = 0;
  int family = 0;
  std::size_t begin = 0, end = 0, rest = 0;  ///< bytes in the piece's text: label, wording
  std::string label;           ///< where it is not the text between begin and end: the row's number cell
  int label_at = -1;           ///< the piece that ends with the label, which stands behind the title
  std::size_t label_from = 0;  ///< …and where that piece's wording ends
  bool in_margin = false;      ///< …beside the title's first line
  std::optional<grammar::Number> number;
  bool inside = false;  ///< stands within a line, behind other text
  bool punctuated = false;
  bool upper_rest = false;
  bool lone = false;  ///< nothing but the label stands in the line, without a sign to close it
  bool after_blank = false;
  bool breaks_sentence = false;  ///< the text before it is unfinished: it may be a wrapped line
  bool mentioned = false;        ///< no marker: `l'action 3`, or a label of another plan
  bool stop = false;
  int type = kBodyType;      ///< rank of its type: 1 for the largest headings
  bool before_plan = false;  ///< a weak candidate before the first marker of words: front matter
  bool boundary = false;     ///< ends the plan proper instead of opening a node
  bool annex = false;        ///< …and what follows is an annex
  bool other = false;        ///< …and what follows may be another plan's
  int same_as = -1;          ///< earlier candidate with the same kind, number and wording
  float local = 0;           ///< evidence of its own for a node, against it below zero
  int alternative = -1;      ///< next candidate at the same place: I. as a letter, `12` as 1.2
  bool is_alternative = false;
  std::string restored;  ///< the label as it may have been before OCR misread it; empty where it stands so
};

struct Candidates {
  std::vector<Family> families;
  std::vector<Candidate> list;  ///< in reading order; alternatives stand right behind their first reading
  bool guessed_ladder = false;  ///< no marker says what the rungs are
  bool lists_hold_objectives = false;  ///< the first level of lists are operational objectives
  std::vector<std::pair<std::uint32_t, Kind>> stated_signs;  ///< list signs whose rung the plan states
  int signs_stated_at = -1;                                  ///< piece behind which they hold

  /// The family of a candidate, by its place in `list`.
  const Family& family_of(int candidate) const {
    return families[static_cast<std::size_t>(list[static_cast<std::size_t>(candidate)].family)];
  }
};

Candidates find_candidates(const Scan& scan, grammar::Reader& reader,
                           const std::vector<bool>& allowed_markers);

}  // namespace pst::plan
