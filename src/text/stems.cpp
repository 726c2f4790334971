#include "text/stems.hpp"

#include <libstemmer.h>

#include <array>
#include <new>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "text/codepoints.hpp"
#include "text/elision.hpp"
#include "text/unicode.hpp"

namespace pst::text {
namespace {

const std::unordered_set<std::string>& stop_words() {
  static const std::unordered_set<std::string> words{
      "le",    "la",     "les",       "l",      "un",      "une",    "des",    "de",      "du",    "d",
      "au",    "aux",    "a",         "et",     "ou",      "en",     "dans",   "pour",    "par",   "sur",
      "avec",  "ce",     "cet",       "cette",  "ces",     "c",      "son",    "sa",      "ses",   "leur",
      "leurs", "nos",    "notre",     "vos",    "votre",   "mon",    "ma",     "mes",     "qui",   "que",
      "qu",    "quoi",   "dont",      "se",     "s",       "il",     "ils",    "elle",    "elles", "on",
      "nous",  "vous",   "y",         "ne",     "n",       "pas",    "plus",   "tres",    "est",   "sont",
      "etre",  "etant",  "avoir",     "ont",    "soit",    "soient", "lors",   "afin",    "ainsi", "aussi",
      "via",   "entre",  "chez",      "vers",   "lui",     "eux",    "tout",   "toute",   "tous",  "toutes",
      "si",    "comme",  "mais",      "car",    "donc",    "ni",     "or",     "the",     "j",     "m",
      "t",     "me",     "te",        "meme",   "celui",   "celle",  "ceux",   "celles",  "ci",    "etc",
      "ex",    "cf",     "notamment", "lorsqu", "lorsque", "jusqu",  "jusque", "puisque", "quand", "sous",
      "selon", "depuis", "pendant",   "dit",    "dits",    "dite"};
  return words;
}

/// Words that Snowball takes for one, though plans mean different things by them (équipe and équipement,
/// commune and communication): those that begin so have this stem. The first that fits counts.
struct Exception {
  std::string_view begins;
  std::string_view stem;
  bool whole = false;  ///< the word is this, or its plural or feminine
};

constexpr std::array<Exception, 68> kExceptions{{
    {"accueillante", "accueillante"}, {"communicat", "communiqu"},      {"communiqu", "communiqu"},
    {"communaut", "communaut"},       {"equipement", "equipement"},     {"equiper", "equipement"},
    {"equipe", "equipe", true},       {"assurance", "assurance"},       {"maintenance", "maintenance"},
    {"bienetre", "bienetre"},         {"sousaction", "sousaction"},     {"etudiant", "etudiant"},
    {"etude", "etude", true},         {"organigramme", "organigramme"}, {"organisme", "organisme"},
    {"nourrisson", "nourrisson"},     {"aidant", "aidant", true},       {"habitant", "habitant"},
    {"habitation", "habitation"},     {"habitat", "habitat"},           {"habitude", "habitude"},
    {"integration", "integration"},   {"placement", "placement"},       {"mobilier", "mobilier"},
    {"mobilis", "mobilis"},           {"mobile", "mobile", true},       {"systemique", "systemique"},
    {"directement", "directement"},   {"direction", "direction"},       {"directeur", "directeur"},
    {"directrice", "directeur"},      {"conformite", "conformite"},     {"fonctionne", "fonctionne"},
    {"egalement", "egalement"},       {"egalite", "egalite"},           {"localite", "localite"},
    {"location", "location"},         {"locatif", "locatif"},           {"locative", "locatif"},
    {"locataire", "locataire"},       {"vivres", "vivres", true},       {"sortie", "sortie", true},
    {"sorte", "sorte", true},         {"personnel", "personnel"},       {"personnalis", "personnalis"},
    {"nationalite", "nationalite"},   {"generation", "generation"},     {"generaliste", "generaliste"},
    {"classement", "classement"},     {"relationnel", "relation"},      {"animateur", "animation"},
    {"animatrice", "animation"},      {"collective", "collectif"},      {"collectivite", "collectivite"},
    {"active", "actif", true},        {"activite", "activite"},         {"activation", "activation"},
    {"inscription", "inscription"},   {"reglement", "reglement"},       {"volontaire", "volontaire"},
    {"volontariat", "volontaire"},    {"benevolat", "benevole"},        {"citoyennete", "citoyennete"},
    {"proprete", "proprete"},         {"participatif", "participatif"}, {"participative", "participatif"},
    {"tutelle", "tutelle"},           {"stagiaire", "stagiaire"},
}};

std::string_view exception_for(std::string_view word) {
  for (const Exception& exception : kExceptions) {
    if (!word.starts_with(exception.begins)) continue;
    const std::string_view rest = word.substr(exception.begins.size());
    if (!exception.whole || rest.empty() || rest == "s" || rest == "e" || rest == "es") return exception.stem;
  }
  return {};
}

/// Words whose halves mean nothing alone: bien-être, savoir-faire, rendez-vous.
bool is_second_half(std::string_view word) {
  return word == "etre" || word == "faire" || word == "vous";
}

/// Parts that a hyphen may set off, yet that are no words by themselves.
bool is_prefix(std::string_view word) {
  static constexpr std::array<std::string_view, 21> kPrefixes{
      "socio", "psycho", "inter", "intra", "co",  "multi", "pluri", "anti", "auto", "re",  "pre",
      "extra", "supra",  "e",     "bio",   "eco", "micro", "mini",  "non",  "neo",  "poly"};
  for (const std::string_view prefix : kPrefixes) {
    if (word == prefix) return true;
  }
  return false;
}

struct Piece {
  std::size_t begin = 0, end = 0;  ///< bytes
  std::u32string letters;
  bool number = false;
  bool hyphen_after = false;
  bool elided = false;
  bool dotted = false;
};

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Piece> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const Glyph g = glyph(c);
      if (g.is(Glyph::letter)) {
        at = begin;
        word(at);
      } else if (g.is(Glyph::digit)) {
        at = begin;
        digits(at);
      }
    }
    return std::move(pieces_);
  }

 private:
  char32_t peek(std::size_t at) const { return at < text_.size() ? next_code_point(text_, at) : U'\0'; }

  bool letter_at(std::size_t at) const { return glyph(peek(at)).is(Glyph::letter); }

  void digits(std::size_t& at) {
    Piece piece{at, at, {}, true};
    while (at < text_.size() && glyph(peek(at)).is(Glyph::digit)) piece.letters += next_code_point(text_, at);
    piece.end = at;
    pieces_.push_back(std::move(piece));
  }

  /// `C.P.A.S.`: letters, each with its dot, two or more of them.
  bool dotted(std::size_t& at) {
    Piece piece{at, at, {}};
    std::size_t next = at;
    while (letter_at(next)) {
      std::size_t behind = next;
      const char32_t c = next_code_point(text_, behind);
      const bool dot = peek(behind) == U'.';
      if (!dot && (letter_at(behind) || piece.letters.size() < 2)) break;
      piece.letters += c;
      next = behind + (dot ? 1 : 0);
      piece.end = next;
      if (!dot) break;
    }
    if (piece.letters.size() < 2) return false;
    piece.dotted = true;
    at = next;
    pieces_.push_back(std::move(piece));
    return true;
  }

  void word(std::size_t& at) {
    if (dotted(at)) return;
    Piece piece{at, at, {}};
    while (at < text_.size()) {
      const Glyph g = glyph(peek(at));
      if (!g.is(Glyph::letter | Glyph::mark | Glyph::digit)) break;
      piece.letters += next_code_point(text_, at);
    }
    piece.end = at;
    const char32_t behind = peek(at);
    piece.elided = is_apostrophe(behind) && is_elided(fold(encode_utf8(piece.letters)));
    piece.hyphen_after = behind == U'-' || behind == U'‑' || behind == U'‐';
    if (piece.hyphen_after) {
      std::size_t next = at;
      next_code_point(text_, next);
      piece.hyphen_after = letter_at(next);
    }
    pieces_.push_back(std::move(piece));
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
};

