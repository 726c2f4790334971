#include "text/frequent.hpp"

#include <bitset>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

// Chosen so that neither the word without its accents nor with é in their place is another word that plans
// use (an age is part of a plough).
constexpr std::string_view kWords[] = {
    "âge",        "âges",        "être",         "même",      "mêmes",        "très",      "après",
    "accès",      "plutôt",      "bientôt",      "aussitôt",  "tantôt",       "tôt",       "contrôle",
    "contrôles",  "rôle",        "rôles",        "hôpital",   "hôpitaux",     "hôtel",     "bâtiment",
    "bâtiments",  "problème",    "problèmes",    "système",   "systèmes",     "intérêt",   "intérêts",
    "arrêt",      "arrêts",      "fête",         "fêtes",     "prêt",         "prêts",     "enquête",
    "enquêtes",   "âgé",         "âgés",         "âgée",      "âgées",        "mère",      "mères",
    "père",       "pères",       "frère",        "frères",    "crèche",       "crèches",   "règlement",
    "règlements", "siège",       "procès",       "progrès",   "succès",       "auprès",    "première",
    "premières",  "dernière",    "dernières",    "manière",   "manières",     "matière",   "matières",
    "financière", "financières", "entière",      "entières",  "particulière", "régulière", "complète",
    "complètes",  "concrète",    "concrètes",    "modèle",    "modèles",      "phénomène", "phénomènes",
    "critère",    "critères",    "caractère",    "ministère", "bibliothèque", "remède",    "remèdes",
    "chèque",     "chèques",     "thème",        "thèmes",    "façon",        "façons",    "français",
    "française",  "aperçu",      "déjà",         "théâtre",   "diplôme",      "diplômes",  "symptôme",
    "symptômes",  "fantôme",     "clôture",      "dépôt",     "dépôts",       "impôt",     "impôts",
    "trône",      "conquête",    "extrême",      "suprême",   "prêter",       "empêcher",  "bête",
    "tête",       "têtes",       "fenêtre",      "fenêtres",  "honnête",      "inquiète",  "discrète",
    "secrète",    "athlète",     "analphabètes", "carrière",  "barrière",     "frontière", "lumière",
    "rivière",    "prière",      "infirmière",   "ouvrière",  "familière",    "château",   "pâques",
    "gâteau",
};

// œ has no misreading of its own letter: it comes back as two.
constexpr std::string_view kLigatures[] = {"œuvre", "œuvres", "œuvrer",   "œuvrant", "cœur", "cœurs",
                                           "sœur",  "sœurs",  "nœud",     "nœuds",   "vœu",  "vœux",
                                           "mœurs", "œil",    "manœuvre", "bœuf",    "œuf",  "œufs"};

// Words of which one misreading would be another word (coté).
constexpr std::pair<std::string_view, std::string_view> kSingly[] = {
    {"c6té", "côté"}, {"c6tés", "côtés"}, {"cété", "côté"}, {"ca", "ça"},
    {"ete", "été"},   {"cétés", "côtés"}, {"p6le", "pôle"}, {"p6les", "pôles"},
    {"ct", "et"},     {"avcc", "avec"},   {"avce", "avec"}};

/// Accents other than é replaced: by é (circumflex on o: also by 6), or by nothing.
std::u32string misread(std::u32string_view word, char32_t o_circumflex, bool as_acute) {
  std::u32string result;
  for (const char32_t c : word) {
    switch (c) {
      case U'è':
      case U'ê':
        result += as_acute ? U'é' : U'e';
        break;
      case U'ô':
        result += o_circumflex;
        break;
      case U'â':
        result += as_acute ? U'é' : U'a';
        break;
      case U'à':
        result += U'a';
        break;
      case U'ç':
        result += U'c';
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::unordered_map<std::string, Misreading> build() {
  std::unordered_map<std::string, Misreading> table;
  const auto add = [&](std::u32string_view wrong, std::string_view right, bool telltale) {
    const std::string key = encode_utf8(wrong);
    if (key != right) table.emplace(key, Misreading{right, telltale});
  };
  for (const std::string_view right : kWords) {
    const std::u32string word = decode_utf8(right);
    // Forgetting an accent is human, and so is é for è; é for ê, ô or â is not.
    const bool circumflex = word.find_first_of(U"êôâ") != word.npos;
    add(misread(word, U'o', false), right, false);
    add(misread(word, U'é', true), right, circumflex);
    add(misread(word, U'6', true), right, word.find(U'ô') != word.npos);
    add(misread(word, U'o', true), right, circumflex && word.find(U'ô') == word.npos);
  }
  for (const auto& [wrong, right] : kSingly) {
    table.emplace(wrong, Misreading{right, right.find("ô") != right.npos});
  }
  for (const std::string_view right : kLigatures) {
    std::string wrong(right);
    wrong.replace(wrong.find("œ"), std::string_view("œ").size(), "ce");
    table.emplace(wrong, Misreading{right, true});
  }
  return table;
}

/// The misreadings behind a sieve: hardly a word is one, and most are told from all of them by their length
/// and first two bytes.
class Table {
 public:
  Table() : all_(build()) {
    for (const auto& [wrong, misreading] : all_) sieve_.set(mesh(wrong));
  }

  Misreading find(std::string_view word) const {
    if (word.size() < 2 || !sieve_.test(mesh(word))) return {};
    const auto found = all_.find(std::string(word));
    return found == all_.end() ? Misreading{} : found->second;
  }

 private:
  static constexpr std::size_t kMeshes = 8192;
  static std::size_t mesh(std::string_view word) {
    const auto byte = [&](std::size_t i) -> std::size_t { return static_cast<unsigned char>(word[i]); };
    return (byte(0) * 37 + byte(1) * 149 + word.size() * 1021) % kMeshes;
  }

  std::unordered_map<std::string, Misreading> all_;
  std::bitset<kMeshes> sieve_;
};

}  // namespace

Misreading frequent_misreading(std::string_view word) {
  static const Table table;
  return table.find(word);
}

}  // namespace pst::text
