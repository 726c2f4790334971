#include "corpus/mutate.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "corpus/mutations.hpp"

namespace pst::corpus {
namespace {

using Names = std::vector<std::string>;

/// Rows of a table wrapped in the middle are no rows any more.
const Names kTables = {"table-layout", "table-lines", "table-markdown", "table-rungs", "table-tabs"};

/// Only the blank line tells a heading from the paragraph below it, or cells that fell out of their row.
const Names kBlanksMatter = {"unknown-markers", "zeros-pointers", "table-lines", "table-tabs"};

/// The glyphs are the levels, and a key names them.
const Names kGlyphsMatter = {"nested-bullets"};

/// The punctuation is part of the number (`I.`, `a)`).
const Names kSeparatorsMatter = {"roman-letters"};

struct Mutation {
  std::string name;
  Names not_for;                                ///< plans whose gold it would make untrue
  std::function<void(Sample&, Random&)> lines;  ///< none where only the bytes change
  std::string encoding;                         ///< empty: UTF-8 as it is
};

Mutation bullets(const std::string& name, const std::string& glyph) {
  return {"bullets-" + name, kGlyphsMatter, [glyph](Sample& s, Random&) { change_bullets(s, glyph); }, ""};
}

Mutation separators(const std::string& name, const std::string& separator) {
  return {"separator-" + name, kSeparatorsMatter,
          [separator](Sample& s, Random&) { change_separators(s, separator); }, ""};
}

Mutation bytes(const std::string& as) {
  return {as, {}, {}, as};
}

template <class Change, class... Args>
Mutation change(const std::string& name, const Names& not_for, Change change, Args... args) {
  return {name, not_for, [=](Sample& s, Random&) { change(s, args...); }, ""};
}

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> kAll = {
      change("unwrap", kTables, unwrap),
      change("reflow-hanging", kTables, reflow, std::size_t{72}, true),
      change("reflow-flush", kTables, reflow, std::size_t{72}, false),
      change("reflow-narrow", kTables, reflow, std::size_t{48}, true),
      change(
          "blanks-doubled", {}, change_blanks, +[](int n) { return 2 * n; }),
      change(
          "blanks-halved", {}, change_blanks, +[](int n) { return (n + 1) / 2; }),
      change(
          "blanks-dropped", kBlanksMatter, change_blanks, +[](int) { return 0; }),
      change("pages", {"decimal-toc"}, add_pages),  // which has pages of its own
      {"debris", {}, add_debris, ""},
      bullets("dot", "•"),
      bullets("dash", "–"),
      bullets("star", "*"),
      bullets("square", "▪"),
      bullets("letter-o", "o"),
      bullets("symbol-font", "\xEF\x82\xB7"),  // U+F0B7
      change("bullets-swapped", {}, swap_bullets),
      change("markers-upper", {}, upper_markers),
      change("markers-lower", {}, lower_markers),
      separators("colon", " : "),
      separators("dash", " – "),
      separators("dot", ". "),
      change("objective-skipped", {"cards"}, renumber_objective),  // cards name their objectives by number
      change("last-skipped", {}, renumber_last),
      bytes("utf-8-bom"),
      bytes("utf-16le"),
      bytes("utf-16be"),
      bytes("windows-1252"),
      bytes("iso-8859-15"),
      bytes("macintosh"),
      bytes("nfd"),
      bytes("crlf"),
      bytes("cr"),
  };
  return kAll;
}

/// The same for the same plan and mutation, on every machine.
unsigned seed(const std::string& text) {
  unsigned hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<std::string> mutation_names() {
  Names names;
  for (const Mutation& mutation : mutations()) names.push_back(mutation.name);
  return names;
}

std::optional<Mutant> mutate(const std::string& name, const Sample& sample) {
  const auto found = std::find_if(mutations().begin(), mutations().end(),
                                  [&](const Mutation& mutation) { return mutation.name == name; });
  if (found == mutations().end()) throw std::invalid_argument("no mutation is called " + name);
  if (holds(found->not_for, sample.name)) return std::nullopt;
  Sample changed = sample;
  Random random(seed(sample.name + "/" + name));
  if (found->lines) found->lines(changed, random);
  const std::string text = changed.text();
  std::optional<std::string> out = found->encoding.empty() ? text : encoded(text, found->encoding);
  if (!out || *out == sample.text()) return std::nullopt;
  return Mutant{*std::move(out), std::move(changed.gold)};
}

}  // namespace pst::corpus