bool is_upper(char32_t c) {
  return glyph(c).is(Glyph::upper);
}

}  // namespace

struct Stemmer::Impl {
  struct Known {
    std::string word, stem;
    bool stop = false;
  };

  Impl() : stemmer(sb_stemmer_new("french", "UTF_8")) {
    if (stemmer == nullptr) throw std::bad_alloc();
  }
  ~Impl() { sb_stemmer_delete(stemmer); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  const Known& known(const std::string& lower) {
    const auto found = words.find(lower);
    if (found != words.end()) return found->second;
    if (words.size() > kMostWords) words.clear();
    return words.emplace(lower, look_up(lower)).first->second;
  }

  Known look_up(const std::string& lower) const {
    Known entry;
    entry.word = fold(lower);
    const auto* bytes = reinterpret_cast<const sb_symbol*>(lower.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(lower.size()));
    if (stem == nullptr) throw std::bad_alloc();
    entry.stem = fold(std::string_view(reinterpret_cast<const char*>(stem),
                                       static_cast<std::size_t>(sb_stemmer_length(stemmer))));
    // A word typed without its accents (in capitals, say) must meet its accented twin: mobilité is mobil for
    // Snowball, MOBILITE mobilit.
    if (entry.stem.size() > 6 && entry.stem.ends_with("it")) entry.stem.resize(entry.stem.size() - 2);
    if (const std::string_view other = exception_for(entry.word); !other.empty()) entry.stem = other;
    if (entry.stem.empty()) entry.stem = entry.word;
    entry.stop = stop_words().contains(entry.word);
    return entry;
  }

  static constexpr std::size_t kMostWords = 200000;
  sb_stemmer* stemmer;
  std::unordered_map<std::string, Known> words;
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::vector<Term> Stemmer::terms(std::string_view utf8) {
  std::vector<Piece> pieces = Splitter(utf8).run();
  std::vector<Term> out;
  out.reserve(pieces.size());
  std::size_t last_end = 0;
  std::string lower;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece piece = std::move(pieces[i]);
    const std::string_view between = utf8.substr(last_end, piece.begin - last_end);
    while (piece.hyphen_after && i + 1 < pieces.size() &&
           (is_prefix(fold(encode_utf8(piece.letters))) ||
            is_second_half(fold(encode_utf8(pieces[i + 1].letters))))) {
      const Piece& next = pieces[++i];
      piece.letters += next.letters;
      piece.end = next.end;
      piece.hyphen_after = next.hyphen_after;
      piece.elided = next.elided;
    }
    Term term;
    term.begin = static_cast<std::uint32_t>(piece.begin);
    term.end = static_cast<std::uint32_t>(piece.end);
    term.number = piece.number;
    term.opens = out.empty() || between.find_first_of(".!?") != std::string_view::npos;
    std::size_t uppers = 0;
    lower.clear();
    for (const char32_t c : piece.letters) {
      uppers += is_upper(c) ? 1 : 0;
      append(lower, to_lower(c));
    }
    term.capital = is_upper(piece.letters[0]);
    term.capitals = piece.letters.size() > 1 && uppers == piece.letters.size();
    if (piece.number) {
      term.word = term.stem = fold(lower);
    } else {
      const Impl::Known& known = impl_->known(lower);
      term.word = known.word;
      term.stem = known.stem;
      term.stop = (known.stop && !piece.dotted) || piece.elided;
    }
    last_end = piece.end;
    if (!term.word.empty()) out.push_back(std::move(term));
  }
  return out;
}

}  // namespace pst::text
