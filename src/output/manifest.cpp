#include "output/manifest.hpp"

#include <array>
#include <limits>

#include "output/json_tree.hpp"
#include "output/json_writer.hpp"

namespace pst::output {

namespace {

constexpr std::array<std::string_view, 5> kStatusNames{"pending", "done", "failed", "refused", "duplicate"};
constexpr const char* kAdvice = "ce dossier n'est pas un lot de pst batch, ou il a été modifié à la main";

void text(JsonWriter& out, std::string_view key, const std::string& value) {
  if (value.empty()) return;
  out.key(key);
  out.value(value);
}

template <class Number>
void number(JsonWriter& out, std::string_view key, const std::optional<Number>& value) {
  if (!value) return;
  out.key(key);
  out.value(*value);
}

void write(JsonWriter& out, const Failure& failure) {
  out.begin_object();
  text(out, "kind", failure.kind);
  text(out, "message", failure.message);
  text(out, "advice", failure.advice);
  number(out, "page", failure.page);
  number(out, "line", failure.line);
  number(out, "limit", failure.limit);
  out.end_object();
}

/// Values of one JSON object, each of the type asked for.
class Values {
 public:
  Values(const Json& object, const Error::Where& where) : object_(object), where_(where) {
    if (!object.is_object()) fail("une ligne n'est pas un objet");
  }

  void read(const char* key, std::string& out) const {
    if (const Json* value = find(key)) {
      if (!value->is_string()) wrong(key);
      out = value->get<std::string>();
    }
  }
  template <class Number>
  void read(const char* key, Number& out) const {
    if (const Json* value = find(key)) {
      // Every number here is a count, and comes from a file that anyone may have touched.
      if (!value->is_number_unsigned()) wrong(key);
      const auto number = value->get<std::uint64_t>();
      if (number > static_cast<std::uint64_t>(std::numeric_limits<Number>::max())) wrong(key);
      out = static_cast<Number>(number);
    }
  }
  template <class Number>
  void read(const char* key, std::optional<Number>& out) const {
    if (find(key) != nullptr) read(key, out.emplace());
  }
  std::optional<Values> object(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_object()) wrong(key);
    return Values(*value, where_);
  }
  const Json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }
  [[noreturn]] void wrong(const char* key) const {
    fail("la valeur de « " + std::string(key) + " » n'est pas celle attendue");
  }
  [[noreturn]] void fail(const std::string& problem) const { throw Error(where_, problem, kAdvice); }

 private:
  const Json& object_;
  Error::Where where_;
};

Failure read_failure(const Values& values) {
  Failure failure;
  values.read("kind", failure.kind);
  values.read("message", failure.message);
  values.read("advice", failure.advice);
  values.read("page", failure.page);
  values.read("line", failure.line);
  values.read("limit", failure.limit);
  return failure;
}

void read_status(const Values& values, Entry& entry) {
  std::string word;
  values.read("status", word);
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (kStatusNames[i] != word) continue;
    entry.status = static_cast<Status>(i);
    return;
  }
  values.wrong("status");
}

/// An address becomes a file's name: nothing but the digits of a SHA-256 may stand there.
void read_digest(const Values& values, Entry& entry) {
  values.read("sha256", entry.sha256);
  const bool hex = entry.sha256.find_first_not_of("0123456789abcdef") == entry.sha256.npos;
  if (!entry.sha256.empty() && (!hex || entry.sha256.size() != 64)) values.wrong("sha256");
}

Recipe read_recipe(const Values& values) {
  Recipe recipe;
  values.read("id", recipe.id);
  values.read("program", recipe.program);
  values.read("model", recipe.model);
  values.read("grammars", recipe.grammars);
  if (const auto settings = values.object("settings")) {
    for (const auto& [key, value] : values.find("settings")->items()) {
      std::string text;
      settings->read(key.c_str(), text);
      recipe.settings.emplace_back(key, text);
    }
  }
  return recipe;
}

}  // namespace

