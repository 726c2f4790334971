// A lexicon file's text to its entries: themes, concepts, words of the genre, partners. What they mean is the
// business of `compare`; here they are only read and checked for form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/file.hpp"

namespace pst::grammar {

/// One expression and where it stands, for messages.
struct LexiconTerm {
  std::string text;
  Origin at;
};

/// [[theme]]: expressions by how surely they speak of it.
struct ThemeEntry {
  std::string slug;
  std::string label, label_en, right, right_en, category, category_en;
  std::vector<LexiconTerm> certain;  ///< decide by themselves
  std::vector<LexiconTerm> likely;
  std::vector<LexiconTerm> hint;   ///< help, but do not decide
  std::vector<LexiconTerm> never;  ///< use up words that would otherwise speak of it
  std::optional<double> weight;    ///< below 1 for a theme that is rather the how than the what
  bool replace = false;            ///< forget the expressions of earlier files
  Origin at;
};

/// [[concept]]: ways to say the same thing, for comparing measures.
struct ConceptEntry {
  std::string id;
  std::optional<double> weight;  ///< how telling it is, 0 to 5
  std::vector<LexiconTerm> terms;
  bool replace = false;
  Origin at;
};

/// [[verb]]: verbs that announce the same kind of doing.
struct VerbEntry {
  std::string id;
  std::vector<LexiconTerm> terms;
  Origin at;
};

/// [[partner]]: a body, programme or fund by all its names.
struct PartnerEntry {
  std::string id;
  std::string name;
  std::string abbreviation;
  std::string kind;  ///< partner, programme, fund, network, service
  std::vector<LexiconTerm> terms;
  std::vector<LexiconTerm> themes;  ///< slugs that its mention hints at
  bool replace = false;
  Origin at;
};

struct LexiconFile {
  std::string file;
  std::vector<ThemeEntry> themes;
  std::vector<ConceptEntry> concepts;
  std::vector<VerbEntry> verbs;
  std::vector<PartnerEntry> partners;
  std::vector<LexiconTerm> genre;  ///< [genre] words: what every plan says, and what tells nothing
};

/// Parses one TOML lexicon. Mistakes are added to `problems`, each with file, line and column; what could be
/// read is returned all the same.
LexiconFile parse_lexicon(const FileText& file, std::vector<Error>& problems);

}  // namespace pst::grammar
