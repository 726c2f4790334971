#include "source/pdf_lexer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

namespace {

enum Class : std::uint8_t { kRegular, kSpace, kDelimiter };

constexpr std::array<std::uint8_t, 256> classes() {
  std::array<std::uint8_t, 256> table{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) table[static_cast<unsigned char>(c)] = kSpace;
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
    table[static_cast<unsigned char>(c)] = kDelimiter;
  }
  return table;
}
constexpr auto kClasses = classes();

std::uint8_t class_of(char c) {
  return kClasses[static_cast<unsigned char>(c)];
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Operators that some writers put between the strings of an array shown: "[(a) 0 Tc -250 (b)] TJ".
bool sets_text_state(std::string_view operation) {
  return operation.size() == 2 && operation[0] == 'T' && operation[1] != 'J' && operation[1] != 'j';
}

bool begins_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

}  // namespace

void Lexer::push(Operand::Kind kind, std::size_t begin) {
  if (operands_.size() >= kMaxOperands) return;
  Operand operand;
  operand.kind = kind;
  operand.begin = static_cast<std::uint32_t>(begin);
  operand.size = static_cast<std::uint32_t>(buffer_.size() - begin);
  operands_.push_back(operand);
}

bool Lexer::next(std::string_view& operation) {
  operands_.clear();
  buffer_.clear();
  bool in_array = false;
  while (at_ < content_.size()) {
    const char c = content_[at_];
    if (class_of(c) == kSpace) {
      ++at_;
    } else if (begins_number(c)) {
      read_number();
    } else if (class_of(c) == kRegular) {
      const std::size_t begin = at_;
      while (at_ < content_.size() && class_of(content_[at_]) == kRegular) ++at_;
      operation = content_.substr(begin, at_ - begin);
      if (operation == "true" || operation == "false" || operation == "null") {
        push(Operand::Kind::other);
        continue;
      }
      if (in_array && sets_text_state(operation)) continue;
      if (operation != "ID") return true;
      skip_image();
      operation = "EI";
      return true;
    } else if (c == '/') {
      read_name();
    } else if (c == '(') {
      read_string();
    } else if (c == '[') {
      ++at_;
      in_array = true;
      push(Operand::Kind::array, buffer_.size());
    } else if (c == ']') {
      ++at_;
      in_array = false;
      push(Operand::Kind::array_end, buffer_.size());
    } else if (content_.substr(at_, 2) == "<<") {
      at_ += 2;
      push(Operand::Kind::dictionary, buffer_.size());
    } else if (content_.substr(at_, 2) == ">>") {
      at_ += 2;
      push(Operand::Kind::dictionary_end, buffer_.size());
    } else if (c == '<') {
      read_hex_string();
    } else if (c == '%') {
      skip_comment();
    } else {
      ++at_;
    }
  }
  return false;
}

void Lexer::read_number() {
  double sign = 1;
  while (at_ < content_.size() && (content_[at_] == '-' || content_[at_] == '+')) {
    if (content_[at_] == '-') sign = -1;
    ++at_;
  }
  double value = 0;
  while (at_ < content_.size() && content_[at_] >= '0' && content_[at_] <= '9') {
    value = value * 10 + (content_[at_++] - '0');
  }
  if (at_ < content_.size() && content_[at_] == '.') {
    double unit = 1;
    for (++at_; at_ < content_.size() && content_[at_] >= '0' && content_[at_] <= '9'; ++at_) {
      unit /= 10;
      value += unit * (content_[at_] - '0');
    }
  }
  // "12-3" and the like: broken writers; what stands behind the number goes.
  while (at_ < content_.size() && (content_[at_] == '-' || content_[at_] == '.')) {
    ++at_;
    while (at_ < content_.size() && content_[at_] >= '0' && content_[at_] <= '9') ++at_;
  }
  push(Operand::Kind::number, buffer_.size());
  if (!operands_.empty()) operands_.back().number = std::isfinite(value) ? sign * value : 0;
}

void Lexer::read_name() {
  const std::size_t begin = buffer_.size();
  ++at_;
  while (at_ < content_.size() && class_of(content_[at_]) == kRegular) {
    if (content_[at_] == '#' && at_ + 2 < content_.size() && hex(content_[at_ + 1]) >= 0 &&
        hex(content_[at_ + 2]) >= 0) {
      buffer_ += static_cast<char>(hex(content_[at_ + 1]) * 16 + hex(content_[at_ + 2]));
      at_ += 3;
    } else {
      buffer_ += content_[at_++];
    }
  }
  push(Operand::Kind::name, begin);
}

void Lexer::read_string() {
  const std::size_t begin = buffer_.size();
  int depth = 1;
  for (++at_; at_ < content_.size(); ++at_) {
    const char c = content_[at_];
    if (c == '\\' && at_ + 1 < content_.size()) {
      const char e = content_[++at_];
      if (e >= '0' && e <= '7') {
        int value = 0;
        for (int i = 0; i < 3 && at_ < content_.size() && content_[at_] >= '0' && content_[at_] <= '7'; ++i) {
          value = value * 8 + (content_[at_++] - '0');
        }
        --at_;
        buffer_ += static_cast<char>(value);
      } else if (e == '\r') {
        if (at_ + 1 < content_.size() && content_[at_ + 1] == '\n') ++at_;
      } else if (e != '\n') {
        constexpr std::string_view kEscapes = "nrtbf", kMeant = "\n\r\t\b\f";
        const std::size_t which = kEscapes.find(e);
        buffer_ += which == kEscapes.npos ? e : kMeant[which];
      }
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) {
      ++at_;
      break;
    }
    buffer_ += c;
  }
  push(Operand::Kind::string, begin);
}

void Lexer::read_hex_string() {
  const std::size_t begin = buffer_.size();
  int high = -1;
  for (++at_; at_ < content_.size() && content_[at_] != '>'; ++at_) {
    const int digit = hex(content_[at_]);
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      buffer_ += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) buffer_ += static_cast<char>(high * 16);
  if (at_ < content_.size()) ++at_;
  push(Operand::Kind::string, begin);
}

void Lexer::skip_comment() {
  while (at_ < content_.size() && content_[at_] != '\n' && content_[at_] != '\r') ++at_;
}

/// Behind `ID`: to the `EI` that ends the data, which may hold those two letters itself. What follows the
/// true one reads as text for a while.
void Lexer::skip_image() {
  constexpr std::size_t kLooked = 12;
  while (true) {
    const std::size_t found = content_.find("EI", at_);
    if (found == content_.npos) {
      at_ = content_.size();
      return;
    }
    at_ = found + 2;
    if (found > 0 && class_of(content_[found - 1]) != kSpace) continue;
    if (at_ < content_.size() && class_of(content_[at_]) != kSpace) continue;
    const std::string_view after = content_.substr(at_, kLooked);
    const bool plain = std::all_of(after.begin(), after.end(), [](char c) {
      return (c >= ' ' && c <= '~') || (class_of(c) == kSpace && c != '\0');
    });
    if (plain) return;
  }
}

std::size_t Lexer::behind(std::size_t index) const {
  int depth = 0;
  for (std::size_t i = index; i < operands_.size(); ++i) {
    const auto kind = operands_[i].kind;
    if (kind == Operand::Kind::array || kind == Operand::Kind::dictionary) ++depth;
    if (kind == Operand::Kind::array_end || kind == Operand::Kind::dictionary_end) --depth;
    if (depth <= 0) return i + 1;
  }
  return operands_.size();
}

}  // namespace pst::source::pdf
