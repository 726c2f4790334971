// All loaded grammars, compiled: one pass over a line asks every pattern at once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammar/file.hpp"
#include "grammar/rules.hpp"

namespace pst::grammar {

/// A scheme as people see it in `pst grammar list`.
struct Summary {
  std::string name;
  std::string title;
  std::string file;
  std::vector<std::string> includes;
  int markers = 0;  ///< its own and included ones
};

/// Immutable once loaded; may be shared between threads.
class Library {
 public:
  struct Impl;

  explicit Library(std::unique_ptr<Impl> impl);
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  /// Every marker of every file once, in file order; MarkerMatch::marker is an index into it.
  const std::vector<MarkerRule>& markers() const;

  /// The marker with that index.
  const MarkerRule& marker(int index) const { return markers()[static_cast<std::size_t>(index)]; }

  /// Schemes: files that are not mere parts of others.
  struct Scheme {
    std::string name;
    std::vector<bool> uses;  ///< per marker: whether this scheme has it
    bool lists = false;      ///< its own rules are the list signs
    bool tables = false;     ///< its own rules are the column heads
  };
  const std::vector<Scheme>& schemes() const;

  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// The grammars built into the program.
std::vector<FileText> embedded();

/// Compiles the files; throws pst::Error (file, line, column) at the first mistake.
Library load(const std::vector<FileText>& files);

std::vector<Summary> summaries(const Library& library);

/// All problems of one file, without throwing; `others` are the files that it may include.
std::vector<Error> check(const FileText& file, const std::vector<FileText>& others);

}  // namespace pst::grammar
