#include "plan/dashes.hpp"

namespace pst::plan {
namespace {

/// The length of the dash between spaces that the text begins with; 0 without one.
std::size_t dash_length(std::string_view text) {
  if (text.size() < 3 || text[0] != ' ') return 0;
  if (text[1] == '-') return text[2] == ' ' ? 3 : 0;
  const bool dash = text.starts_with(" – ") || text.starts_with(" — ");
  return dash ? std::string_view(" – ").size() : 0;
}

}  // namespace

std::optional<Dash> find_dash(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(' ', from); at != text.npos; at = text.find(' ', at + 1)) {
    if (const std::size_t length = dash_length(text.substr(at)); length > 0) return Dash{at, at + length};
  }
  return std::nullopt;
}

std::optional<Dash> find_last_dash(std::string_view text, std::size_t from) {
  for (std::size_t at = text.size(); at-- > from;) {
    if (text[at] != ' ') continue;
    if (const std::size_t length = dash_length(text.substr(at)); length > 0) return Dash{at, at + length};
  }
  return std::nullopt;
}

}  // namespace pst::plan
