#include "output/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "text/codepoints.hpp"

namespace pst::output {

namespace {

/// Whether a byte can be copied as it stands: printable ASCII other than the quote and the backslash.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

void escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default: {
      constexpr std::string_view hex = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    }
  }
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  out.append(buffer.data(), end);
}

}  // namespace

void JsonWriter::begin(char bracket, bool flat) {
  separate();
  out_ += bracket;
  if (flat && flat_from_ < 0) flat_from_ = depth_;
  ++depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_ && !on_one_line()) newline();
  if (flat_from_ == depth_) flat_from_ = -1;
  out_ += bracket;
  first_ = false;
}

void JsonWriter::newline() {
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (depth_ > 0 && !on_one_line()) {
    newline();
  } else if (!first_ && indent_ > 0) {
    out_ += ' ';
  }
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += indent_ > 0 ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t copied = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (kPlain[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    const std::size_t from = i;
    const char32_t c = text::next_code_point(text, i);
    const bool broken = c == text::kReplacement && i == from + 1;
    if (c >= 0x80 && !broken) continue;
    out_.append(text, copied, from - copied);
    broken ? void(out_ += "\xEF\xBF\xBD") : escape(out_, text[from]);
    copied = i;
  }
  out_.append(text, copied);
  out_ += '"';
}

void JsonWriter::value(std::int64_t number) {
  separate();
  append_number(out_, number);
}

void JsonWriter::value(std::uint64_t number) {
  separate();
  append_number(out_, number);
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  append_number(out_, number);
}

void JsonWriter::value(bool flag) {
  separate();
  out_ += flag ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

}  // namespace pst::output
