// Words that exist with and without their accent: a or à, ou or où, des or dès. Only the sentence tells.
#pragma once

#include <cstddef>

#include "text/sentence.hpp"

namespace pst::text {

enum class Verdict { keep, change, doubt };

/// Whether the word `a` at that place is the preposition `à` that lost its accent. `keep` where it is the
/// verb (il a, a décidé), `doubt` where it may be either.
Verdict judge_a(const Sentence& sentence, std::size_t at);

/// Whether the word `ou` at that place is `où`; `keep` unless it surely is.
Verdict judge_ou(const Sentence& sentence, std::size_t at);

/// Whether the word `des` or `dés` at that place is `dès` (dès lors, dès que, dès la rentrée).
Verdict judge_des(const Sentence& sentence, std::size_t at);

/// Whether the word `prés` at that place is `près` (près de, à peu près).
Verdict judge_pres(const Sentence& sentence, std::size_t at);

/// Whether the word at that place is a grade (A1, B1, D1) whose digit was read as l: employée Bl.
bool is_grade(const Sentence& sentence, std::size_t at);

}  // namespace pst::text
