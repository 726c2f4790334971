#include "text/context.hpp"

#include "text/codepoints.hpp"
#include "text/sentence.hpp"

namespace pst::text {
namespace {

// Behind one of these `a` is the verb; behind the others, unless an infinitive follows.
constexpr std::string_view kSureSubjects = "il elle on qui y n ne l m t j c qu";
constexpr std::string_view kSubjects =
    "en ça cela ceci lui leur tout chacun chacune rien personne quiconque celui-ci celle-ci celui-là "
    "celle-là "
    "lequel laquelle";

// Words that want à behind them.
constexpr std::string_view kGovernors =
    "accès adhésion aide aides appel apte attention adapté adaptée adaptés adaptées accessible accessibles "
    "conforme "
    "contribution conformément contrairement destiné destinée destinés destinées droit égard face favorable "
    "grâce "
    "incitation initiation jusqu liée lié liées liés nécessaire nécessaires participation préalable "
    "préparation prêt "
    "prête prêts prêtes propice propre quant rapport recours relatif relative relatifs relatives réponse "
    "sensibilisation soutien suite utile utiles atteinte inscription adaptation retour opposition";

// Fixed beginnings: nothing else can follow them.
constexpr std::string_view kAlwaysGovern = "jusqu quant grâce conformément contrairement";

// With these the verb makes set phrases: a lieu, a besoin, a pour but.
constexpr std::string_view kVerbPhrases =
    "lieu besoin droit accès recours trait envie intérêt vocation affaire connaissance raison tort peur mal "
    "mission "
    "charge priorité autorité force valeur cours pour pouvoir obligation tendance confiance coutume égard "
    "conscience "
    "hâte honte soif faim comme droits pris fait";

// Latin: a priori, a minima.
constexpr std::string_view kLatin = "priori posteriori fortiori contrario minima maxima cappella";

constexpr std::string_view kPersons =
    "chacun chacune nous vous eux elles autrui quiconque ceux celles celui celle lui";
constexpr std::string_view kDefinite = "la l leurs ses tous toutes cet cette ces chaque nos notre vos votre";

constexpr std::string_view kPluralArticles =
    "les des de d ces nos vos leurs ses aux deux trois quelques plusieurs";

bool is_plain_participle(const Piece& next) {
  return next.is("été") || next.is("eu") || next.is("pu") || next.is("dû");
}

/// A past participle, also behind adverbs: a décidé, a déjà été conclu.
bool participle_at(const Sentence& sentence, std::size_t at) {
  for (int steps = 0; steps < 3; ++steps, ++at) {
    const Piece& piece = sentence[at];
    if (piece.kind != Token::word) return false;
    if (is_plain_participle(piece)) return true;
    if (piece.may_be(kPastParticiple) && !piece.may_be(kNoun | kInfinitive)) return true;
    if (!piece.may_be(kAdverb) || piece.may_be(kNoun | kAdjective)) return false;
  }
  return false;
}

bool is_bare_noun(const Piece& piece) {
  return piece.kind == Token::word && piece.may_be(kNoun) && !piece.may_be(kPastParticiple | kGrammatical) &&
         !listed(kVerbPhrases, piece.lower);
}

bool is_name(const Piece& piece) {
  const std::u32string letters = decode_utf8(piece.as_written);
  return piece.kind == Token::word && !letters.empty() && glyph(letters[0]).is(Glyph::upper);
}

/// à where the clause does not tell: by what follows alone.
Verdict judge_a_by_sequel(const Sentence& sentence, std::size_t at) {
  const std::size_t next_at = sentence.after(at);
  const Piece& previous = sentence[at - 1];
  const Piece& next = sentence[next_at];
  if (listed(kVerbPhrases, next.lower)) return Verdict::keep;
  if (is_name(next) || is_bare_noun(next)) return Verdict::change;
  if (listed(kPersons, next.lower)) return Verdict::change;
  const bool everyone = next.is("tous") || next.is("toutes");
  if (everyone && !listed("les ces ses leurs nos", sentence[next_at + 1].lower)) return Verdict::change;
  if (listed("court moyen long", next.lower)) return Verdict::change;
  if (listed(kGovernors, previous.lower) && listed(kDefinite, next.lower)) return Verdict::change;
  const bool indefinite =
      listed("un une des du plus moins deux trois pas", next.lower) || next.kind == Token::number;
  return indefinite || next.may_be(kAdverb) ? Verdict::keep : Verdict::doubt;
}

/// Words behind which `ou` asks for a place or a time.
bool wants_ou(const Sentence& sentence, std::size_t at) {
  const Piece& noun = sentence[at - 1];
  const Piece& next = sentence[at + 1];
  if (noun.kind == Token::elided && noun.is("d")) return true;
  const bool pronoun =
      listed("il elle on ils elles", next.lower) || (next.is("l") && sentence[at + 2].is("on"));
  if (noun.is("là") || noun.is("jour")) return pronoun;
  const bool set_phrase =
      listed("moment cas mesure", noun.lower) && listed("au le la", sentence[at - 2].lower);
  return set_phrase && (pronoun || listed("l le la les un une ce cette ces leur leurs chaque", next.lower));
}

}  // namespace

Verdict judge_a(const Sentence& sentence, std::size_t at) {
  const std::size_t next_at = sentence.after(at);
  const Piece& next = sentence[next_at];
  const Piece& previous = sentence[at == 0 ? sentence.size() : at - 1];

  if (!next.is_word() && next.kind != Token::number) return Verdict::keep;
  if (next.kind == Token::number && previous.kind == Token::number) return Verdict::change;
  if (listed(kLatin, next.lower)) return Verdict::keep;
  if (next.is("peu") && listed("près prés", sentence[next_at + 1].lower)) return Verdict::change;
  if (listed(kAlwaysGovern, previous.lower)) return Verdict::change;
  if (participle_at(sentence, next_at)) return Verdict::keep;
  if (previous.is("qu") && at > 1 && listed("ainsi autant plutôt même mêmes", sentence[at - 2].lower)) {
    return Verdict::change;
  }
  if (listed(kSureSubjects, previous.lower)) return Verdict::keep;
  const bool noun_too = listed("pouvoir devoir", next.lower);  // a pouvoir de décision
  if (sentence.infinitive_at(next_at) && !noun_too) return Verdict::change;
  if (listed(kSubjects, previous.lower)) return Verdict::keep;

  const bool coordinated = listed("et ou mais ni", previous.lower);
  switch (sentence.clause_before(at)) {
    case Clause::no_subject:
    case Clause::plural:
      return Verdict::change;
    case Clause::has_verb:
      return coordinated ? Verdict::doubt : Verdict::change;
    case Clause::open:
      break;
  }
  return at == 0 ? Verdict::doubt : judge_a_by_sequel(sentence, at);
}

Verdict judge_ou(const Sentence& sentence, std::size_t at) {
  if (at == 0) return Verdict::keep;
  if (wants_ou(sentence, at)) return Verdict::change;

  // un service ou les jeunes trouvent …: a verb behind `ou` that has no subject without it.
  const Piece& noun = sentence[sentence[at - 1].is("»") || sentence[at - 1].is("”") ? at - 2 : at - 1];
  const bool after_noun =
      noun.kind == Token::word && (noun.may_be(kNoun | kAdjective | kPastParticiple) || !noun.entry().known);
  if (!after_noun || sentence.clause_before(at) != Clause::no_subject) return Verdict::keep;
  for (std::size_t i = at + 1; sentence[i].is_word(); ++i) {
    const Piece& piece = sentence[i];
    if (piece.entry().only_finite()) return i > at + 1 ? Verdict::change : Verdict::keep;
    if (piece.may_be(kInfinitive) || listed("qui que qu dont où si ou et", piece.lower)) return Verdict::keep;
  }
  return Verdict::keep;
}

Verdict judge_des(const Sentence& sentence, std::size_t at) {
  const Piece& next = sentence[at + 1];
  if (listed("lors que qu le la l les", next.lower)) return Verdict::change;
  const bool dice = at > 0 && listed(kPluralArticles, sentence[at - 1].lower);
  const bool time = next.kind == Token::number || listed("maintenant aujourd demain réception", next.lower);
  return sentence[at].is("dés") && time && !dice ? Verdict::change : Verdict::keep;
}

Verdict judge_pres(const Sentence& sentence, std::size_t at) {
  const bool meadows =
      at > 0 && (listed(kPluralArticles, sentence[at - 1].lower) || sentence[at - 1].may_be(kPlural));
  if (at > 0 && listed("peu plus trop si très tout assez", sentence[at - 1].lower)) return Verdict::change;
  return listed("de d du des", sentence[at + 1].lower) && !meadows ? Verdict::change : Verdict::keep;
}

bool is_grade(const Sentence& sentence, std::size_t at) {
  if (at == 0 || !listed("Al Bl Cl Dl El", sentence[at].as_written)) return false;
  const Piece& noun = sentence[at - 1];
  const bool after_noun = noun.kind == Token::word && noun.may_be(kNoun) && !is_name(noun);
  return after_noun && !is_name(sentence[at + 1]);
}

}  // namespace pst::text
