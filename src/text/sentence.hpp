// A sentence seen from one of its words: what stands before and after, and whether the clause around it still
// lacks a subject or a verb.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/lexicon.hpp"
#include "text/tokens.hpp"

namespace pst::text {

/// One word, elision, number or sign of a sentence; spaces are left out.
struct Piece {
  Token::Kind kind = Token::sign;
  std::string as_written;
  std::string lower;      ///< without apostrophe
  std::size_t token = 0;  ///< its index among the tokens
  bool opens_sentence = false;
  const Lexicon* lexicon = nullptr;  ///< of a word

  bool is_word() const { return kind == Token::word || kind == Token::elided; }
  bool is(std::string_view one) const { return lower == one; }
  /// What the word can be where it stands. The lexicon is asked when that matters, which is seldom.
  Entry entry() const;
  bool may_be(std::uint32_t any) const { return entry().may_be(any); }
};

/// What a clause, up to some word, leaves open.
enum class Clause {
  no_subject,  ///< nothing in it can be the subject of a verb: an infinitive, a bare noun, nothing at all
  plural,      ///< at most a subject in the plural
  has_verb,    ///< it has its verb
  open,        ///< a subject that waits for its verb, as far as one can tell
};

class Sentence {
 public:
  Sentence(const std::vector<Token>& tokens, const Lexicon& lexicon);

  std::size_t size() const { return pieces_.size(); }

  /// The piece there, an empty sign beyond the ends.
  const Piece& operator[](std::size_t at) const;

  /// The next piece after `at` that is no opening quote, bracket or algebraic sign.
  std::size_t after(std::size_t at) const;

  /// An infinitive, also behind its pronouns and adverbs (les aider, ne pas perdre, mieux vivre).
  bool infinitive_at(std::size_t at) const;

  /// What the clause before `end` leaves open.
  Clause clause_before(std::size_t end) const;

 private:
  std::size_t clause_begin(std::size_t end) const;
  Clause judge(std::size_t begin, std::size_t end) const;
  bool has_finite(std::size_t begin, std::size_t end) const;
  bool may_begin_subject(std::size_t at) const;

  std::vector<Piece> pieces_;
};

/// Whether the word stands in the list, given as "il elle on".
bool listed(std::string_view words, std::string_view word);

}  // namespace pst::text
