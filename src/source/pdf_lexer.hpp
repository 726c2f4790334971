// The tokens of a content stream (and of a character map, which has the same syntax): operators with the
// operands before them. Written for it instead of PoDoFo's tokenizer, which is slow, throws at the first odd
// byte and recurses.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pst::source::pdf {

struct Operand {
  enum class Kind : std::uint8_t {
    number,
    name,
    string,
    array,
    array_end,
    dictionary,
    dictionary_end,
    other
  };
  Kind kind = Kind::other;
  double number = 0;
  std::uint32_t begin = 0, size = 0;  ///< of a name's or a string's bytes, in Lexer's buffer
};

class Lexer {
 public:
  explicit Lexer(std::string_view content) : content_(content) {}

  /// The next operator; its operands are then in operands(). False at the end. An inline image is skipped
  /// whole and answers as the operator "EI". Never throws for odd bytes: what is no token is left out.
  bool next(std::string_view& operation);

  std::span<const Operand> operands() const { return operands_; }

  /// The bytes of a name (without the slash) or a string, undone of escapes; valid until next().
  std::string_view bytes(const Operand& operand) const {
    return std::string_view(buffer_).substr(operand.begin, operand.size);
  }

  /// Index of the operand behind the array or dictionary that begins at `index`.
  std::size_t behind(std::size_t index) const;

 private:
  void read_number();
  void read_name();
  void read_string();
  void read_hex_string();
  void skip_comment();
  void skip_image();
  void push(Operand::Kind kind, std::size_t begin = 0);

  std::string_view content_;
  std::size_t at_ = 0;
  std::vector<Operand> operands_;
  std::string buffer_;
};

}  // namespace pst::source::pdf
