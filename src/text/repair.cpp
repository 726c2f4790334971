#include "text/repair.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "text/ascii.hpp"
#include "text/codepoints.hpp"
#include "text/context.hpp"
#include "text/elision.hpp"
#include "text/frequent.hpp"
#include "text/lexicon.hpp"
#include "text/respell.hpp"
#include "text/sentence.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace pst::text {
namespace {

constexpr std::size_t kLongestTitle = 5000;

// A search for the right spelling takes a millisecond or more. No archive holds that many different words
// that are misread; a file made to keep the program busy does.
constexpr int kMostSearches = 20'000;

/// A row of letters that is one word to the dictionary: a whole word, or what stands between its hyphens.
bool is_lower_word(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && !glyph(next_code_point(word, at)).is(Glyph::upper | Glyph::digit);
}

bool has_misread_sign(std::string_view word) {
  char32_t before = U' ';
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const Glyph sign = glyph(c);
    if (c == U'|' || sign.is(Glyph::digit) || (before == U'I' && sign.is(Glyph::lower))) return true;
    before = c;
  }
  return false;
}

/// Words that stand against something else than a space or ordinary punctuation: e-mail and web addresses,
/// inclusive spellings (usager·ère), words with a bracket inside ((re)trouver), names with an apostrophe
/// (Chic'hair). They are not for repair.
bool is_entangled(const std::vector<Token>& tokens, std::size_t index) {
  const auto sticks = [&](std::size_t i, std::string_view signs) {
    return i < tokens.size() && tokens[i].kind == Token::sign && signs.find(tokens[i].text) != signs.npos;
  };
  const auto is_text = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].kind != Token::space && tokens[i].kind != Token::sign;
  };
  if (index > 1 && is_text(index - 2)) {
    if (sticks(index - 1, "@._/\\·)&=#")) return true;
    const bool elided_compound = tokens[index - 2].text.ends_with("-d");  // main-d'œuvre
    if (sticks(index - 1, "'’") && !elided_compound) return true;
  }
  return sticks(index + 1, "@._/\\·(&=#") && is_text(index + 2);
}

/// 20éme is 20ème; the ordinals that people write without accent (20eme) are left as they are.
void mend_ordinal(std::string& number) {
  for (const auto& [wrong, right] : {std::pair{"éme", "ème"}, std::pair{"ére", "ère"}}) {
    const std::size_t at = number.find(wrong);
    if (at != number.npos && at > 0 && is_digit(number[at - 1])) {
      number.replace(at, std::string_view(wrong).size(), right);
    }
  }
}

/// `Étre`, of which the accent is the misreading: `Être`.
std::optional<std::string> accented_capital(const std::string& word) {
  constexpr std::string_view kCapital = "É", kSmall = "é";
  constexpr char kToCapital = 0x20;  // in the second byte of the letters from à to þ
  if (!word.starts_with(kCapital)) return std::nullopt;
  std::string right(frequent_misreading(std::string(kSmall) + word.substr(kCapital.size())).right);
  if (right.size() < 2 || right.front() != kSmall.front()) return std::nullopt;
  right[1] = static_cast<char>(right[1] - kToCapital);
  return right;
}

/// A word that exists with and without its accent, and who tells which of them it is.
struct Homograph {
  std::string_view without, with;
  Verdict (*judge)(const Sentence&, std::size_t);
};

constexpr Homograph kHomographs[] = {
    {"a", "à", judge_a},       {"ou", "où", judge_ou},       {"des", "dès", judge_des},
    {"dés", "dès", judge_des}, {"prés", "près", judge_pres},
};

/// Whether only the sentence tells what the word must be.
bool needs_context(const Token& token) {
  constexpr std::size_t kLongest = 5;  // bytes
  if (token.kind != Token::word || token.text.size() > kLongest) return false;
  const bool grade = token.text.size() == 2 && token.text[1] == 'l';  // also `ll`
  return grade || std::any_of(std::begin(kHomographs), std::end(kHomographs),
                              [&](const Homograph& h) { return token.text == h.without; });
}

}  // namespace

struct Repairer::Impl {
  Lexicon lexicon;
  mutable std::mutex mutex;
  mutable std::unordered_map<std::string, Respelling> remembered;
  mutable std::atomic<int> searches = 0;

  explicit Impl(std::string folder) : lexicon(std::move(folder)) {}

  Respelling remember(const std::string& word, Respelling respelling) const {
    const std::scoped_lock lock(mutex);
    remembered.emplace(word, respelling);
    return respelling;
  }

  Respelling ask(const std::string& word) const {
    {
      const std::scoped_lock lock(mutex);
      if (const auto found = remembered.find(word); found != remembered.end()) return found->second;
    }
    if (!lexicon.available() || searches.fetch_add(1) >= kMostSearches) return {};
    return remember(word, respell(lexicon, word));
  }

  /// One word without hyphens. Only lower case, but for a capital at the beginning of a sentence.
  Respelling part(const std::string& word, bool opens_sentence) const {
    if (const Misreading known = frequent_misreading(word); !known.right.empty())
      return {std::string(known.right), {}};
    if (auto capital = accented_capital(word)) return {std::move(capital), {}};
    const bool misread_sign = has_misread_sign(word);
    if (length(word) < (misread_sign ? 2u : 4u)) return {};
    if (!is_lower_word(word) && !opens_sentence && !misread_sign) return {};
    return ask(word);
  }

