#include "grammar/file.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "grammar/toml_source.hpp"

namespace pst::grammar {
namespace {

class FileParser {
 public:
  FileParser(const FileText& input, std::vector<Error>& problems) : in_(input, problems) {}

  File run() {
    out_.file = in_.file();
    const auto root = in_.parse();
    if (!root) return std::move(out_);
    out_.name = in_.text_of(*root, "name", true);
    if (const toml::node* name = root->get("name")) out_.name_at = in_.origin_of(*name);
    out_.title = in_.text_of(*root, "title", false);
    out_.part = in_.flag_of(*root, "part");
    if (const toml::node* list = root->get("include")) {
      if (const toml::array* names = list->as_array()) {
        for (const toml::node& name : *names) {
          out_.includes.push_back(name.value_or(std::string()));
          out_.includes_at.push_back(in_.origin_of(name));
        }
      } else {
        in_.problem(list->source().begin, "`include` attend une liste de noms",
                    "par exemple include = [\"common\"]");
      }
    }
    for (const auto& [key, node] : *root) read_key(std::string(key.str()), key.source().begin, node);
    return std::move(out_);
  }

 private:
  using Table = TomlSource::Table;
  using Names = TomlSource::Names;

  void add_kind(const toml::node& node, MarkerRule& rule) {
    const std::string name = node.value_or(std::string());
    if (const auto kind = kind_named(name)) {
      if (rule.kinds == 0) rule.preferred = *kind;
      rule.kinds |= kind_bit(*kind);
      return;
    }
    std::string known;
    for (const KindFacts& row : kLadder) known += std::string(row.json) + " ";
    in_.problem(node.source().begin, "genre inconnu `" + name + "`", "genres possibles : " + known);
  }

  /// What every rule has; `extra` are the keys that only its type knows.
  template <class R>
  R common(Table table, Names extra, const char* type, std::size_t index,
           const char* pattern_key = "pattern") {
    R rule;
    rule.origin = in_.origin_of(table);
    rule.name = in_.text_of(table, "name", false);
    if (rule.name.empty()) rule.name = type + std::string("-") + std::to_string(index + 1);
    rule.pattern = in_.text_of(table, pattern_key, true);
    if (const toml::node* node = table.get(pattern_key)) {
      rule.origin = in_.text_origin(*node);
      if (rule.pattern.empty() && node->is_string()) {
        in_.problem(node->source().begin, "le motif est vide : il reconnaîtrait tout",
                    "écrivez ce que la ligne doit dire");
      }
    }
    if (!names_.insert(std::string(type) + ":" + rule.name).second) {
      in_.problem(table.source().begin,
                  "deux règles [[" + std::string(type) + "]] s'appellent `" + rule.name + "`",
                  "donnez à chacune son nom");
    }
    rule.case_sensitive = in_.flag_of(table, "case");
    extra.insert(extra.end(), {"name", pattern_key, "case"});
    in_.only(table, extra);
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
        in_.problem(kinds->source().begin, "`kinds` attend une liste",
                    "par exemple kinds = [\"action\", \"sub_action\"]");
      }
    }
    if (rule.kinds == 0 && t.get("kind") == nullptr && t.get("kinds") == nullptr) {
      in_.problem(t.source().begin, "ce marqueur ne dit pas ce qu'il ouvre",
                  "ajoutez kind = \"action\" ou kinds = [...]");
    }
    rule.bare = in_.flag_of(t, "bare");
    rule.weak = in_.flag_of(t, "weak");
    rule.generic = in_.flag_of(t, "generic");
    rule.inside = in_.flag_of(t, "inside");
    rule.card = in_.flag_of(t, "card");
    rule.row_label = in_.flag_of(t, "row_label");
    rule.heading = in_.flag_of(t, "heading");
    rule.segment = in_.text_of(t, "segment", false);
    rule.link = in_.text_of(t, "link", false);
    out_.markers.push_back(std::move(rule));
  }

  /// The values that the model knows for an attribute.
  static const Names& values_of(const std::string& attribute) {
    static const Names kPriority{"high", "medium", "low"};
    static const Names kStatus{"not_started", "in_progress", "waiting", "blocked", "completed", "cancelled"};
    static const Names kRecurrence{"daily",       "weekly", "monthly",   "quarterly",
                                   "half_yearly", "yearly", "continuous"};
    return attribute == "priority" ? kPriority : attribute == "status" ? kStatus : kRecurrence;
  }

