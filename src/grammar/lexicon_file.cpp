#include "grammar/lexicon_file.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <string_view>

#include "text/unicode.hpp"

namespace pst::grammar {
namespace {

class LexiconParser {
 public:
  LexiconParser(const FileText& input, std::vector<Error>& problems) : input_(input), problems_(problems) {}

  LexiconFile run() {
    out_.file = input_.name;
    toml::table root;
    try {
      root = toml::parse(std::string_view(input_.text), std::string_view(input_.name));
    } catch (const toml::parse_error& error) {
      problem(error.source().begin, "erreur de syntaxe TOML : " + std::string(error.description()),
              "corrigez la ligne indiquée");
      return std::move(out_);
    }
    for (const auto& [key, node] : root) {
      const std::string_view name = key.str();
      if (name == "theme") {
        each(name, node, [this](Table table) { theme(table); });
      } else if (name == "concept") {
        each(name, node, [this](Table table) { concept_(table); });
      } else if (name == "verb") {
        each(name, node, [this](Table table) { verb(table); });
      } else if (name == "partner") {
        each(name, node, [this](Table table) { partner(table); });
      } else if (name == "genre") {
        genre(node);
      } else {
        unknown(name, key.source().begin, {"theme", "concept", "verb", "partner", "genre"});
      }
    }
    return std::move(out_);
  }

 private:
  using Table = const toml::table&;
  using Names = std::vector<std::string_view>;

  void problem(const toml::source_position& at, std::string what, std::string advice) {
    problems_.push_back(Error({.file = input_.name,
                               .page = std::nullopt,
                               .line = static_cast<int>(at.line),
                               .column = static_cast<int>(at.column)},
                              std::move(what), std::move(advice)));
  }

  Origin origin_of(const toml::node& node) const {
    return {input_.name, static_cast<int>(node.source().begin.line),
            static_cast<int>(node.source().begin.column)};
  }

  void unknown(std::string_view key, const toml::source_position& at, const Names& known,
               const char* what = "clé inconnue") {
    std::string advice = "possibles : ";
    for (const std::string_view candidate : known) advice += std::string(candidate) + " ";
    advice.pop_back();
    for (const std::string_view candidate : known) {
      if (text::distance(key, candidate, 3) <= 2)
        advice = "vouliez-vous dire `" + std::string(candidate) + "` ?";
    }
    problem(at, std::string(what) + " `" + std::string(key) + "`", advice);
  }

  void only(Table table, const Names& known) {
    for (const auto& [key, node] : table) {
      if (std::find(known.begin(), known.end(), key.str()) == known.end())
        unknown(key.str(), key.source().begin, known);
    }
  }

  template <class Read>
  void each(std::string_view name, const toml::node& node, Read read) {
    const toml::array* items = node.as_array();
    const bool tables = items != nullptr && std::all_of(items->begin(), items->end(),
                                                        [](const toml::node& n) { return n.is_table(); });
    if (!tables) {
      return problem(node.source().begin, "`" + std::string(name) + "` attend des tables",
                     "écrivez [[" + std::string(name) + "]] devant chaque entrée");
    }
    for (const toml::node& item : *items) read(*item.as_table());
  }

  std::string text_of(Table table, std::string_view key, bool required = false) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (required)
        problem(table.source().begin, "il manque la clé `" + std::string(key) + "`", "ajoutez-la");
      return {};
    }
    const auto value = node->value_exact<std::string>();
    if (!value || (required && text::is_blank(*value))) {
      problem(node->source().begin, "`" + std::string(key) + "` attend un texte entre apostrophes",
              "par exemple " + std::string(key) + " = 'logement'");
      return {};
    }
    return *value;
  }

  bool flag_of(Table table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return false;
    if (const auto value = node->value_exact<bool>()) return *value;
    problem(node->source().begin, "`" + std::string(key) + "` attend true ou false", "corrigez la valeur");
    return false;
  }

