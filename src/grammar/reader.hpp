// What the grammars say of one text: candidates for markers, fields, phrases, references, values.
// A line is read without knowing its neighbours; which candidates are markers is decided in `plan`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/library.hpp"
#include "grammar/number.hpp"

namespace pst::grammar {

/// Where a text stands: some markers count in table cells or headings only.
enum class Setting : std::uint8_t { line, cell, heading };

/// A candidate for a marker. Offsets are bytes into the text that was read.
struct MarkerMatch {
  int marker = 0;         ///< into Library::markers()
  std::size_t begin = 0;  ///< of the label
  std::size_t end = 0;    ///< behind the label, its closing `.`, `)` or `_` included
  std::size_t rest = 0;   ///< where the wording begins, behind `:`, `–` and an echo `(O.S.1)`
  std::optional<Number> number;
  std::optional<Number> letter;  ///< the other reading of a lone I, V or X, as a letter
  std::string word;              ///< open-class markers: the word, lower case
  std::string code;              ///< the letters of an address: `S.O.A` of `S1.O2.A3`
  bool decorated = false;        ///< a bullet or OCR debris stands in front
  bool punctuated = false;       ///< `.`, `)`, `:` or a dash stands between label and wording
  bool upper_rest = false;       ///< the wording begins with a capital, or there is none
};

/// What a text begins with, or is as a whole.
struct Reading {
  std::vector<MarkerMatch> markers;  ///< at the beginning, best rule first
  std::vector<MarkerMatch> inside;   ///< further on, by place
  bool bullet = false;
  std::uint32_t glyph = 0;     ///< code point of the bullet
  std::size_t bullet_end = 0;  ///< where the wording behind the bullet begins
  int field = -1;              ///< labelled field at the beginning: into Library's fields
  std::size_t field_begin = 0, field_end = 0, field_value = 0;  ///< label, and where the value begins
  bool field_label = false;  ///< the whole text is a field's label, with or without its colon
  const BoundaryRule* boundary = nullptr;
  const FurnitureRule* furniture = nullptr;
  const std::string* column = nullptr;  ///< role of the column that the whole text is the head of
  bool stop = false;                    ///< begins with what never is a marker
  bool has_fields = false, has_phrases = false, has_references = false;  ///< somewhere in it
};

/// A labelled field within a text: `Responsable : X ; Échéance : 2026`.
struct FieldMatch {
  const FieldRule* rule = nullptr;
  std::size_t begin = 0, label_end = 0, value = 0, end = 0;  ///< label, end of label, value [value, end)
};

/// A set phrase within a text: `Priorité élevée`.
struct PhraseMatch {
  const ValueRule* rule = nullptr;
  std::size_t begin = 0, end = 0;
};

struct PeriodMatch {
  std::optional<int> start, end;
  std::size_t first = 0, last = 0;  ///< bytes
  bool whole = false;               ///< nothing else stands in the text
};

struct BudgetMatch {
  double amount = 0;
  std::optional<int> year;
  std::string source;
};

struct ReferenceMatch {
  std::size_t begin = 0, end = 0;
  bool inside = false;  ///< the rule allows it within a sentence
};

struct FactMatch {
  const FactRule* rule = nullptr;
  std::string text;  ///< group `name`, `title` … as written
  std::optional<int> year, month, day, start, end;
};

/// Asks the grammars about texts. Cheap to make; one a document (it keeps what it has found).
/// The number of two components or more that slashes part near the text's beginning (`1/2`, `Action 1/2/1`),
/// as bytes from `first` to `second`; equal where there is none.
std::pair<std::size_t, std::size_t> slashed_number(std::string_view text);

class Reader {
 public:
  explicit Reader(const Library& library) : library_(library) {}
  const Library& library() const { return library_; }

  /// The rule that found a match.
  const MarkerRule& rule(const MarkerMatch& match) const { return library().marker(match.marker); }

  /// From now on slashes part the numbers of labels, as in `1/2/1`; else `1/2` is the first of two.
  void read_slashes_as_dots() { slashes_ = true; }

  /// `cell` is true where the text is a table cell: markers that only stand there are asked too.
  void read(std::string_view text, Reading& out, Setting setting = Setting::line);

  /// Labelled fields in order; a field's value ends where the next begins.
  std::vector<FieldMatch> fields(std::string_view text);
  /// Set phrases in order of place.
  std::vector<PhraseMatch> phrases(std::string_view text);
  std::vector<ReferenceMatch> references(std::string_view text);
  /// Numbered markers of words anywhere in the text (targets of a reference).
  std::vector<MarkerMatch> mentions(std::string_view text);

  /// The value that stands for the attribute in a field or column of it (`élevée` → high).
  std::optional<std::string> value(std::string_view attribute, std::string_view text);
  /// Whether the whole text is such a value.
  bool whole_value(std::string_view attribute, std::string_view text);
  std::optional<PeriodMatch> period(std::string_view text);
  std::vector<BudgetMatch> budgets(std::string_view text);
  /// Names in a list, split at the separators of [words] (`Anne et Marc`, `Ingrid+Sophie`).
  std::vector<std::string> names(std::string_view text);
  /// Items of a list within a field, split at `;` and bullets.
  std::vector<std::string> items(std::string_view text);
  std::vector<FactMatch> facts(std::string_view text);
  /// Whether the pattern of that name in [words] matches at the beginning, the end or the whole of the text.
  bool is_word(const char* word, std::string_view text);
  /// The same for patterns that only look at how a text ends: cheap for a long one.
  bool ends_with(const char* word, std::string_view text);
  /// Bytes of the text that the pattern of that name takes from the beginning; 0 where it does not match.
  std::size_t word_prefix(const char* word, std::string_view text);
  /// Where the pattern of that name in [words] matches in the text, and its group `sign`; empty spans where
  /// it has none.
  struct WordSpan {
    std::size_t begin = 0, end = 0, sign_begin = 0, sign_end = 0;
  };
  std::vector<WordSpan> find(const char* word, std::string_view text);
  /// The code point of the sign that a text begins with; dashes of any length are one sign.
  static std::uint32_t list_sign(std::string_view text);
  /// The attribute of a field rule.
  const FieldRule& field_rule(int index) const;
  /// Legend entries `P1 = priorité élevée`: sign and the value it stands for.
  struct LegendEntry {
    std::string sign, attribute, value;
    std::size_t end = 0;  ///< behind what it means, in the text
  };
  std::vector<LegendEntry> legend(std::string_view text);

 private:
  std::optional<PeriodMatch> find_period(std::string_view text);

  const Library& library_;
  bool slashes_ = false;
  std::unordered_map<std::string, std::optional<PeriodMatch>> periods_;  ///< found in short texts
};

}  // namespace pst::grammar
