// What the comparison knows of the field: themes, synonyms, words of the genre, partners and programmes. All
// of it is data (grammars/_*.toml); this is its compiled form.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammar/library.hpp"

namespace pst::compare {

/// A theme as reports name it.
struct Theme {
  std::string slug;      ///< stable name: `acces-aux-droits`
  std::string label;     ///< French
  std::string label_en;  ///< English
  std::string right;     ///< axis of fundamental rights it falls under, French; empty where there is none
  std::string right_en;
  std::string category;  ///< nearest category of Walloon PST software, French
  std::string category_en;
};

/// What a named body or scheme is, for grouping.
enum class EntityKind { partner, programme, fund, network, service };

/// A partner, programme or fund that plans name.
struct Entity {
  std::string id;            ///< stable name: `pcs`, `croix-rouge`
  std::string name;          ///< in full, French: `Plan de cohésion sociale`
  std::string abbreviation;  ///< `PCS`; empty where there is none
  EntityKind kind = EntityKind::partner;
};

/// Compiled lexicon. Immutable once loaded; may be shared between threads.
class Lexicon {
 public:
  struct Impl;

  explicit Lexicon(std::unique_ptr<Impl> impl);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// In the order of the files; ThemeShare::theme is an index into it.
  const std::vector<Theme>& themes() const;
  /// Mention::entity is an index into it.
  const std::vector<Entity>& entities() const;

  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// The files of the lexicon that the program has; a folder of grammars may hold its own by these names.
inline constexpr const char* kLexiconFiles[] = {"_themes.toml", "_mesures.toml", "_partenaires.toml"};

/// The lexicon files built into the program.
std::vector<grammar::FileText> embedded_lexicon();

/// Compiles the files, later ones adding to earlier ones; throws pst::Error (file, line, column) at the first
/// mistake.
Lexicon load_lexicon(const std::vector<grammar::FileText>& files);

/// All mistakes of the files, without throwing.
std::vector<Error> check_lexicon(const std::vector<grammar::FileText>& files);

}  // namespace pst::compare