  /// Its parts one by one; what is left to choose from in one of them stays undecided.
  Respelling compound(const std::string& text, bool opens_sentence) const {
    if (lexicon.look_up(text).known && text.find("-a-") == text.npos) return {};
    std::string whole;
    Respelling result;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('-', at), text.size());
      const std::string piece = text.substr(at, end - at);
      Respelling mended = part(piece, opens_sentence && at == 0);
      // vis-a-vis, c'est-a-dire, but y a-t-il
      const bool between = at > 0 && end + 1 < text.size() && text.compare(end, 3, "-t-") != 0;
      if (piece == "a" && between) mended.word = "à";
      if (!mended.choices.empty()) result.choices.push_back(text);
      if (at > 0) whole += '-';
      whole += mended.word.value_or(piece);
      at = end + 1;
    }
    if (whole != text) result.word = whole;
    return result;
  }

  /// Behind an article only a noun can stand: une équipe, not une équipé.
  std::optional<std::string> the_noun(const std::vector<std::string>& choices,
                                      const std::vector<Token>& tokens, std::size_t index) const {
    constexpr std::string_view kArticles =
        "le la l les un une des du de d au aux en ce cet cette ces son sa ses leur leurs notre nos chaque";
    const std::size_t before = index > 0 && tokens[index - 1].kind == Token::space ? index - 1 : index;
    if (before == 0 || !listed(kArticles, lower_case(tokens[before - 1].text))) return std::nullopt;
    std::optional<std::string> noun;
    for (const std::string& choice : choices) {
      if (!lexicon.look_up(choice).may_be(kNoun)) continue;
      if (noun) return std::nullopt;
      noun = choice;
    }
    return noun;
  }

  /// Mends what the words tell by themselves. In `doubts`, true for each token that remains undecided.
  void mend_words(std::vector<Token>& tokens, std::vector<bool>& doubts) const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      if (token.kind == Token::number) mend_ordinal(token.text);
      if (token.kind != Token::word || is_entangled(tokens, i)) continue;
      const bool hyphen = token.text.find('-') != token.text.npos;
      Respelling mended =
          hyphen ? compound(token.text, token.opens_sentence) : part(token.text, token.opens_sentence);
      if (!mended.word && !mended.choices.empty()) mended.word = the_noun(mended.choices, tokens, i);
      doubts[i] = !mended.word && !mended.choices.empty();
      if (mended.word) token.text = *mended.word;
    }
  }

  /// What the sentence tells about words that exist both ways.
  void mend_by_context(std::vector<Token>& tokens, std::vector<bool>& doubts) const {
    if (std::none_of(tokens.begin(), tokens.end(), needs_context)) return;
    const Sentence sentence(tokens, lexicon);
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      const Piece& piece = sentence[at];
      if (piece.kind != Token::word || is_entangled(tokens, piece.token)) continue;
      Token& token = tokens[piece.token];
      if (token.text == "ll") {
        token.text = token.opens_sentence ? "Il" : "il";
      } else if (is_grade(sentence, at)) {
        token.text[1] = '1';
      }
      for (const Homograph& homograph : kHomographs) {
        if (token.text != homograph.without) continue;
        const Verdict verdict = homograph.judge(sentence, at);
        if (verdict == Verdict::change) token.text = homograph.with;
        doubts[piece.token] = verdict == Verdict::doubt;
        break;
      }
    }
  }

  /// The text mended as far as possible. `doubtful` takes the words, as they stood, that it left open.
  std::string mend(std::string_view text, std::vector<std::string>* doubtful) const {
    const std::string with_elisions = mend_elisions(text, lexicon);
    std::vector<Token> tokens = tokenize(with_elisions);
    std::vector<bool> doubts(tokens.size(), false);
    mend_words(tokens, doubts);
    mend_by_context(tokens, doubts);
    for (std::size_t i = 0; i < tokens.size() && doubtful != nullptr; ++i) {
      if (doubts[i]) doubtful->emplace_back(tokens[i].as_written);
    }
    return join(tokens);
  }
};

Repairer::Repairer(std::string dictionary_folder)
    : impl_(std::make_unique<Impl>(std::move(dictionary_folder))) {}
Repairer::~Repairer() = default;
Repairer::Repairer(Repairer&&) noexcept = default;
Repairer& Repairer::operator=(Repairer&&) noexcept = default;

bool Repairer::knows(std::string_view word) const {
  return impl_->lexicon.look_up(word).known;
}

bool Repairer::available() const {
  return impl_->lexicon.available();
}

std::optional<std::string> Repairer::repair(std::string_view text, std::vector<std::string>* doubtful) const {
  if (text.size() > kLongestTitle) return std::nullopt;
  std::string repaired = impl_->mend(text, doubtful);
  if (repaired == text) return std::nullopt;
  return repaired;
}

std::vector<std::string> Repairer::doubtful(std::string_view text) const {
  std::vector<std::string> words;
  if (text.size() <= kLongestTitle) impl_->mend(text, &words);
  return words;
}

}  // namespace pst::text
