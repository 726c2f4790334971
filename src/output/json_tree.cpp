#include "output/json_tree.hpp"

#include <algorithm>

namespace pst::output {

namespace {

Error::Where place_of(std::string_view text, std::size_t byte, const std::string& file) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const auto last_feed = before.rfind('\n');
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto column = before.size() - (last_feed == before.npos ? 0 : last_feed + 1);
  return {file, std::nullopt, static_cast<int>(line), std::max(1, static_cast<int>(column))};
}

}  // namespace

Json parse_json(std::string_view text, const std::string& file) {
  const auto within_depth = [&](int depth, Json::parse_event_t, const Json&) {
    if (depth > kMaxJsonDepth) {
      throw Error({file, {}, {}, {}},
                  "JSON imbriqué sur plus de " + std::to_string(kMaxJsonDepth) + " niveaux",
                  "ce n'est pas un plan écrit par pst");
    }
    return true;
  };
  try {
    return Json::parse(text, within_depth);
  } catch (const Json::parse_error& e) {
    const bool cut_short = e.byte > text.size();
    throw Error(place_of(text, e.byte, file),
                cut_short ? "le JSON s'arrête trop tôt" : "ce n'est pas du JSON valide",
                "relancez pst extract pour réécrire ce fichier");
  }
}

std::string At::pointer() const {
  if (up == nullptr) return "";
  std::string path = up->pointer() + "/";
  if (item) return path + std::to_string(index);
  for (const char c : key) {
    if (c == '~') {
      path += "~0";
    } else if (c == '/') {
      path += "~1";
    } else {
      path += c;
    }
  }
  return path;
}

std::string_view french_type(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::object:
      return "un objet";
    case Json::value_t::array:
      return "une liste";
    case Json::value_t::string:
      return "un texte";
    case Json::value_t::boolean:
      return "true ou false";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return "un nombre entier";
    case Json::value_t::number_float:
      return "un nombre";
    default:
      return "autre chose";
  }
}

}  // namespace pst::output
