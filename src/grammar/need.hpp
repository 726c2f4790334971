// What a text must contain for a pattern to match it, asked before the pattern is run: most questions about
// most lines are answered `no` by a look at a few bits.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class FilteredRE2;
}

namespace pst::grammar {

/// Which runs of three signs a text has, case aside. It may err by a `yes`, never by a `no`.
class Digest {
 public:
  void take(std::string_view ascii);

  static constexpr std::size_t kShortest = 3;
  /// A literal as contains() asks for it: some of its runs.
  struct Literal {
    std::array<std::uint16_t, 6> runs{};
    std::size_t count = 0;
  };
  /// `text` has kShortest signs or more.
  static Literal literal(std::string_view text);

  bool contains(const Literal& literal) const {
    for (std::size_t i = 0; i < literal.count; ++i) {
      const std::uint16_t run = literal.runs[i];
      if ((runs_[run / kWord] >> (run % kWord) & 1U) == 0) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t kWord = 64;
  static constexpr std::size_t kRuns = 4096;  ///< as many as a hash tells apart
  std::array<std::uint64_t, kRuns / kWord> runs_{};
};

/// What a pattern needs: a text that it matches has one at least of some signs, and of some words or signs
/// several times over.
class Need {
 public:
  Need() = default;
  /// What the only pattern of `filter`, compiled to those literals, needs.
  Need(const re2::FilteredRE2& filter, const std::vector<std::string>& literals);

  /// Whether `ascii`, a text or a part of it, has one of the signs.
  bool signs_met_by(std::string_view ascii) const { return signs_.empty() || has_any(ascii, signs_); }
  bool asks_words() const { return !clauses_.empty(); }
  /// Whether the text of that digest, or a part of it, may have the words.
  bool words_met_by(const Digest& digest, std::string_view ascii) const;
  /// `[=](objectif|axe)(operationnel|=)`, for tests.
  std::string dump() const;

 private:
  struct Clause {
    std::vector<std::string> words;
    std::vector<Digest::Literal> literals;
    std::string signs;
  };
  static bool has_any(std::string_view ascii, const std::string& signs) {
    for (const char sign : signs) {
      if (ascii.find(sign) != ascii.npos) return true;
    }
    return false;
  }
  void add_clause(const std::vector<std::string>& literals);

  std::string signs_;
  std::vector<Clause> clauses_;
};

}  // namespace pst::grammar
