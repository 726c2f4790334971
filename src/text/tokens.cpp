#include "text/tokens.hpp"

#include "text/codepoints.hpp"
#include "text/elision.hpp"

namespace pst::text {
namespace {

bool is_word_part(char32_t c) {
  return glyph(c).is(Glyph::letter | Glyph::digit) || c == U'|';
}

bool has_letter(std::u32string_view text) {
  for (const char32_t c : text) {
    if (glyph(c).is(Glyph::letter)) return true;
  }
  return false;
}

/// Where the word ends that begins at `at`: hyphens belong to it between two of its parts.
std::size_t word_end(std::u32string_view text, std::size_t at) {
  const auto part = [&](std::size_t i) { return i < text.size() && is_word_part(text[i]); };
  std::size_t end = at;
  while (part(end) ||
         (end > at && end < text.size() && (text[end] == U'-' || text[end] == U'‑') && part(end + 1))) {
    ++end;
  }
  return end;
}

Token word_or_elision(std::u32string_view text, std::size_t& at) {
  const std::size_t begin = at;
  at = word_end(text, begin);
  const std::u32string_view word = text.substr(begin, at - begin);
  if (glyph(word[0]).is(Glyph::digit)) return {Token::number, encode_utf8(word)};
  if (!has_letter(word)) return {Token::sign, encode_utf8(word)};
  const bool apostrophe = at + 1 < text.size() && is_apostrophe(text[at]);
  if (apostrophe && is_elided(lower_case(encode_utf8(word)))) {
    ++at;
    return {Token::elided, encode_utf8(text.substr(begin, at - begin))};
  }
  return {Token::word, encode_utf8(word)};
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

std::vector<Token> tokenize(std::string_view utf8) {
  const std::u32string text = decode_utf8(utf8);
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    if (glyph(c).is(Glyph::space)) {
      const std::size_t begin = at;
      while (at < text.size() && glyph(text[at]).is(Glyph::space)) ++at;
      tokens.push_back({Token::space, encode_utf8(std::u32string_view(text).substr(begin, at - begin))});
    } else if (is_word_part(c)) {
      tokens.push_back(word_or_elision(text, at));
    } else {
      ++at;
      tokens.push_back({Token::sign, encode_utf8(std::u32string_view(&c, 1))});
    }
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
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (!is_apostrophe(c)) append(result, to_lower(c));
  }
  return result;
}

}  // namespace pst::text
