// The inside of a Library: for the grammar room only (RE2's types stop here).
#pragma once

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <atomic>
#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammar/library.hpp"
#include "grammar/need.hpp"
#include "text/bytes.hpp"

namespace pst::grammar {

/// A pattern compiled when it is first needed: most of them never are in one run.
class LazyPattern {
 public:
  LazyPattern(std::string source, bool case_sensitive) : source_(std::move(source)), case_(case_sensitive) {}
  const RE2& get() const { return *compiled().re; }
  /// What a text must contain for the pattern to match it.
  const Need& need() const { return compiled().need; }
  /// The number of the group of that name; -1 where the pattern has none.
  int group(std::string_view name) const;
  const std::string& source() const { return source_; }
  bool case_sensitive() const { return case_; }

 private:
  struct Compiled {
    re2::FilteredRE2 filter{0};    ///< which owns the pattern, where RE2 takes it
    std::unique_ptr<RE2> refused;  ///< …and where not
    const RE2* re = nullptr;
    Need need;
    std::vector<std::pair<std::string, int>> groups;  ///< by name; there are few
  };
  const Compiled& compiled() const {
    const Compiled* ready = ready_.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : compile();
  }
  const Compiled& compile() const;

  std::string source_;
  bool case_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<Compiled> compiled_;
  mutable std::atomic<const Compiled*> ready_{nullptr};  ///< asking it costs less than the flag
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
  decor,
};

/// Whether rules of that type speak of a whole line or cell.
constexpr bool takes_all(RuleType type) {
  return type == RuleType::field_label || type == RuleType::boundary || type == RuleType::furniture ||
         type == RuleType::column;
}

/// What ends a field's label, and the signs of which it holds one at least.
inline constexpr const char* kFieldEnd = " ?(?:[?] ?:?|:)";
inline constexpr text::ByteSet kFieldSigns("?:");

/// What a pattern of a set stands for.
struct Entry {
  RuleType type;
  int index;  ///< into the list of that type
  auto operator<=>(const Entry&) const = default;
};

/// A set of patterns asked in one pass; compiled when the first text is asked.
class PatternSet {
 public:
  /// `rarely`: most texts match nothing, so that is asked first, which costs no memory.
  explicit PatternSet(RE2::Anchor anchor, bool rarely) : anchor_(anchor), rarely_(rarely) {}
  void add(const std::string& pattern, bool case_sensitive, Entry entry);
  /// Appends the entries that match, by type and index.
  void match(std::string_view text, std::vector<Entry>& out) const;

  struct Member {
    std::string pattern;
    Entry entry;
  };
  const std::vector<Member>& members() const { return members_; }

 private:
  void compile() const;

  RE2::Anchor anchor_;
  bool rarely_;
  std::vector<Member> members_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2::Set> set_;
  mutable std::vector<Entry> entries_;  ///< of those that RE2 took
};

template <class R>
struct Compiled {
  R rule;
  std::unique_ptr<LazyPattern> pattern;  ///< as the rule is used at the start or anywhere
  std::unique_ptr<LazyPattern> words;   ///< markers that end with {number}: the words before it, at the start
  std::unique_ptr<LazyPattern> inside;  ///< the same in the middle of a text, where that differs
  /// Markers that end with {number} and have a group before it: the pattern with numbers of any depth. A much
  /// smaller automaton, and the same match unless the number is deeper than {number} allows.
  std::unique_ptr<LazyPattern> any_depth;
  std::unique_ptr<LazyPattern> link;  ///< markers: the linking article
};

/// Names are looked up without copying them.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

struct Library::Impl {
  std::vector<File> files;
  std::vector<MarkerRule> marker_rules;
  std::vector<Scheme> schemes;

  std::vector<Compiled<MarkerRule>> markers;
  std::vector<Compiled<BulletRule>> bullets;
  std::vector<Compiled<FieldRule>> fields;
  std::vector<Compiled<ValueRule>> values;
  /// Of each attribute, those that may stand alone first; the entries are into `values`' places in `order`.
  struct ValuesOf {
    std::vector<std::size_t> order;
    PatternSet set{RE2::UNANCHORED, true};
  };
  std::unordered_map<std::string, ValuesOf, NameHash, std::equal_to<>> values_of;
  std::vector<Compiled<ColumnRule>> columns;
  std::vector<Compiled<PeriodRule>> periods;
  std::vector<Compiled<BudgetRule>> budgets;
  std::vector<Compiled<ReferenceRule>> references;
  std::vector<Compiled<BoundaryRule>> boundaries;
  std::vector<Compiled<FurnitureRule>> furniture;
  std::vector<Compiled<StopRule>> stops;
  std::vector<Compiled<FactRule>> facts;
  std::map<std::string, std::string> words;
  std::unordered_map<std::string, std::unique_ptr<LazyPattern>, NameHash, std::equal_to<>> word_patterns;

  /// The pattern of that name in [words]; null where no grammar has it.
  const LazyPattern* word(std::string_view name) const {
    const auto found = word_patterns.find(name);
    return found == word_patterns.end() ? nullptr : found->second.get();
  }

  std::unique_ptr<LazyPattern> decor;  ///< a list sign or OCR debris in front of words
  bool decor_looks_ahead = false;      ///< it depends on what follows it, so that no set can sift it
  /// All that is asked of a line's beginning or of the line as a whole: list signs and bare numbers, the
  /// members of `worded`, decor.
  PatternSet line{RE2::ANCHOR_START, false};
  PatternSet worded{RE2::ANCHOR_START, true};  ///< what may also stand behind a list sign or debris
  PatternSet anywhere{RE2::UNANCHORED, true};  ///< what may stand inside

  /// Whether the entry is one of `worded`.
  bool is_worded(const Entry& entry) const {
    if (entry.type != RuleType::marker) return entry.type == RuleType::field || entry.type == RuleType::stop;
    const MarkerRule& rule = markers[static_cast<std::size_t>(entry.index)].rule;
    return !rule.bare && !rule.generic;
  }
};

}  // namespace pst::grammar
