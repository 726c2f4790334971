#include "grammar/lexicon_file.hpp"

#include <algorithm>
#include <string_view>

#include "grammar/toml_source.hpp"
#include "text/unicode.hpp"

namespace pst::grammar {
namespace {

class LexiconParser {
 public:
  LexiconParser(const FileText& input, std::vector<Error>& problems) : in_(input, problems) {}

  LexiconFile run() {
    out_.file = in_.file();
    const auto root = in_.parse();
    if (!root) return std::move(out_);
    for (const auto& [key, node] : *root) {
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
        in_.unknown(name, key.source().begin, {"theme", "concept", "verb", "partner", "genre"});
      }
    }
    return std::move(out_);
  }

 private:
  using Table = TomlSource::Table;

  template <class Read>
  void each(std::string_view name, const toml::node& node, Read read) {
    const toml::array* items = node.as_array();
    const bool tables = items != nullptr && std::all_of(items->begin(), items->end(),
                                                        [](const toml::node& n) { return n.is_table(); });
    if (!tables) {
      return in_.problem(node.source().begin, "`" + std::string(name) + "` attend des tables",
                         "écrivez [[" + std::string(name) + "]] devant chaque entrée");
    }
    for (const toml::node& item : *items) read(*item.as_table());
  }

  std::vector<LexiconTerm> terms_of(Table table, std::string_view key) {
    std::vector<LexiconTerm> terms;
    const toml::node* node = table.get(key);
    if (node == nullptr) return terms;
    const toml::array* items = node->as_array();
    if (items == nullptr) {
      in_.problem(node->source().begin, "`" + std::string(key) + "` attend une liste de textes",
                  "par exemple " + std::string(key) + " = ['taxi social', 'PCS']");
      return terms;
    }
    for (const toml::node& item : *items) {
      const auto value = item.value_exact<std::string>();
      if (!value || text::is_blank(*value)) {
        in_.problem(item.source().begin, "`" + std::string(key) + "` attend des textes entre apostrophes",
                    "corrigez ou enlevez cet élément");
      } else {
        terms.push_back({*value, in_.origin_of(item)});
      }
    }
    return terms;
  }

  std::optional<double> weight_of(Table table, int most) {
    const toml::node* node = table.get("weight");
    if (node == nullptr) return std::nullopt;
    const auto value = node->value<double>();
    if (value && *value >= 0 && *value <= most) return value;
    in_.problem(node->source().begin, "`weight` attend un nombre de 0 à " + std::to_string(most),
                "par exemple weight = 0.8");
    return std::nullopt;
  }

  /// A name that outputs use: small letters, digits and hyphens.
  std::string name_of(Table table, std::string_view key) {
    const std::string name = in_.text_of(table, key, true);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (const toml::node* node = table.get(key); node != nullptr && (name.empty() || !plain)) {
      in_.problem(node->source().begin, "nom mal formé « " + name + " »",
                  "des minuscules sans accent, des chiffres et des traits d'union");
    }
    return name;
  }

  void theme(Table table) {
    in_.only(table, {"slug", "label", "label_en", "right", "right_en", "category", "category_en", "certain",
                     "likely", "hint", "never", "weight", "replace"});
    ThemeEntry theme;
    theme.at = in_.origin_of(table);
    theme.slug = name_of(table, "slug");
    theme.label = in_.text_of(table, "label", false);
    theme.label_en = in_.text_of(table, "label_en", false);
    theme.right = in_.text_of(table, "right", false);
    theme.right_en = in_.text_of(table, "right_en", false);
    theme.category = in_.text_of(table, "category", false);
    theme.category_en = in_.text_of(table, "category_en", false);
    theme.certain = terms_of(table, "certain");
    theme.likely = terms_of(table, "likely");
    theme.hint = terms_of(table, "hint");
    theme.never = terms_of(table, "never");
    theme.weight = weight_of(table, 1);
    theme.replace = in_.flag_of(table, "replace");
    out_.themes.push_back(std::move(theme));
  }

  void concept_(Table table) {
    in_.only(table, {"id", "weight", "terms", "replace"});
    ConceptEntry entry;
    entry.at = in_.origin_of(table);
    entry.id = name_of(table, "id");
    entry.terms = terms_of(table, "terms");
    entry.replace = in_.flag_of(table, "replace");
    entry.weight = weight_of(table, 5);
    if (entry.terms.empty() && !entry.replace)
      in_.problem(table.source().begin, "ce concept n'a pas d'expression", "ajoutez terms = ['…']");
    out_.concepts.push_back(std::move(entry));
  }

  void verb(Table table) {
    in_.only(table, {"id", "terms"});
    VerbEntry entry;
    entry.at = in_.origin_of(table);
    entry.id = name_of(table, "id");
    entry.terms = terms_of(table, "terms");
    out_.verbs.push_back(std::move(entry));
  }

  void partner(Table table) {
    in_.only(table, {"id", "name", "abbreviation", "kind", "terms", "themes", "replace"});
    PartnerEntry entry;
    entry.at = in_.origin_of(table);
    entry.id = name_of(table, "id");
    entry.name = in_.text_of(table, "name", false);
    entry.abbreviation = in_.text_of(table, "abbreviation", false);
    entry.kind = in_.text_of(table, "kind", false);
    const TomlSource::Names kinds{"partner", "programme", "fund", "network", "service"};
    if (!entry.kind.empty() && std::find(kinds.begin(), kinds.end(), entry.kind) == kinds.end())
      in_.unknown(entry.kind, table.get("kind")->source().begin, kinds, "valeur");
    entry.terms = terms_of(table, "terms");
    entry.themes = terms_of(table, "themes");
    entry.replace = in_.flag_of(table, "replace");
    out_.partners.push_back(std::move(entry));
  }

  void genre(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      return in_.problem(node.source().begin, "`genre` attend une table",
                         "écrivez [genre] puis words = ['…']");
    }
    in_.only(*table, {"words"});
    for (LexiconTerm& term : terms_of(*table, "words")) out_.genre.push_back(std::move(term));
  }

  TomlSource in_;
  LexiconFile out_;
};

}  // namespace

LexiconFile parse_lexicon(const FileText& file, std::vector<Error>& problems) {
  return LexiconParser(file, problems).run();
}

}  // namespace pst::grammar
