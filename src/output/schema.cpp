// A check for the part of JSON Schema that our schema uses. Written here, rather than with a library, for two
// reasons: findings are French sentences with a pointer, and the only packaged C++ validator (valijson) pulls
// in Qt and some ninety more packages. A keyword that is not in the table below is an error, never ignored.
#include "output/schema.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "grammar/embedded.hpp"
#include "output/json_tree.hpp"

namespace pst::output {

namespace {

constexpr std::size_t kMaxFindings = 1000;     ///< a hopeless file is hopeless after that many
constexpr std::size_t kMaxPatternText = 1000;  ///< std::regex recurses; no patterned value is longer
constexpr std::size_t kMaxQuoted = 80;         ///< characters of a value that a message repeats

/// In characters, as the schema counts.
std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string quoted(const Json& value) {
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (text.size() > kMaxQuoted) {
    std::size_t cut = kMaxQuoted;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    text = text.substr(0, cut) + "…";
  }
  return "« " + text + " »";
}

struct Type {
  std::string_view name;
  std::string_view french;
  bool (*holds)(const Json& value);
};

constexpr std::array<Type, 7> kTypes{{
    {"object", "un objet", [](const Json& v) { return v.is_object(); }},
    {"array", "une liste", [](const Json& v) { return v.is_array(); }},
    {"string", "un texte", [](const Json& v) { return v.is_string(); }},
    {"boolean", "true ou false", [](const Json& v) { return v.is_boolean(); }},
    {"number", "un nombre", [](const Json& v) { return v.is_number(); }},
    {"integer", "un nombre entier", [](const Json& v) { return v.is_number_integer(); }},
    {"null", "null", [](const Json& v) { return v.is_null(); }},
}};

const Type& type_named(const Json& name) {
  const auto* const row =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& type) { return name == type.name; });
  if (row == kTypes.end()) throw Error({}, "schéma : type inconnu " + quoted(name));
  return *row;
}

class Checker {
 public:
  explicit Checker(const Json& schema) : root_(schema) {}

  std::vector<Finding> run(const Json& value) {
    check(root_, value, At{});
    return std::move(findings_);
  }

 private:
  /// One keyword's argument, the schema it stands in, and the value it speaks of.
  struct Case {
    const Json& wanted;
    const Json& schema;
    const Json& value;
    const At& at;
  };
  struct Keyword {
    std::string_view name;
    void (Checker::*check)(const Case&);
  };

  void check(const Json& schema, const Json& value, const At& at) {
    for (const auto& [name, wanted] : schema.items())
      (this->*keyword(name).check)({wanted, schema, value, at});
  }

  void say(const At& at, std::string message) {
    if (findings_.size() < kMaxFindings) findings_.push_back({at.pointer(), std::move(message)});
  }

  void nothing(const Case&) {}

  void ref(const Case& c) {
    const auto target = c.wanted.get<std::string>();
    if (!target.starts_with('#')) throw Error({}, "schéma : référence externe " + quoted(c.wanted));
    check(root_.at(Json::json_pointer(target.substr(1))), c.value, c.at);
  }

  /// Speaks of the first alternative, which is the one people mean; the others are `null`.
  void any_of(const Case& c) {
    std::vector<Finding> outer = std::move(findings_);
    std::vector<Finding> first;
    bool fits = false;
    for (const Json& alternative : c.wanted) {
      findings_.clear();
      check(alternative, c.value, c.at);
      fits = fits || findings_.empty();
      if (first.empty()) first = findings_;
    }
    findings_ = std::move(outer);
    if (!fits) findings_.insert(findings_.end(), first.begin(), first.end());
  }

  void type(const Case& c) {
    const Json names = c.wanted.is_array() ? c.wanted : Json::array({c.wanted});
    std::string all;
    for (const Json& name : names) {
      const Type& row = type_named(name);
      if (row.holds(c.value)) return;
      all += (all.empty() ? "" : " ou ") + std::string(row.french);
    }
    say(c.at, "attendu " + all + ", trouvé " + std::string(french_type(c.value)));
  }

  void constant(const Case& c) {
    if (c.value != c.wanted) say(c.at, quoted(c.value) + " au lieu de " + quoted(c.wanted));
  }

  void one_of_words(const Case& c) {
    if (std::find(c.wanted.begin(), c.wanted.end(), c.value) != c.wanted.end()) return;
    std::string all;
    for (const Json& word : c.wanted) {
      if (word.is_string()) all += (all.empty() ? "" : ", ") + word.get<std::string>();
    }
    say(c.at, "valeur inconnue " + quoted(c.value) + ", attendu : " + all);
  }

