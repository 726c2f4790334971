// A French sentence as a row of words and signs, every byte of it accounted for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::text {

struct Token {
  enum Kind {
    word,    ///< letters, with inner hyphens; digits and bars misread for letters too
    elided,  ///< l', qu' and the like, the apostrophe included
    number,  ///< begins with a digit
    space,
    sign,  ///< one code point of anything else
  };
  Kind kind = sign;
  std::string_view as_written;  ///< into the text that was taken apart
  std::string text;             ///< the same, until it is mended
  bool opens_sentence = false;  ///< the first word of the text, or after a full stop
};

/// The tokens in order; their texts joined are the text again, which must outlive them.
std::vector<Token> tokenize(std::string_view text);

std::string join(const std::vector<Token>& tokens);

/// The text in lower case, accents kept, without the apostrophe of an elision.
std::string lower_case(std::string_view text);

}  // namespace pst::text
