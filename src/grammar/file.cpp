#include "grammar/file.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <toml++/toml.h>

#include "text/unicode.hpp"

namespace pst::grammar {
namespace {

class FileParser {
 public:
  FileParser(const FileText& input, std::vector<Error>& problems) : input_(input), problems_(problems) {}

  File run() {
    out_.file = input_.name;
    toml::table root;
    try {
      root = toml::parse(std::string_view(input_.text), std::string_view(input_.name));
    } catch (const toml::parse_error& error) {
      problem(error.source().begin, "erreur de syntaxe TOML : " + std::string(error.description()),
              "corrigez la ligne indiquée");
      return std::move(out_);
    }
    out_.name = text_of(root, "name", true);
    if (const toml::node* name = root.get("name")) out_.name_at = origin_of(*name);
    out_.title = text_of(root, "title", false);
    out_.part = flag_of(root, "part");
    if (const toml::node* list = root.get("include")) {
      if (const toml::array* names = list->as_array()) {
        for (const toml::node& name : *names) {
          out_.includes.push_back(name.value_or(std::string()));
          out_.includes_at.push_back(origin_of(name));
        }
      } else {
        problem(list->source().begin, "`include` attend une liste de noms",
                "par exemple include = [\"common\"]");
      }
    }
    for (const auto& [key, node] : root) read_key(std::string(key.str()), key.source().begin, node);
    return std::move(out_);
  }

 private:
  using Table = const toml::table&;

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

  /// Where the text of a string begins, behind its opening quotes.
  Origin text_origin(const toml::node& node) const {
    Origin origin = origin_of(node);
    std::size_t at = 0;
    for (int line = 1; line < origin.line && at != std::string::npos; ++line)
      at = input_.text.find('\n', at) + 1;
    const std::string_view rest = std::string_view(input_.text).substr(std::min(at, input_.text.size()));
    std::size_t byte = 0;
    for (int column = 1; column < origin.column && byte < rest.size(); ++byte) {
      if ((static_cast<unsigned char>(rest[byte]) & 0xC0) != 0x80) ++column;
    }
    const std::string_view quotes = rest.substr(std::min(byte, rest.size()), 3);
    origin.column += quotes == "'''" || quotes == "\"\"\"" ? 3 : 1;
    return origin;
  }

  /// A value out of a fixed list.
  std::string choice_of(Table table, std::string_view key, const std::vector<std::string_view>& known) {
    const std::string value = text_of(table, key, true);
    const toml::node* node = table.get(key);
    if (node != nullptr && !value.empty() && std::find(known.begin(), known.end(), value) == known.end()) {
      unknown(value, node->source().begin, known, "valeur inconnue");
    }
    return value;
  }

  void unknown(std::string_view key, const toml::source_position& at,
               const std::vector<std::string_view>& known, const char* what = "clé inconnue") {
    std::string_view best;
    int distance = 4;
    for (const std::string_view candidate : known) {
      const int d = text::distance(key, candidate, 3);
      if (d < distance) {
        distance = d;
        best = candidate;
      }
    }
    std::string advice =
        best.empty() ? "clés possibles : " : "vouliez-vous dire `" + std::string(best) + "` ?";
    if (best.empty()) {
      advice = std::string_view(what) == "clé inconnue" ? "clés possibles : " : "possibles : ";
      for (const std::string_view candidate : known) advice += std::string(candidate) + " ";
    }
    problem(at, std::string(what) + " `" + std::string(key) + "`", advice);
  }

  std::string text_of(Table table, std::string_view key, bool required) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (required)
        problem(table.source().begin, "il manque la clé `" + std::string(key) + "`", "ajoutez-la");
      return {};
    }
    if (const auto value = node->value_exact<std::string>()) return *value;
    problem(node->source().begin, "`" + std::string(key) + "` attend un texte entre apostrophes",
            "ajoutez-les");
    return {};
  }

  bool flag_of(Table table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return false;
    if (const auto value = node->value_exact<bool>()) return *value;
    problem(node->source().begin, "`" + std::string(key) + "` attend true ou false", "corrigez la valeur");
    return false;
  }

  void add_kind(const toml::node& node, MarkerRule& rule) {
    const std::string name = node.value_or(std::string());
    if (const auto kind = kind_named(name)) {
      if (rule.kinds == 0) rule.preferred = *kind;
      rule.kinds |= kind_bit(*kind);
      return;
    }
    std::string known;
    for (const KindFacts& row : kLadder) known += std::string(row.json) + " ";
    problem(node.source().begin, "genre inconnu `" + name + "`", "genres possibles : " + known);
  }

