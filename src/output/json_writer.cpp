#include "output/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "text/bytes.hpp"
#include "text/codepoints.hpp"

namespace pst::output {

namespace {

/// Where the next byte stands that may not be copied as it is: a quote, a backslash, a control or what is no
/// ASCII.
std::size_t find_special(std::string_view text, std::size_t from) {
  return text::find_byte(
      text, from, [](text::ByteBlock c) { return (c < 0x20) | (c >= 0x80) | (c == '"') | (c == '\\'); });
}

/// A quote, a backslash or a control as JSON has it.
std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default: {
      constexpr std::string_view hex = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      return std::string("\\u00") + hex[byte >> 4U] + hex[byte & 0xFU];
    }
  }
}

using Digits = std::array<char, 32>;

template <class Number>
std::string_view digits_of(Number number, Digits&& buffer) {
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

}  // namespace

void JsonWriter::begin(char bracket, bool flat) {
  separate();
  put(bracket);
  if (flat && flat_from_ < 0) flat_from_ = depth_;
  ++depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_ && !on_one_line()) newline(false);
  if (flat_from_ == depth_) flat_from_ = -1;
  put(bracket);
  first_ = false;
  if (depth_ == 0) flush();  // the value is whole
}

void JsonWriter::newline(bool behind_comma) {
  static constexpr std::string_view kMargin =
      ",\n                                                            ";
  const std::string_view margin = kMargin.substr(behind_comma ? 0 : 1);
  const std::size_t spaces = static_cast<std::size_t>(depth_) * static_cast<std::size_t>(indent_);
  const std::size_t wanted = spaces + (behind_comma ? 2 : 1);
  put(margin.substr(0, wanted));
  for (std::size_t more = margin.size(); more < wanted; ++more) put(' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ > 0 && !on_one_line()) {
    newline(!first_);
  } else if (!first_) {
    put(indent_ > 0 ? std::string_view(", ") : std::string_view(","));
  }
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  constexpr std::size_t kSigns = 4;  // quotes, colon, space
  separate();
  if (name.size() + kSigns > block_.size() - held_) flush();
  char* to = block_.data() + held_;
  *to++ = '"';
  to += name.copy(to, name.size());
  *to++ = '"';
  *to++ = ':';
  if (indent_ > 0) *to++ = ' ';
  held_ = static_cast<std::size_t>(to - block_.data());
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  separate();
  put('"');
  std::size_t copied = 0;
  for (std::size_t i = find_special(text, 0); i < text.size(); i = find_special(text, i)) {
    const std::size_t from = i;
    const char32_t c = text::next_code_point(text, i);
    const bool broken = c == text::kReplacement && i == from + 1;
    if (c >= 0x80 && !broken) continue;
    put(text.substr(copied, from - copied));
    put(broken ? "\xEF\xBF\xBD" : escaped(text[from]));
    copied = i;
  }
  put(text.substr(copied));
  put('"');
}

void JsonWriter::value(std::int64_t number) {
  separate();
  put(digits_of(number, Digits()));
}

void JsonWriter::value(std::uint64_t number) {
  separate();
  put(digits_of(number, Digits()));
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  put(digits_of(number, Digits()));
}

void JsonWriter::value(bool flag) {
  separate();
  put(flag ? std::string_view("true") : std::string_view("false"));
}

void JsonWriter::null() {
  separate();
  put(std::string_view("null"));
}

}  // namespace pst::output