  std::vector<LexiconTerm> terms_of(Table table, std::string_view key) {
    std::vector<LexiconTerm> terms;
    const toml::node* node = table.get(key);
    if (node == nullptr) return terms;
    const toml::array* items = node->as_array();
    if (items == nullptr) {
      problem(node->source().begin, "`" + std::string(key) + "` attend une liste de textes",
              "par exemple " + std::string(key) + " = ['taxi social', 'PCS']");
      return terms;
    }
    for (const toml::node& item : *items) {
      const auto value = item.value_exact<std::string>();
      if (!value || text::is_blank(*value)) {
        problem(item.source().begin, "`" + std::string(key) + "` attend des textes entre apostrophes",
                "corrigez ou enlevez cet élément");
      } else {
        terms.push_back({*value, origin_of(item)});
      }
    }
    return terms;
  }

  std::optional<double> weight_of(Table table, int most) {
    const toml::node* node = table.get("weight");
    if (node == nullptr) return std::nullopt;
    const auto value = node->value<double>();
    if (value && *value >= 0 && *value <= most) return value;
    problem(node->source().begin, "`weight` attend un nombre de 0 à " + std::to_string(most),
            "par exemple weight = 0.8");
    return std::nullopt;
  }

  /// A name that outputs use: small letters, digits and hyphens.
  std::string name_of(Table table, std::string_view key) {
    const std::string name = text_of(table, key, true);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!plain) {
      problem(table.get(key)->source().begin, "nom mal formé « " + name + " »",
              "des minuscules sans accent, des chiffres et des traits d'union");
    }
    return name;
  }

  void theme(Table table) {
    only(table, {"slug", "label", "label_en", "right", "right_en", "category", "category_en", "certain",
                 "likely", "hint", "never", "weight", "replace"});
    ThemeEntry theme;
    theme.at = origin_of(table);
    theme.slug = name_of(table, "slug");
    theme.label = text_of(table, "label");
    theme.label_en = text_of(table, "label_en");
    theme.right = text_of(table, "right");
    theme.right_en = text_of(table, "right_en");
    theme.category = text_of(table, "category");
    theme.category_en = text_of(table, "category_en");
    theme.certain = terms_of(table, "certain");
    theme.likely = terms_of(table, "likely");
    theme.hint = terms_of(table, "hint");
    theme.never = terms_of(table, "never");
    theme.weight = weight_of(table, 1);
    theme.replace = flag_of(table, "replace");
    out_.themes.push_back(std::move(theme));
  }

  void concept_(Table table) {
    only(table, {"id", "weight", "terms", "replace"});
    ConceptEntry entry;
    entry.at = origin_of(table);
    entry.id = name_of(table, "id");
    entry.terms = terms_of(table, "terms");
    entry.replace = flag_of(table, "replace");
    entry.weight = weight_of(table, 5);
    if (entry.terms.empty() && !entry.replace)
      problem(table.source().begin, "ce concept n'a pas d'expression", "ajoutez terms = ['…']");
    out_.concepts.push_back(std::move(entry));
  }

  void verb(Table table) {
    only(table, {"id", "terms"});
    VerbEntry entry;
    entry.at = origin_of(table);
    entry.id = name_of(table, "id");
    entry.terms = terms_of(table, "terms");
    out_.verbs.push_back(std::move(entry));
  }

  void partner(Table table) {
    only(table, {"id", "name", "abbreviation", "kind", "terms", "themes", "replace"});
    PartnerEntry entry;
    entry.at = origin_of(table);
    entry.id = name_of(table, "id");
    entry.name = text_of(table, "name");
    entry.abbreviation = text_of(table, "abbreviation");
    entry.kind = text_of(table, "kind");
    const Names kinds{"partner", "programme", "fund", "network", "service"};
    if (!entry.kind.empty() && std::find(kinds.begin(), kinds.end(), entry.kind) == kinds.end())
      unknown(entry.kind, table.get("kind")->source().begin, kinds, "valeur inconnue");
    entry.terms = terms_of(table, "terms");
    entry.themes = terms_of(table, "themes");
    entry.replace = flag_of(table, "replace");
    out_.partners.push_back(std::move(entry));
  }

  void genre(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      return problem(node.source().begin, "`genre` attend une table", "écrivez [genre] puis words = ['…']");
    }
    only(*table, {"words"});
    for (LexiconTerm& term : terms_of(*table, "words")) out_.genre.push_back(std::move(term));
  }

  const FileText& input_;
  std::vector<Error>& problems_;
  LexiconFile out_;
};

}  // namespace

LexiconFile parse_lexicon(const FileText& file, std::vector<Error>& problems) {
  return LexiconParser(file, problems).run();
}

}  // namespace pst::grammar
