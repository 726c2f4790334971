#include "text/sentence.hpp"

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

// Pronouns and negations that stand before an infinitive.
constexpr std::string_view kClitics =
    "le la les l lui leur y en se s me m te t nous vous ne n pas plus jamais rien mieux bien tout davantage "
    "toujours";

constexpr std::string_view kPrepositions =
    "à afin après avant avec chez contre d dans de depuis dès du des en entre envers grâce hors jusqu lors "
    "malgré "
    "outre par parmi pendant pour sans sauf selon sous sur suite vers via concernant";

constexpr std::string_view kRelatives = "qui que qu dont où lequel laquelle lesquels lesquelles";
constexpr std::string_view kConjunctions = "si lorsque lorsqu quand puisque puisqu comme quoique quoiqu";
// que after these compares or adds, and begins no clause.
constexpr std::string_view kBeforeAddingQue =
    "ainsi autant tant plutôt plus moins autre autres même mêmes telle tel telles tels";

constexpr std::string_view kPluralDeterminers =
    "les des ces nos vos leurs ses mes tes plusieurs quelques certains certaines différents différentes "
    "divers "
    "diverses tous toutes deux trois quatre cinq aux";
constexpr std::string_view kSingularDeterminers =
    "le la l un une ce cet cette son sa mon ma ton ta notre votre leur chaque aucun aucune tout toute du au "
    "quel quelle";
constexpr std::string_view kSubjectPronouns =
    "il elle on ils elles je j tu nous vous chacun chacune personne rien quiconque tous toutes tout cela ça "
    "ceci ce c "
    "celui celle ceux celles certains certaines plusieurs autrui monsieur madame mme mr m dr";

// Verbs that the dictionary also knows as something else, but that are hardly ever anything else.
constexpr std::string_view kPlainVerbs =
    "est sont était sera seront soit soient ont peut peuvent doit doivent fut";

const Piece kNothing;

}  // namespace

/// At the beginning of a sentence its capital says nothing of a word, elsewhere it makes the word a name or a
/// title, and all capitals an abbreviation.
Entry Piece::entry() const {
  if (lexicon == nullptr) return {};
  std::size_t at = 0;
  const bool capital = glyph(next_code_point(as_written, at)).is(Glyph::upper);
  if (capital && at < as_written.size() && glyph(next_code_point(as_written, at)).is(Glyph::upper)) return {};
  if (capital && opens_sentence) {
    if (const Entry entry = lexicon->look_up(lower); entry.known) return entry;
  }
  Entry entry = lexicon->look_up(as_written);
  if (capital && !opens_sentence) entry.tags &= ~std::uint32_t{kFinite | kInfinitive | kPastParticiple};
  return entry;
}

bool listed(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

Sentence::Sentence(const std::vector<Token>& tokens, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::space) continue;
    pieces_.push_back({token.kind, token.text, lower_case(token.text), i, token.opens_sentence,
                       token.kind == Token::word ? &lexicon : nullptr});
  }
}

const Piece& Sentence::operator[](std::size_t at) const {
  return at < pieces_.size() ? pieces_[at] : kNothing;
}

std::size_t Sentence::after(std::size_t at) const {
  do {
    ++at;
  } while (at < pieces_.size() && pieces_[at].kind == Token::sign &&
           listed("« \" “ ( ‘ ' + - / ± ~", pieces_[at].as_written));
  return at;
}

bool Sentence::infinitive_at(std::size_t at) const {
  for (int steps = 0; steps < 4; ++steps, ++at) {
    const Piece& piece = (*this)[at];
    if (!piece.is_word()) return false;
    // Behind an article an infinitive may be a noun (le devoir).
    const bool behind_article = steps > 0 && listed("le la les l leur tout", (*this)[at - 1].lower);
    if (piece.may_be(kInfinitive)) return !(behind_article && piece.may_be(kNoun));
    const bool adverb =
        piece.may_be(kAdverb) && !piece.may_be(kNoun | kAdjective | kFinite | kPastParticiple);
    if (!listed(kClitics, piece.lower) && !adverb) return false;
  }
  return false;
}