std::string_view name_of(Status status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

std::string to_line(const Entry& entry) {
  std::string line;
  JsonWriter out(line, 0);
  out.begin_object();
  text(out, "path", entry.path);
  out.key("status");
  out.value(name_of(entry.status));
  text(out, "sha256", entry.sha256);
  if (!entry.sha256.empty()) {
    out.key("bytes");
    out.value(entry.bytes);
  }
  text(out, "media_type", entry.media_type);
  number(out, "pages", entry.pages);
  if (entry.status == Status::done) {
    out.key("nodes");
    out.value(entry.nodes);
    out.key("diagnostics");
    out.begin_object();
    out.key("plan");
    out.value(entry.contradictions);
    out.key("reading");
    out.value(entry.doubts);
    out.end_object();
  }
  text(out, "scheme", entry.scheme);
  text(out, "organisation", entry.organisation);
  number(out, "year", entry.year);
  if (entry.failure) {
    out.key("failure");
    write(out, *entry.failure);
  }
  text(out, "duplicate_of", entry.duplicate_of);
  text(out, "recipe", entry.recipe);
  if (!entry.recipe.empty()) {
    out.key("duration_ms");
    out.value(entry.duration_ms);
  }
  out.end_object();
  return line + '\n';
}

Entry entry_from_line(std::string_view line, const std::string& file, int number) {
  const Error::Where where{file, std::nullopt, number, std::nullopt};
  Json json;
  try {
    json = parse_json(line, file);
  } catch (const Error& e) {
    throw Error(where, e.problem(), kAdvice);
  }
  const Values values(json, where);
  Entry entry;
  values.read("path", entry.path);
  read_status(values, entry);
  read_digest(values, entry);
  values.read("bytes", entry.bytes);
  values.read("media_type", entry.media_type);
  values.read("pages", entry.pages);
  values.read("nodes", entry.nodes);
  if (const auto diagnostics = values.object("diagnostics")) {
    diagnostics->read("plan", entry.contradictions);
    diagnostics->read("reading", entry.doubts);
  }
  values.read("scheme", entry.scheme);
  values.read("organisation", entry.organisation);
  values.read("year", entry.year);
  if (const auto failure = values.object("failure")) entry.failure = read_failure(*failure);
  values.read("duplicate_of", entry.duplicate_of);
  values.read("recipe", entry.recipe);
  values.read("duration_ms", entry.duration_ms);
  return entry;
}

std::string to_json(const StoreFacts& facts) {
  std::string json;
  JsonWriter out(json, 1);
  out.begin_object();
  out.key("format");
  out.value("pst-store");
  out.key("format_version");
  out.value(kStoreFormat);
  out.key("recipes");
  out.begin_array();
  for (const Recipe& recipe : facts.recipes) {
    out.begin_object();
    text(out, "id", recipe.id);
    text(out, "program", recipe.program);
    text(out, "model", recipe.model);
    text(out, "grammars", recipe.grammars);
    out.key("settings");
    out.begin_object();
    for (const auto& [key, value] : recipe.settings) {
      out.key(key);
      out.value(value);
    }
    out.end_object();
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return json + '\n';
}

StoreFacts store_facts_from_json(std::string_view json_text, const std::string& file) {
  const Json json = parse_json(json_text, file);
  const Values values(json, {file, {}, {}, {}});
  std::string format;
  int version = 0;
  values.read("format", format);
  values.read("format_version", version);
  if (format != "pst-store") values.wrong("format");
  if (version != kStoreFormat) {
    throw Error({file, {}, {}, {}}, "ce lot est d'un format que cette version de pst ne connaît pas",
                "prenez la version de pst qui l'a écrit, ou refaites-le dans un autre dossier");
  }
  StoreFacts facts;
  const Json* recipes = values.find("recipes");
  if (recipes == nullptr || !recipes->is_array()) values.wrong("recipes");
  for (const Json& recipe : *recipes)
    facts.recipes.push_back(read_recipe(Values(recipe, {file, {}, {}, {}})));
  return facts;
}

std::string to_json(const Counts& counts, const Times& times) {
  std::string json;
  JsonWriter out(json, 1);
  const auto count = [&](std::string_view key, std::int64_t value) {
    out.key(key);
    out.value(value);
  };
  out.begin_object();
  out.key("complete");
  out.value(counts.complete && counts.pending == 0);
  count("sources", counts.sources);
  count("done", counts.done);
  count("failed", counts.failed);
  count("refused", counts.refused);
  count("duplicate", counts.duplicate);
  count("pending", counts.pending);
  count("nodes", counts.nodes);
  count("pages", counts.pages);
  out.key("diagnostics");
  out.begin_object(true);
  count("plan", counts.contradictions);
  count("reading", counts.doubts);
  out.end_object();
  out.key("failures");
  out.begin_object();
  for (const auto& [kind, number_of] : counts.failures) count(kind, number_of);
  out.end_object();
  out.key("times");
  out.begin_object(true);
  text(out, "finished", times.finished);
  out.key("seconds");
  out.value(times.seconds);
  out.end_object();
  out.end_object();
  return json + '\n';
}

bool says_complete(std::string_view json_text) {
  try {
    const Json json = parse_json(json_text, "");
    const auto found = json.is_object() ? json.find("complete") : json.end();
    return found != json.end() && found->is_boolean() && found->get<bool>();
  } catch (const Error&) {
    return false;
  }
}

}  // namespace pst::output