  void read_value(Table t, std::size_t i, bool standalone) {
    ValueRule rule = common<ValueRule>(t, {"attribute", "value"}, standalone ? "phrase" : "value", i);
    static const Names kAttributes{"priority", "status", "recurrence"};
    rule.attribute = in_.choice_of(t, "attribute", kAttributes);
    rule.value = in_.choice_of(t, "value", values_of(rule.attribute));
    rule.standalone = standalone;
    out_.values.push_back(std::move(rule));
  }

  void read_fact(Table t, std::size_t i) {
    FactRule rule = common<FactRule>(t, {"fact", "value", "title_page"}, "fact", i);
    static const Names kFacts{"organisation", "cpas", "title", "adopted_on", "period", "year"};
    rule.fact = in_.choice_of(t, "fact", kFacts);
    rule.value = in_.text_of(t, "value", false);
    rule.title_page = in_.flag_of(t, "title_page");
    out_.facts.push_back(std::move(rule));
  }

  /// What a field or column may speak of: attributes, rungs, the title, the number, or a note beside them.
  static const Names& roles() {
    static const Names kRoles = [] {
      Names all{"responsible", "period",     "priority", "status", "budget", "indicators",
                "recurrence",  "references", "title",    "number", "note"};
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
      rule.attribute = in_.choice_of(t, "attribute", roles());
      out_.fields.push_back(std::move(rule));
    } else if (type == "phrase" || type == "value") {
      read_value(t, i, type == "phrase");
    } else if (type == "column") {
      ColumnRule rule = common<ColumnRule>(t, {"role"}, "column", i, "header");
      rule.role = in_.choice_of(t, "role", roles());
      out_.columns.push_back(std::move(rule));
    } else if (type == "period") {
      out_.periods.push_back(common<PeriodRule>(t, {}, "period", i));
    } else if (type == "budget") {
      out_.budgets.push_back(common<BudgetRule>(t, {}, "budget", i));
    } else if (type == "reference") {
      ReferenceRule rule = common<ReferenceRule>(t, {"inside"}, "reference", i);
      rule.inside = in_.flag_of(t, "inside");
      out_.references.push_back(std::move(rule));
    } else if (type == "boundary") {
      BoundaryRule rule = common<BoundaryRule>(t, {"what"}, "boundary", i);
      static const Names kWhat{"close", "contents", "annex", "other", "foreign"};
      rule.what = in_.choice_of(t, "what", kWhat);
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
    static const Names kTypes{"marker", "bullet",    "field",    "phrase",    "value", "column", "period",
                              "budget", "reference", "boundary", "furniture", "stop",  "fact"};
    if (key == "name" || key == "title" || key == "include" || key == "part") return;
    if (key == "words") {
      if (const toml::table* words = node.as_table()) {
        for (const auto& [word, pattern] : *words) {
          out_.words[std::string(word.str())] = pattern.value_or(std::string());
          out_.words_at[std::string(word.str())] = in_.text_origin(pattern);
        }
      }
      return;
    }
    if (std::find(kTypes.begin(), kTypes.end(), key) == kTypes.end()) {
      Names known = kTypes;
      known.insert(known.end(), {"name", "title", "include", "part", "words"});
      in_.unknown(key, at, known);
      return;
    }
    const toml::array* list = node.as_array();
    if (list == nullptr || !list->is_array_of_tables()) {
      in_.problem(at, "`" + key + "` s'écrit [[" + key + "]], une table par règle", "doublez les crochets");
      return;
    }
    std::size_t index = 0;
    for (const toml::node& item : *list) {
      if (const toml::table* table = item.as_table()) read_rule(key, *table, index++);
    }
  }

  TomlSource in_;
  std::set<std::string> names_;  ///< of the rules so far, with their type
  File out_;
};

}  // namespace

File parse_file(const FileText& file, std::vector<Error>& problems) {
  return FileParser(file, problems).run();
}

}  // namespace pst::grammar
