// A French wording as the row of word stems by which wordings are compared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pst::text {

/// A word or number of a text. Elided articles are words of their own; a dotted abbreviation is one word
/// without its dots (C.P.A.S. is cpas), the parts of a hyphenated word are several, but for prefixes
/// (socio-professionnel is socioprofessionnel).
struct Term {
  std::string stem;         ///< of the folded word (Snowball's French); a number is its digits
  std::string word;         ///< folded: lower case, no accents
  std::uint32_t begin = 0;  ///< bytes in the text
  std::uint32_t end = 0;
  bool number = false;
  bool stop = false;      ///< article, preposition, pronoun, auxiliary: says nothing by itself
  bool capital = false;   ///< begins with a capital
  bool capitals = false;  ///< two letters or more, all of them capitals
  bool opens = false;     ///< first word of the text or of a sentence
};

/// Remembers the words it has seen. One per thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  std::vector<Term> terms(std::string_view utf8);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pst::text
