// JSON back to a plan. Walks the same key lists as the writer.
#include <limits>

#include "output/fields.hpp"
#include "output/json.hpp"
#include "output/json_tree.hpp"
#include "output/names.hpp"

namespace pst::output {

namespace {

constexpr const char* kAdvice = "pst validate dit tout ce qui ne va pas dans ce fichier";

[[noreturn]] void fail(const At& at, const std::string& problem) {
  throw Error({}, (at.up == nullptr ? "racine" : at.pointer()) + " : " + problem, kAdvice);
}

[[noreturn]] void wrong_type(const At& at, std::string_view wanted, const Json& value) {
  fail(at, "attendu " + std::string(wanted) + ", trouvé " + std::string(french_type(value)));
}

template <class T>
void read(const At& at, const Json& value, T& out);

/// The visitor of fields.hpp that reads.
class FieldReader {
 public:
  FieldReader(const At& at, const Json& object) : at_(at), object_(object) {
    if (!object.is_object()) wrong_type(at, "un objet", object);
  }

  template <class T>
  void required(std::string_view key, T& x) {
    const Json* value = find(key);
    if (value == nullptr) fail(at_, "la clé « " + std::string(key) + " » manque");
    read(at_.in(key), *value, x);
  }
  template <class T>
  void nullable(std::string_view key, std::optional<T>& x) {
    optional(key, x);
  }
  template <class T>
  void optional(std::string_view key, std::optional<T>& x) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_null()) read(at_.in(key), *value, x.emplace());
  }
  template <class T>
  void optional(std::string_view key, T& x) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_null()) read(at_.in(key), *value, x);
  }
  void flag(std::string_view key, bool& x) { optional(key, x); }
  void foreign(std::string_view key) { find(key); }
  void lines(std::string_view key, int& first, int& last) {
    std::pair<int, int> both;
    required(key, both);
    std::tie(first, last) = both;
  }

  /// Once every key was asked for: a key that nobody asked for is one the model does not know.
  void finish() const {
    if (asked_.size() == object_.size()) return;
    for (const auto& [key, value] : object_.items()) {
      if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
        fail(at_, "clé inconnue « " + key + " »");
      }
    }
  }

 private:
  const Json* find(std::string_view key) {
    const auto found = object_.find(key);
    if (found == object_.end()) return nullptr;
    asked_.push_back(key);
    return &*found;
  }

  const At& at_;
  const Json& object_;
  std::vector<std::string_view> asked_;
};

template <class Integer>
void read_integer(const At& at, const Json& value, Integer& out) {
  if (!value.is_number_integer()) wrong_type(at, "un nombre entier", value);
  const bool unsigned_value = value.is_number_unsigned();
  const bool in_range = unsigned_value ? std::in_range<Integer>(value.get<std::uint64_t>())
                                       : std::in_range<Integer>(value.get<std::int64_t>());
  if (!in_range) fail(at, "nombre hors limites");
  out = unsigned_value ? static_cast<Integer>(value.get<std::uint64_t>())
                       : static_cast<Integer>(value.get<std::int64_t>());
}

void read_box(const At& at, const Json& value, source::Box& out) {
  if (!value.is_array() || value.size() != 4) wrong_type(at, "quatre nombres [x0, y0, x1, y1]", value);
  double* const edges[] = {&out.x0, &out.y0, &out.x1, &out.y1};
  for (std::size_t i = 0; i < 4; ++i) read(at.in(i), value[i], *edges[i]);
}

template <class Name>
void read_name(const At& at, const Json& value, Name& out) {
  if (!value.is_string()) wrong_type(at, "un texte", value);
  const auto& name = value.get_ref<const std::string&>();
  if (!from_name(name, out)) fail(at, "valeur inconnue « " + name + " »");
}

template <class T>
void read_items(const At& at, const Json& value, std::vector<T>& out) {
  if (!value.is_array()) wrong_type(at, "une liste", value);
  out.clear();
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) read(at.in(i), value[i], out.emplace_back());
}

template <class T>
void read(const At& at, const Json& value, T& out) {
  if constexpr (std::same_as<T, std::string>) {
    if (!value.is_string()) wrong_type(at, "un texte", value);
    out = value.get_ref<const std::string&>();
  } else if constexpr (std::same_as<T, bool>) {
    if (!value.is_boolean()) wrong_type(at, "true ou false", value);
    out = value.get<bool>();
  } else if constexpr (std::integral<T>) {
    read_integer(at, value, out);
  } else if constexpr (std::same_as<T, double>) {
    if (!value.is_number()) wrong_type(at, "un nombre", value);
    out = value.get<double>();
  } else if constexpr (std::is_enum_v<T>) {
    read_name(at, value, out);
  } else if constexpr (std::same_as<T, std::pair<int, int>>) {
    if (!value.is_array() || value.size() != 2) wrong_type(at, "deux nombres [première, dernière]", value);
    read(at.in(0), value[0], out.first);
    read(at.in(1), value[1], out.second);
  } else if constexpr (std::same_as<T, source::Box>) {
    read_box(at, value, out);
  } else if constexpr (requires { out.emplace_back(); }) {
    read_items(at, value, out);
  } else {
    FieldReader visitor(at, value);
    fields(visitor, out);
    visitor.finish();
  }
}

/// Another version may have other keys; say that rather than name the first of them.
void check_version(const Json& root) {
  const auto version = root.is_object() ? root.find("schema_version") : root.end();
  if (!root.is_object() || version == root.end() || *version == plan::kSchemaVersion) return;
  throw Error(
      {},
      "/schema_version : version inconnue, ce programme lit la version " + std::string(plan::kSchemaVersion),
      "relisez le plan d'origine avec pst extract");
}

}  // namespace

plan::Plan from_json(std::string_view text, const std::string& file) {
  const Json root = parse_json(text, file);
  try {
    check_version(root);
    plan::Plan plan;
    read(At{}, root, plan);
    return plan;
  } catch (const Error& e) {
    throw e.in_file(file);
  }
}

}  // namespace pst::output
