#include "grammar/toml_source.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace pst::grammar {

std::optional<toml::table> TomlSource::parse() const {
  try {
    return toml::parse(std::string_view(input_.text), std::string_view(input_.name));
  } catch (const toml::parse_error& error) {
    problem(error.source().begin, "erreur de syntaxe TOML : " + std::string(error.description()),
            "corrigez la ligne indiquée");
    return std::nullopt;
  }
}

void TomlSource::problem(const toml::source_position& at, std::string what, std::string advice) const {
  problems_.push_back(Error({.file = input_.name,
                             .page = std::nullopt,
                             .line = static_cast<int>(at.line),
                             .column = static_cast<int>(at.column)},
                            std::move(what), std::move(advice)));
}

void TomlSource::unknown(std::string_view word, const toml::source_position& at, const Names& known,
                         const std::string& noun) const {
  constexpr int kNear = 3;  // letters changed, at most, for one to be taken for the other
  std::string_view best;
  int distance = kNear + 1;
  for (const std::string_view candidate : known) {
    const int d = text::distance(word, candidate, kNear);
    if (d < distance) {
      distance = d;
      best = candidate;
    }
  }
  std::string advice = "vouliez-vous dire `" + std::string(best) + "` ?";
  if (best.empty()) {
    advice = noun + "s possibles :";
    for (const std::string_view candidate : known) advice += " " + std::string(candidate);
  }
  problem(at, noun + " inconnue `" + std::string(word) + "`", std::move(advice));
}

void TomlSource::only(Table table, const Names& known) const {
  for (const auto& [key, node] : table) {
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      unknown(key.str(), key.source().begin, known);
  }
}

Origin TomlSource::origin_of(const toml::node& node) const {
  return {input_.name, static_cast<int>(node.source().begin.line),
          static_cast<int>(node.source().begin.column)};
}

Origin TomlSource::text_origin(const toml::node& node) const {
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

std::string TomlSource::text_of(Table table, std::string_view key, bool required) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) {
    if (required) problem(table.source().begin, "il manque la clé `" + std::string(key) + "`", "ajoutez-la");
    return {};
  }
  if (const auto value = node->value_exact<std::string>()) return *value;
  problem(node->source().begin, "`" + std::string(key) + "` attend un texte entre apostrophes",
          "écrivez " + std::string(key) + " = '…'");
  return {};
}

std::string TomlSource::choice_of(Table table, std::string_view key, const Names& known) const {
  const std::string value = text_of(table, key, true);
  const toml::node* node = table.get(key);
  if (node != nullptr && !value.empty() && std::find(known.begin(), known.end(), value) == known.end())
    unknown(value, node->source().begin, known, "valeur");
  return value;
}

bool TomlSource::flag_of(Table table, std::string_view key) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return false;
  if (const auto value = node->value_exact<bool>()) return *value;
  problem(node->source().begin, "`" + std::string(key) + "` attend true ou false", "corrigez la valeur");
  return false;
}

}  // namespace pst::grammar
