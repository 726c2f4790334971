// What a plan should have become: a gold file, and how far a plan read by the program agrees with it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plan/model.hpp"

namespace pst::corpus {

/// A node as the gold file lists it, flat.
struct GoldNode {
  plan::Kind kind = plan::Kind::action;
  std::string code;
  std::optional<std::string> parent;  ///< a code; none for a root
  std::optional<std::string> label;
  std::optional<std::string> number;
  std::string title;
  std::pair<int, int> lines{0, 0};  ///< zeros where the gold does not say
  plan::Attributes attributes;
  bool uncertain = false;        ///< not compared on attributes
  std::optional<int> page = {};  ///< of a PDF, where the gold says it
};

/// A fact of the document; one that is asked and has no value must not be claimed.
template <class T>
struct Fact {
  bool asked = false;
  std::optional<T> value;
};

struct Gold {
  std::vector<GoldNode> nodes;
  Fact<plan::Organisation> organisation;
  Fact<plan::Period> period;
  Fact<std::string> adopted_on;
};

/// Reads a gold file (UTF-8 JSON). Throws std::runtime_error, which names the file, where it is not one.
Gold load_gold(const std::string& path);

/// So many of so many.
struct Share {
  int right = 0;
  int of = 0;
  void count(bool is_right) {
    right += is_right ? 1 : 0;
    ++of;
  }
  /// 1 where there was nothing to get wrong.
  double rate() const { return of == 0 ? 1.0 : static_cast<double>(right) / of; }
};

/// Two sets side by side.
struct Overlap {
  int both = 0;
  int only_gold = 0;
  int only_plan = 0;
  double f1() const {
    const int all = 2 * both + only_gold + only_plan;
    return all == 0 ? 1.0 : 2.0 * both / all;
  }
};

struct Comparison {
  Overlap nodes;      ///< same kind and code, wording 0.9 alike
  Share parent;       ///< this and the next three: of the nodes in both
  Share exact_title;  ///< to the letter, quotes and spaces apart
  Share number;
  Share provenance;    ///< lines overlap, or the page is right
  Overlap attributes;  ///< single values
  Share document;      ///< facts of the document
  Share caught;        ///< of the nodes wrong or missing, those that a diagnostic about the reading points at
  Share false_alarm;   ///< of the nodes that are right, those that one points at; lower is better
  int unassigned = 0;  ///< lines without a place
  std::vector<std::string> differences;  ///< one readable line each

  /// The differences, one a line, indented; says so where there are none.
  std::string report() const;
};

Comparison compare(const Gold& gold, const plan::Plan& plan);

/// Likeness of two wordings, blind to case, accents and punctuation: the letters that both have in the same
/// order, as a share of the letters of both.
double likeness(const std::string& a, const std::string& b);

}  // namespace pst::corpus
