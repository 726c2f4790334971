#include "output/terminal.hpp"

#include <array>

#include "text/codepoints.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

/// In the order of Ink.
constexpr std::array<std::string_view, 9> kSequences{
    "", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[34m", "\x1b[35m", "\x1b[36m"};
constexpr std::string_view kReset = "\x1b[0m";

}  // namespace

std::string inked(std::string_view text, Ink ink, const Look& look) {
  if (!look.colour || ink == Ink::plain || text.empty()) return std::string(text);
  return std::string(kSequences[static_cast<std::size_t>(ink)]) + std::string(text) + std::string(kReset);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t from = i;
    const char32_t c = text::next_code_point(text, i);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (control) {
      out += ' ';
    } else if (c == text::kReplacement) {
      text::append(out, c);
    } else {
      out.append(text, from, i - from);
    }
  }
  return out;
}

std::string clipped(std::string_view text, int width) {
  if (width <= 0 || text::length(text) <= static_cast<std::size_t>(width)) return std::string(text);
  std::size_t end = 0;
  for (int i = 1; i < width; ++i) text::next_code_point(text, end);
  return std::string(text.substr(0, end)) + "…";
}

std::string padded(std::string_view text, int width) {
  std::string out(text);
  const auto length = static_cast<int>(text::length(text));
  if (length < width) out.append(static_cast<std::size_t>(width - length), ' ');
  return out;
}

}  // namespace pst::output
