// Texts that the grammars' own patterns describe, so that random documents speak the grammars' language and a
// new grammar is exercised from its first day.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace pst::corpus {

/// Makes texts from patterns as grammar files write them (see src/grammar/pattern.hpp). A text nearly always
/// matches its pattern; that it always does is not promised (anchors and assertions are passed over).
class WordingSampler {
 public:
  /// `words`: the named patterns that `{name}` stands for.
  WordingSampler(std::map<std::string, std::string> words, std::mt19937& random);

  std::string sample(const std::string& pattern);

  /// A number as plans write it: `3`, `1.2`, `2.2.3.A`, `IV`, `l`, `n° 7`.
  std::string number();

 private:
  struct Reading;
  std::string alternatives(Reading& in);
  std::string sequence(Reading& in);
  /// Goes behind a part without making a text of it.
  void skipping(Reading& in, std::string (WordingSampler::*part)(Reading&));
  std::string atom(Reading& in);
  std::string escape(Reading& in);
  std::string set(Reading& in);
  std::string macro(Reading& in);
  std::size_t repeats(Reading& in);
  std::size_t below(std::size_t n) { return random_() % n; }

  std::map<std::string, std::string> words_;
  std::mt19937& random_;
  int depth_ = 0;  ///< words within words
};

}  // namespace pst::corpus
