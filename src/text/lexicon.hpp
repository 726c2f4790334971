// The French dictionary: whether a word exists, and what it can be in a sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pst::text {

/// What a word can be; a bit for each, since most words can be several things.
enum Tag : std::uint32_t {
  kNoun = 1,
  kAdjective = 2,
  kInfinitive = 4,
  kPastParticiple = 8,
  kPresentParticiple = 16,
  kFinite = 32,  ///< a conjugated verb, in a tense that plans use
  kAdverb = 64,
  kProper = 128,
  kGrammatical = 256,  ///< determiner, pronoun, preposition, conjunction
  kPlural = 512,
  kSingular = 1024,
  kLiterary = 2048,  ///< passé simple, imparfait du subjonctif
};

struct Entry {
  bool known = false;
  std::uint32_t tags = 0;  ///< 0 too where the dictionary comes without grammar

  bool may_be(std::uint32_t any) const { return (tags & any) != 0; }
  /// A conjugated verb and nothing else.
  bool only_finite() const {
    return may_be(kFinite | kLiterary) &&
           !may_be(kNoun | kAdjective | kInfinitive | kPastParticiple | kAdverb | kGrammatical);
  }
};

/// Hunspell's French dictionary, opened at the first question. Answers are remembered; questions may come
/// from several threads.
class Lexicon {
 public:
  /// `folder` holds the dictionary; empty means `$PST_HUNSPELL_DIR`, or where the system keeps dictionaries.
  explicit Lexicon(std::string folder = {});
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  bool available() const;

  /// Whether the dictionary accepts exactly this spelling.
  bool accepts(const std::string& word) const;

  /// The word in any spelling of today: also with the circumflex that the reform of 1990 takes off i and u
  /// (connaitre), and with a bare capital (Etre).
  Entry look_up(std::string_view word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pst::text