std::size_t Sentence::clause_begin(std::size_t end) const {
  int closed = 0;  // brackets that were closed before `end`: what they hold is no part of the clause
  for (std::size_t at = end; at-- > 0;) {
    const Piece& piece = pieces_[at];
    if (piece.kind == Token::sign) {
      if (piece.is(")") || piece.is("]")) ++closed;
      if ((piece.is("(") || piece.is("[")) && closed-- == 0) return at + 1;
      const bool dot = piece.is(".") && at > 0 && pieces_[at - 1].lower.size() > 3;
      if (closed == 0 && (dot || listed("; : ? ! – — • |", piece.as_written))) return at + 1;
    } else if (closed == 0 && piece.is_word()) {
      const bool adds =
          (piece.is("que") || piece.is("qu")) && at > 0 && listed(kBeforeAddingQue, pieces_[at - 1].lower);
      if (!adds && (listed(kRelatives, piece.lower) || listed(kConjunctions, piece.lower))) return at + 1;
    }
  }
  return 0;
}

bool Sentence::has_finite(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    const Piece& piece = pieces_[at];
    if (piece.kind != Token::word) continue;
    if (piece.entry().only_finite() || listed(kPlainVerbs, piece.lower)) return true;
  }
  return false;
}

bool Sentence::may_begin_subject(std::size_t at) const {
  const Piece& piece = (*this)[at];
  if (piece.kind == Token::number) return true;
  if (!piece.is_word()) return false;
  return listed(kPluralDeterminers, piece.lower) || listed(kSingularDeterminers, piece.lower) ||
         listed(kSubjectPronouns, piece.lower) || piece.may_be(kProper) || !piece.entry().known;
}

Clause Sentence::clause_before(std::size_t end) const {
  const std::size_t begin = clause_begin(end);
  if (begin == 0) return judge(0, end);
  const Piece& opener = pieces_[begin - 1];
  if (!opener.is_word()) return judge(begin, end);

  // A subordinate clause may have its verb, and the main clause still wait for its own.
  const Clause outer = clause_before(begin - 1);
  if (opener.is("qui")) {
    std::size_t first = begin;
    while (first < end && listed(kClitics, pieces_[first].lower)) ++first;
    const bool verb = first < end && pieces_[first].may_be(kFinite);
    return (verb || has_finite(begin, end)) && outer != Clause::open ? Clause::has_verb : Clause::open;
  }
  return has_finite(begin, end) && outer != Clause::open ? Clause::has_verb : Clause::open;
}

Clause Sentence::judge(std::size_t begin, std::size_t end) const {
  while (begin < end && !pieces_[begin].is_word() && pieces_[begin].kind != Token::number) ++begin;
  if (begin >= end) return Clause::no_subject;
  if (infinitive_at(begin)) return Clause::no_subject;
  if (listed(kPrepositions, pieces_[begin].lower) && !listed("du des", pieces_[begin].lower)) {
    // Dans ce cadre, le CPAS …: what counts begins behind the comma.
    for (std::size_t at = end; at-- > begin;) {
      if (pieces_[at].is(",") && at + 1 < end) return judge(at + 1, end);
    }
    const std::size_t next = pieces_[begin + 1 < end ? begin + 1 : begin].is("de") ? begin + 2 : begin + 1;
    if (infinitive_at(next)) return Clause::no_subject;
    return has_finite(begin, end) ? Clause::has_verb : Clause::open;
  }
  if (has_finite(begin, end)) return Clause::has_verb;

  const Piece& first = pieces_[begin];
  const bool plural = listed(kPluralDeterminers, first.lower);
  if (!plural && may_begin_subject(begin)) return Clause::open;
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (pieces_[at].is(",") && may_begin_subject(at + 1)) return Clause::open;
  }
  if (plural) return Clause::plural;
  const bool bare = first.may_be(kNoun | kAdjective | kPastParticiple | kPresentParticiple);
  return bare ? Clause::no_subject : Clause::open;
}

}  // namespace pst::text
