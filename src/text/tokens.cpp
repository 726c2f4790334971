#include "text/tokens.hpp"

#include "text/codepoints.hpp"
#include "text/elision.hpp"

namespace pst::text {
namespace {

bool is_word_part(char32_t c) {
  return glyph(c).is(Glyph::letter | Glyph::digit) || c == U'|';
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return next_code_point(text, at);
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (glyph(next_code_point(text, at)).is(Glyph::letter)) return true;
  }
  return false;
}

/// Where the word ends that begins at `at`: hyphens belong to it between two of its parts.
std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    std::size_t behind = end;
    const char32_t c = next_code_point(text, behind);
    if (!is_word_part(c)) {
      const bool joins = end > at && (c == U'-' || c == U'‑') && behind < text.size();
      if (!joins || !is_word_part(first_of(text.substr(behind)))) break;
    }
    end = behind;
  }
  return end;
}

Token::Kind kind_of(std::string_view word) {
  if (glyph(first_of(word)).is(Glyph::digit)) return Token::number;
  return has_letter(word) ? Token::word : Token::sign;
}

/// Behind the apostrophe at `at` that ends an elided word, with something following; else `at`.
std::size_t behind_elision(std::string_view text, std::string_view word, std::size_t at) {
  std::size_t behind = at;
  const bool apostrophe = at < text.size() && is_apostrophe(next_code_point(text, behind));
  return apostrophe && behind < text.size() && is_elided(lower_case(word)) ? behind : at;
}

void mark_openings(std::vector<Token>& tokens) {
  bool open = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.kind == Token::space) continue;
    if (token.kind == Token::sign) {
      // A full stop ends a sentence after a word, not after an initial or a number.
      const bool stop =
          token.text == "!" || token.text == "?" ||
          (token.text == "." && i > 0 && tokens[i - 1].kind == Token::word && tokens[i - 1].text.size() > 3);
      open = stop || (open && token.text != ":" && token.text != ";");
      continue;
    }
    token.opens_sentence = open;
    open = false;
  }
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 3 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    Token::Kind kind = Token::sign;
    if (glyph(c).is(Glyph::space)) {
      kind = Token::space;
      while (at < text.size() && glyph(first_of(text.substr(at))).is(Glyph::space)) next_code_point(text, at);
    } else if (is_word_part(c)) {
      at = word_end(text, begin);
      const std::string_view word = text.substr(begin, at - begin);
      kind = kind_of(word);
      if (kind == Token::word) at = behind_elision(text, word, at);
      if (at > begin + word.size()) kind = Token::elided;
    }
    const std::string_view as_written = text.substr(begin, at - begin);
    tokens.push_back({kind, as_written, std::string(as_written)});
  }
  mark_openings(tokens);
  return tokens;
}

std::string join(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) text += token.text;
  return text;
}

std::string lower_case(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (!is_apostrophe(c)) append(result, to_lower(c));
  }
  return result;
}

}  // namespace pst::text
