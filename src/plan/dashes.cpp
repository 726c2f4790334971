#include "plan/dashes.hpp"

#include "text/bytes.hpp"

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
  constexpr text::ByteSet kDashes("-\xE2");  // what `-`, `–` and `—` begin with
  for (std::size_t at = text::find_any(text, kDashes, from + 1); at < text.size();
       at = text::find_any(text, kDashes, at + 1)) {
    const std::size_t length = dash_length(text.substr(at - 1));
    if (length > 0) return Dash{at - 1, at - 1 + length};
  }
  return std::nullopt;
}

std::optional<Dash> find_last_dash(std::string_view text, std::size_t from) {
  std::optional<Dash> last;
  while (const auto next = find_dash(text, last ? last->begin + 1 : from)) last = next;
  return last;
}

}  // namespace pst::plan
