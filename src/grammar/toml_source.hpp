// What the two kinds of TOML files, grammars and lexicons, are read with: typed values out of a table, and a
// problem with file, line and column for each that is missing or wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "grammar/file.hpp"

namespace pst::grammar {

class TomlSource {
 public:
  using Table = const toml::table&;
  using Names = std::vector<std::string_view>;

  /// Keeps references to both: `problems` takes every mistake that is met.
  TomlSource(const FileText& input, std::vector<Error>& problems) : input_(input), problems_(problems) {}

  /// The whole file; nothing, and a problem, where it is no TOML.
  std::optional<toml::table> parse() const;

  void problem(const toml::source_position& at, std::string what, std::string advice) const;
  /// A word that is not among those known: the problem names the nearest, or else all. `noun` is what the
  /// word is: `clé`, `valeur`.
  void unknown(std::string_view word, const toml::source_position& at, const Names& known,
               const std::string& noun = "clé") const;
  /// Reports the keys of a table that are not known.
  void only(Table table, const Names& known) const;

  Origin origin_of(const toml::node& node) const;
  /// Where the text of a string begins, behind its opening quotes.
  Origin text_origin(const toml::node& node) const;

  /// The text at a key; empty where there is none. A key that is required and missing is a problem.
  std::string text_of(Table table, std::string_view key, bool required) const;
  /// A text out of a fixed list; required.
  std::string choice_of(Table table, std::string_view key, const Names& known) const;
  bool flag_of(Table table, std::string_view key) const;

  const std::string& file() const { return input_.name; }

 private:
  const FileText& input_;
  std::vector<Error>& problems_;
};

}  // namespace pst::grammar