  void properties(const Case& c) {
    if (!c.value.is_object()) return;
    for (const auto& [key, schema] : c.wanted.items()) {
      const auto found = c.value.find(key);
      if (found != c.value.end()) check(schema, *found, c.at.in(key));
    }
  }

  void closed(const Case& c) {
    if (c.wanted != false) throw Error({}, "schéma : « additionalProperties » ne peut être que false");
    if (!c.value.is_object()) return;
    for (const auto& [key, value] : c.value.items()) {
      if (!c.schema.at("properties").contains(key)) say(c.at, "clé inconnue " + quoted(Json(key)));
    }
  }

  void required(const Case& c) {
    if (!c.value.is_object()) return;
    for (const Json& key : c.wanted) {
      if (!c.value.contains(key)) say(c.at, "la clé " + quoted(key) + " manque");
    }
  }

  void items(const Case& c) {
    if (!c.value.is_array()) return;
    for (std::size_t i = 0; i < c.value.size(); ++i) check(c.wanted, c.value[i], c.at.in(i));
  }

  void min_items(const Case& c) {
    if (c.value.is_array() && c.value.size() < c.wanted)
      say(c.at, "moins de " + c.wanted.dump() + " éléments");
  }
  void max_items(const Case& c) {
    if (c.value.is_array() && c.value.size() > c.wanted)
      say(c.at, "plus de " + c.wanted.dump() + " éléments");
  }
  void minimum(const Case& c) {
    if (c.value.is_number() && c.value < c.wanted)
      say(c.at, c.value.dump() + " est inférieur à " + c.wanted.dump());
  }
  void maximum(const Case& c) {
    if (c.value.is_number() && c.value > c.wanted)
      say(c.at, c.value.dump() + " est supérieur à " + c.wanted.dump());
  }
  void min_length(const Case& c) {
    if (c.value.is_string() && length(c.value.get_ref<const std::string&>()) < c.wanted) {
      say(c.at, "texte vide ou trop court");
    }
  }
  void max_length(const Case& c) {
    if (c.value.is_string() && length(c.value.get_ref<const std::string&>()) > c.wanted) {
      say(c.at, "texte de plus de " + c.wanted.dump() + " caractères");
    }
  }

  void pattern(const Case& c) {
    if (!c.value.is_string()) return;
    const auto& text = c.value.get_ref<const std::string&>();
    const auto& source = c.wanted.get_ref<const std::string&>();
    const auto regex = patterns_.try_emplace(source, source).first;
    if (text.size() > kMaxPatternText || !std::regex_search(text, regex->second)) {
      say(c.at, quoted(c.value) + " n'a pas la forme attendue " + source);
    }
  }

  static const Keyword& keyword(std::string_view name) {
    static constexpr std::array<Keyword, 21> rows{{
        {"$schema", &Checker::nothing},       {"$id", &Checker::nothing},
        {"$defs", &Checker::nothing},         {"title", &Checker::nothing},
        {"description", &Checker::nothing},   {"$ref", &Checker::ref},
        {"anyOf", &Checker::any_of},          {"type", &Checker::type},
        {"const", &Checker::constant},        {"enum", &Checker::one_of_words},
        {"properties", &Checker::properties}, {"additionalProperties", &Checker::closed},
        {"required", &Checker::required},     {"items", &Checker::items},
        {"minItems", &Checker::min_items},    {"maxItems", &Checker::max_items},
        {"minimum", &Checker::minimum},       {"maximum", &Checker::maximum},
        {"minLength", &Checker::min_length},  {"maxLength", &Checker::max_length},
        {"pattern", &Checker::pattern},
    }};
    for (const Keyword& row : rows) {
      if (row.name == name) return row;
    }
    throw Error({}, "schéma : mot-clé inconnu « " + std::string(name) + " »");
  }

  const Json& root_;
  std::vector<Finding> findings_;
  std::map<std::string, std::regex> patterns_;
};

}  // namespace

std::string_view schema_text() {
  return grammar::embedded_data("plan.schema.json");
}

std::vector<Finding> check_schema(std::string_view text, const std::string& file) {
  return check_schema(text, schema_text(), file);
}

std::vector<Finding> check_schema(std::string_view text, std::string_view schema, const std::string& file) {
  const Json rules = parse_json(schema, "schema");
  return Checker(rules).run(parse_json(text, file));
}

}  // namespace pst::output
