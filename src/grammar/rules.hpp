// What a grammar file says, as plain data. Patterns are kept as text here; `library` compiles them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "grammar/kinds.hpp"

namespace pst::grammar {

/// A set of kinds, one bit each.
using KindSet = std::uint8_t;
constexpr KindSet kind_bit(Kind kind) {
  return static_cast<KindSet>(1U << static_cast<unsigned>(kind));
}
constexpr bool has_kind(KindSet set, Kind kind) {
  return (set & kind_bit(kind)) != 0;
}

/// Where a rule stands in its file, 1-based; for messages.
struct Origin {
  std::string file;
  int line = 0;
  int column = 0;
};

/// What all rules have.
struct Rule {
  std::string name;     ///< unique among the rules of its file and type
  std::string pattern;  ///< RE2 syntax over the ASCII projection of the text, macros not yet expanded
  bool case_sensitive = false;
  Origin origin;
};

/// `[[marker]]`: what opens a node.
struct MarkerRule : Rule {
  KindSet kinds = 0;  ///< one kind, or those it may stand for, best first in `preferred`
  Kind preferred = Kind::action;
  bool numbered = false;   ///< the pattern holds {number} or {number?}
  bool bare = false;       ///< a number without a word: weak evidence alone
  bool weak = false;       ///< as likely a heading of prose: counts only where an objective stands below it
  bool generic = false;    ///< an open class of words, told apart by the group `word`
  bool inside = false;     ///< may also stand in the middle of a line
  bool card = false;       ///< opens a card of labelled fields that names its objectives
  bool row_label = false;  ///< only in the number column of a table
  bool heading = false;    ///< only in a line that its type or its mark-up shows to be a heading
  std::string segment;     ///< a volet's code segment, `VI` or `VE`
  std::string link;        ///< pattern of a linking article between label and title
};

/// `[[bullet]]`: a sign that opens a list item.
struct BulletRule : Rule {};

/// `[[field]]`: a label that names an attribute; the value follows a colon.
struct FieldRule : Rule {
  std::string attribute;  ///< a model attribute, "title", "number", "note", or a kind for a card's objective
};

/// `[[phrase]]` and `[[value]]`: wordings that stand for an attribute's value. A phrase says which attribute
/// it speaks of; a value only counts in a field or column of that attribute.
struct ValueRule : Rule {
  std::string attribute;
  std::string value;
  bool standalone = false;  ///< a phrase
};

/// `[[column]]`: the head of a table column.
struct ColumnRule : Rule {
  std::string role;  ///< a model attribute, a kind, "title", "number" or "note"
};

/// `[[period]]`: groups start, end or year. `[[budget]]`: groups amount, source, year.
struct PeriodRule : Rule {};
struct BudgetRule : Rule {};

/// `[[reference]]`: a pointer to something else; the whole match is the pointer.
struct ReferenceRule : Rule {
  bool inside = false;  ///< may be woven into the sentence
};

/// `[[boundary]]`: a heading that ends the plan proper, opens a table of contents, an annex to the plan, what
/// may be another plan, or text in another language.
struct BoundaryRule : Rule {
  std::string what;  ///< "close", "contents", "annex", "other", "foreign"
  bool ends_plan() const { return what != "contents" && what != "foreign"; }
  bool closes() const { return what == "close" || what == "other"; }
};

/// `[[furniture]]`: lines that say nothing of the plan.
struct FurnitureRule : Rule {};

/// `[[stop]]`: what looks like a marker and never is (`Article 60`, `Annexe 2`).
struct StopRule : Rule {};

/// `[[fact]]`: a fact of the document, read from its first pages; groups as the fact needs.
struct FactRule : Rule {
  std::string fact;         ///< "organisation", "title", "adopted_on", "period", "year"
  std::string value;        ///< organisation: "CPAS" or "commune"
  bool title_page = false;  ///< only counts before the first paragraph of prose
};

/// One grammar file.
struct File {
  std::string name;
  std::string title;  ///< one line for people
  std::string file;
  bool part = false;  ///< only meant to be included: no scheme of its own
  std::vector<std::string> includes;
  Origin name_at;                   ///< where the name stands
  std::vector<Origin> includes_at;  ///< …and each include
  std::map<std::string, Origin> words_at;
  std::vector<MarkerRule> markers;
  std::vector<BulletRule> bullets;
  std::vector<FieldRule> fields;
  std::vector<ValueRule> values;
  std::vector<ColumnRule> columns;
  std::vector<PeriodRule> periods;
  std::vector<BudgetRule> budgets;
  std::vector<ReferenceRule> references;
  std::vector<BoundaryRule> boundaries;
  std::vector<FurnitureRule> furniture;
  std::vector<StopRule> stops;
  std::vector<FactRule> facts;
  std::map<std::string, std::string> words;  ///< `[words]`: named patterns for lists (separators, months …)
};

}  // namespace pst::grammar