  /// What every rule has; `extra` are the keys that only its type knows.
  template <class R>
  R common(Table table, std::vector<std::string_view> extra, const char* type, std::size_t index,
           const char* pattern_key = "pattern") {
    R rule;
    rule.origin = {input_.name, static_cast<int>(table.source().begin.line),
                   static_cast<int>(table.source().begin.column)};
    rule.name = text_of(table, "name", false);
    if (rule.name.empty()) rule.name = type + std::string("-") + std::to_string(index + 1);
    rule.pattern = text_of(table, pattern_key, true);
    if (const toml::node* node = table.get(pattern_key)) {
      rule.origin = text_origin(*node);
      if (rule.pattern.empty() && node->is_string()) {
        problem(node->source().begin, "le motif est vide : il reconnaîtrait tout",
                "écrivez ce que la ligne doit dire");
      }
    }
    if (!names_.insert(std::string(type) + ":" + rule.name).second) {
      problem(table.source().begin,
              "deux règles [[" + std::string(type) + "]] s'appellent `" + rule.name + "`",
              "donnez à chacune son nom");
    }
    rule.case_sensitive = flag_of(table, "case");
    extra.insert(extra.end(), {"name", pattern_key, "case"});
    for (const auto& [key, node] : table) {
      if (std::find(extra.begin(), extra.end(), key.str()) == extra.end()) {
        unknown(key.str(), key.source().begin, extra);
      }
    }
    return rule;
  }

  void read_marker(Table t, std::size_t i) {
    MarkerRule rule = common<MarkerRule>(t,
                                         {"kind", "kinds", "bare", "weak", "generic", "inside", "card",
                                          "row_label", "heading", "segment", "link"},
                                         "marker", i);
    if (const toml::node* kind = t.get("kind")) add_kind(*kind, rule);
    if (const toml::node* kinds = t.get("kinds")) {
      if (const toml::array* list = kinds->as_array()) {
        for (const toml::node& kind : *list) add_kind(kind, rule);
      } else {
        problem(kinds->source().begin, "`kinds` attend une liste",
                "par exemple kinds = [\"action\", \"sub_action\"]");
      }
    }
    if (rule.kinds == 0 && t.get("kind") == nullptr && t.get("kinds") == nullptr) {
      problem(t.source().begin, "ce marqueur ne dit pas ce qu'il ouvre",
              "ajoutez kind = \"action\" ou kinds = [...]");
    }
    rule.bare = flag_of(t, "bare");
    rule.weak = flag_of(t, "weak");
    rule.generic = flag_of(t, "generic");
    rule.inside = flag_of(t, "inside");
    rule.card = flag_of(t, "card");
    rule.row_label = flag_of(t, "row_label");
    rule.heading = flag_of(t, "heading");
    rule.segment = text_of(t, "segment", false);
    rule.link = text_of(t, "link", false);
    out_.markers.push_back(std::move(rule));
  }

  /// The values that the model knows for an attribute.
  static const std::vector<std::string_view>& values_of(const std::string& attribute) {
    static const std::vector<std::string_view> kPriority{"high", "medium", "low"};
    static const std::vector<std::string_view> kStatus{"not_started", "in_progress", "waiting",
                                                       "blocked",     "completed",   "cancelled"};
    static const std::vector<std::string_view> kRecurrence{"daily",       "weekly", "monthly",   "quarterly",
                                                           "half_yearly", "yearly", "continuous"};
    return attribute == "priority" ? kPriority : attribute == "status" ? kStatus : kRecurrence;
  }

  void read_value(Table t, std::size_t i, bool standalone) {
    ValueRule rule = common<ValueRule>(t, {"attribute", "value"}, standalone ? "phrase" : "value", i);
    static const std::vector<std::string_view> kAttributes{"priority", "status", "recurrence"};
    rule.attribute = choice_of(t, "attribute", kAttributes);
    rule.value = choice_of(t, "value", values_of(rule.attribute));
    rule.standalone = standalone;
    out_.values.push_back(std::move(rule));
  }

