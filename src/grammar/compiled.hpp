// The inside of a Library: for the grammar room only (RE2's types stop here).
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "grammar/library.hpp"

namespace pst::grammar {

/// A pattern compiled when it is first needed: most of them never are in one run.
class LazyPattern {
 public:
  LazyPattern(std::string source, bool case_sensitive) : source_(std::move(source)), case_(case_sensitive) {}
  const RE2& get() const;
  const std::string& source() const { return source_; }
  bool case_sensitive() const { return case_; }

 private:
  std::string source_;
  bool case_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> compiled_;
};

RE2::Options pattern_options(bool case_sensitive);

enum class RuleType : std::uint8_t {
  marker,
  marker_inside,
  bullet,
  field,
  field_inside,
  field_label,
  phrase,
  reference,
  boundary,
  furniture,
  stop,
  column,
  period,
  fact,
};

/// What a pattern of a set stands for.
struct Entry {
  RuleType type;
  int index;  ///< into the list of that type
};

/// A set of patterns asked in one pass.
class PatternSet {
 public:
  explicit PatternSet(RE2::Anchor anchor);
  void add(const std::string& pattern, bool case_sensitive, Entry entry);
  /// Appends the entries that match, in order of addition.
  void match(std::string_view text, std::vector<Entry>& out) const;

 private:
  std::unique_ptr<RE2::Set> set_;
  mutable std::once_flag compiled_;  ///< the automaton is made when the first text is asked
  std::vector<Entry> entries_;
};

template <class R>
struct Compiled {
  R rule;
  std::unique_ptr<LazyPattern> pattern;  ///< as the rule is used at the start or anywhere
  std::unique_ptr<LazyPattern> words;   ///< markers that end with {number}: the words before it, at the start
  std::unique_ptr<LazyPattern> inside;  ///< the same in the middle of a text, where that differs
  std::unique_ptr<LazyPattern> link;    ///< markers: the linking article
};

struct Library::Impl {
  std::vector<File> files;
  std::vector<MarkerRule> marker_rules;
  std::vector<Scheme> schemes;

  std::vector<Compiled<MarkerRule>> markers;
  std::vector<Compiled<BulletRule>> bullets;
  std::vector<Compiled<FieldRule>> fields;
  std::vector<Compiled<ValueRule>> values;
  std::vector<Compiled<ColumnRule>> columns;
  std::vector<Compiled<PeriodRule>> periods;
  std::vector<Compiled<BudgetRule>> budgets;
  std::vector<Compiled<ReferenceRule>> references;
  std::vector<Compiled<BoundaryRule>> boundaries;
  std::vector<Compiled<FurnitureRule>> furniture;
  std::vector<Compiled<StopRule>> stops;
  std::vector<Compiled<FactRule>> facts;
  std::map<std::string, std::string> words;
  std::map<std::string, std::unique_ptr<LazyPattern>> word_patterns;

  std::unique_ptr<LazyPattern> decor;    ///< a list sign or OCR debris in front of words
  PatternSet start{RE2::ANCHOR_START};   ///< what a line may begin with: list signs, bare numbers
  PatternSet worded{RE2::ANCHOR_START};  ///< …and what may also stand behind a list sign or debris
  PatternSet whole{RE2::ANCHOR_BOTH};    ///< what a line or cell may be as a whole
  PatternSet anywhere{RE2::UNANCHORED};  ///< what may stand inside
  PatternSet front{RE2::UNANCHORED};     ///< facts of the document, asked of the front matter only
};

}  // namespace pst::grammar