  void read_fact(Table t, std::size_t i) {
    FactRule rule = common<FactRule>(t, {"fact", "value", "title_page"}, "fact", i);
    static const std::vector<std::string_view> kFacts{"organisation", "cpas",   "title",
                                                      "adopted_on",   "period", "year"};
    rule.fact = choice_of(t, "fact", kFacts);
    rule.value = text_of(t, "value", false);
    rule.title_page = flag_of(t, "title_page");
    out_.facts.push_back(std::move(rule));
  }

  /// What a field or column may speak of: attributes, rungs, the title, the number, or a note beside them.
  static const std::vector<std::string_view>& roles() {
    static const std::vector<std::string_view> kRoles = [] {
      std::vector<std::string_view> all{"responsible", "period",     "priority",   "status",
                                        "budget",      "indicators", "recurrence", "references",
                                        "title",       "number",     "note"};
      for (const KindFacts& row : kLadder) all.push_back(row.json);
      return all;
    }();
    return kRoles;
  }

  void read_rule(const std::string& type, Table t, std::size_t i) {
    if (type == "marker") {
      read_marker(t, i);
    } else if (type == "bullet") {
      out_.bullets.push_back(common<BulletRule>(t, {}, "bullet", i));
    } else if (type == "field") {
      FieldRule rule = common<FieldRule>(t, {"attribute"}, "field", i, "label");
      rule.attribute = choice_of(t, "attribute", roles());
      out_.fields.push_back(std::move(rule));
    } else if (type == "phrase" || type == "value") {
      read_value(t, i, type == "phrase");
    } else if (type == "column") {
      ColumnRule rule = common<ColumnRule>(t, {"role"}, "column", i, "header");
      rule.role = choice_of(t, "role", roles());
      out_.columns.push_back(std::move(rule));
    } else if (type == "period") {
      out_.periods.push_back(common<PeriodRule>(t, {}, "period", i));
    } else if (type == "budget") {
      out_.budgets.push_back(common<BudgetRule>(t, {}, "budget", i));
    } else if (type == "reference") {
      ReferenceRule rule = common<ReferenceRule>(t, {"inside"}, "reference", i);
      rule.inside = flag_of(t, "inside");
      out_.references.push_back(std::move(rule));
    } else if (type == "boundary") {
      BoundaryRule rule = common<BoundaryRule>(t, {"what"}, "boundary", i);
      static const std::vector<std::string_view> kWhat{"close", "contents", "annex"};
      rule.what = choice_of(t, "what", kWhat);
      out_.boundaries.push_back(std::move(rule));
    } else if (type == "furniture") {
      out_.furniture.push_back(common<FurnitureRule>(t, {}, "furniture", i));
    } else if (type == "stop") {
      out_.stops.push_back(common<StopRule>(t, {}, "stop", i));
    } else if (type == "fact") {
      read_fact(t, i);
    }
  }

  void read_key(const std::string& key, const toml::source_position& at, const toml::node& node) {
    static const std::vector<std::string_view> kTypes{
        "marker", "bullet",    "field",    "phrase",    "value", "column", "period",
        "budget", "reference", "boundary", "furniture", "stop",  "fact"};
    if (key == "name" || key == "title" || key == "include" || key == "part") return;
    if (key == "words") {
      if (const toml::table* words = node.as_table()) {
        for (const auto& [word, pattern] : *words) {
          out_.words[std::string(word.str())] = pattern.value_or(std::string());
          out_.words_at[std::string(word.str())] = text_origin(pattern);
        }
      }
      return;
    }
    if (std::find(kTypes.begin(), kTypes.end(), key) == kTypes.end()) {
      std::vector<std::string_view> known = kTypes;
      known.insert(known.end(), {"name", "title", "include", "part", "words"});
      unknown(key, at, known);
      return;
    }
    const toml::array* list = node.as_array();
    if (list == nullptr || !list->is_array_of_tables()) {
      problem(at, "`" + key + "` s'écrit [[" + key + "]], une table par règle", "doublez les crochets");
      return;
    }
    std::size_t index = 0;
    for (const toml::node& item : *list) {
      if (const toml::table* table = item.as_table()) read_rule(key, *table, index++);
    }
  }

  const FileText& input_;
  std::vector<Error>& problems_;
  std::set<std::string> names_;  ///< of the rules so far, with their type
  File out_;
};

}  // namespace

File parse_file(const FileText& file, std::vector<Error>& problems) {
  return FileParser(file, problems).run();
}

}  // namespace pst::grammar
