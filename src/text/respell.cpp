#include "text/respell.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

// How telling a change is. OCR without French models keeps é and loses every other accent, so that a word
// which only needs `usual` changes is sure; one that needs another é may as well need two (évolue, évolué).
enum class Change { usual, acute, rare };

struct Option {
  std::u32string_view from, to;
  Change change;
  bool only_last = false;  // only at the end of the word
  std::size_t least = 0;   // letters that the word must have at least
};

constexpr Option kOptions[] = {
    {U"e", U"è", Change::usual},
    {U"e", U"ê", Change::usual},
    {U"é", U"è", Change::usual},
    {U"é", U"ê", Change::usual},
    {U"é", U"ô", Change::usual},
    {U"o", U"ô", Change::usual},
    {U"a", U"â", Change::usual},
    {U"a", U"à", Change::usual, true},
    {U"ce", U"œ", Change::usual},
    {U"oe", U"œ", Change::usual},
    {U"ca", U"ça", Change::usual},
    {U"co", U"ço", Change::usual},
    {U"cu", U"çu", Change::usual},
    {U"e", U"é", Change::acute},
    {U"é", U"â", Change::rare},
    {U"é", U"ë", Change::rare},
    {U"e", U"ë", Change::rare},
    {U"i", U"ï", Change::rare},
    {U"rn", U"m", Change::rare, false, 7},
    {U"m", U"rn", Change::rare, false, 6},
    {U"nn", U"rm", Change::rare, false, 7},
    {U"c", U"e", Change::rare, false, 6},
    {U"e", U"c", Change::rare, false, 6},
};

// Characters that stand in no French word: each must be read as something else.
constexpr Option kForced[] = {
    {U"6", U"ô", Change::usual}, {U"6", U"o", Change::rare},  {U"0", U"o", Change::usual},
    {U"1", U"l", Change::usual}, {U"1", U"i", Change::rare},  {U"|", U"l", Change::usual},
    {U"|", U"i", Change::rare},  {U"!", U"l", Change::usual}, {U"I", U"l", Change::usual},
    {U"5", U"s", Change::usual}, {U"ó", U"ô", Change::usual}, {U"ò", U"ô", Change::usual},
    {U"õ", U"ô", Change::usual}, {U"ö", U"ô", Change::usual}, {U"á", U"â", Change::usual},
    {U"á", U"à", Change::usual}, {U"ã", U"â", Change::usual}, {U"ä", U"â", Change::usual},
    {U"ú", U"û", Change::usual}, {U"ü", U"û", Change::usual}, {U"í", U"î", Change::usual},
    {U"ì", U"î", Change::usual}, {U"ě", U"ê", Change::usual}, {U"ė", U"ê", Change::usual},
    {U"ē", U"ê", Change::usual},
};

struct Site {
  std::size_t at;
  std::vector<const Option*> options;
};

struct Candidate {
  std::string word;
  Change worst;                    // of the changes made
  std::vector<std::size_t> sites;  // where the changes were made
};

// English words that plans use as they are, and that an accent would make French.
constexpr std::string_view kLoanwords[] = {"email", "emails", "event", "events",
                                           "hair",  "team",   "beer",  "real"};

void collect(std::u32string_view word, std::size_t first, std::span<const Option> options,
             std::vector<Site>& sites) {
  for (std::size_t at = first; at < word.size(); ++at) {
    Site site{at, {}};
    for (const Option& option : options) {
      const bool fits = word.substr(at, option.from.size()) == option.from &&
                        (!option.only_last || at + option.from.size() == word.size());
      if (fits) site.options.push_back(&option);
    }
    if (!site.options.empty()) sites.push_back(std::move(site));
  }
}

/// Tries every way to make a given number of changes, within a budget of questions to the dictionary.
class Search {
 public:
  Search(const Lexicon& lexicon, std::u32string_view word, bool capital)
      : lexicon_(lexicon), word_(word), capital_(capital) {
    // A capital at the beginning stays bare: that is how most people type it.
    collect(word, capital ? 1 : 0, kForced, forced_);
    collect(word, capital ? 1 : 0, kOptions, free_);
  }

  std::size_t forced() const { return forced_.size(); }

  /// Spellings known to the dictionary after the forced changes and `count` others; none once it gets too
  /// much.
  std::vector<Candidate> with(std::size_t count) {
    found_.clear();
    chosen_.clear();
    force(0, count);
    return std::exchange(found_, {});
  }

  bool exhausted() const { return budget_ <= 0; }

 private:
  struct Choice {
    std::size_t at;
    const Option* option;
  };

  void force(std::size_t index, std::size_t count) {
    if (index == forced_.size()) return change(0, count);
    for (const Option* option : forced_[index].options) {
      chosen_.push_back({forced_[index].at, option});
      force(index + 1, count);
      chosen_.pop_back();
    }
  }

  void change(std::size_t from, std::size_t count) {
    if (count == 0) return look();
    for (std::size_t i = from; i + count <= free_.size() && !exhausted(); ++i) {
      for (const Option* option : free_[i].options) {
        // Two misreadings in one word are common, a rare one beside another is not, nor one in a short word.
        const bool alone = count == 1 && chosen_.size() == forced_.size();
        if (option->change == Change::rare && (!alone || word_.size() < option->least)) continue;
        chosen_.push_back({free_[i].at, option});
        change(i + 1, count - 1);
        chosen_.pop_back();
      }
    }
  }

  void look() {
    if (chosen_.empty() || --budget_ < 0) return;
    std::vector<Choice> in_order = chosen_;
    std::ranges::sort(in_order, {}, &Choice::at);
    std::u32string spelling;
    std::size_t at = 0;
    Change worst = Change::usual;
    for (const Choice& choice : in_order) {
      if (choice.at < at) return;  // overlaps the change before
      spelling.append(word_, at, choice.at - at);
      spelling += choice.option->to;
      at = choice.at + choice.option->from.size();
      worst = std::max(worst, choice.option->change);
    }
    spelling.append(word_, at);
    std::string utf8 = encode_utf8(spelling);
    if (!(capital_ ? lexicon_.look_up(utf8).known : lexicon_.accepts(utf8))) return;
    // No plan says "gréât": a form that only literature has is not what stood there.
    const std::uint32_t tags = lexicon_.look_up(utf8).tags;
    if (tags != 0 && (tags & ~std::uint32_t{kLiterary | kSingular | kPlural}) == 0) return;
    std::vector<std::size_t> sites;
    for (const Choice& choice : in_order) sites.push_back(choice.at);
    found_.push_back({std::move(utf8), worst, std::move(sites)});
  }

  const Lexicon& lexicon_;
  std::u32string_view word_;
  bool capital_;
  std::vector<Site> forced_, free_;
  std::vector<Choice> chosen_;
  std::vector<Candidate> found_;
  int budget_ = 1000;
};

bool has_name_shape(std::u32string_view word) {
  return std::any_of(word.begin() + 1, word.end(),
                     [](char32_t c) { return c != U'I' && glyph(c).is(Glyph::upper); });
}

Respelling undecided(const std::vector<Candidate>& found) {
  Respelling respelling;
  for (const Candidate& candidate : found) respelling.choices.push_back(candidate.word);
  return respelling;
}

bool is_usual(const Candidate& candidate) {
  return candidate.worst == Change::usual;
}

/// The one candidate that usual changes alone make, unless an é in the same place would do as well
/// (compétent, compètent).
Respelling the_usual(const std::vector<Candidate>& found) {
  const Candidate& usual = *std::ranges::find_if(found, is_usual);
  const bool rival = std::ranges::any_of(found, [&](const Candidate& other) {
    return other.worst == Change::acute && other.sites == usual.sites;
  });
  return rival ? undecided(found) : Respelling{usual.word, {}};
}

Respelling search(const Lexicon& lexicon, std::u32string_view letters, bool capital) {
  Search search(lexicon, letters, capital);
  if (search.forced() > 3) return {};
  const std::size_t most = search.forced() > 0 ? 1 : 3;
  for (std::size_t count = search.forced() > 0 ? 0 : 1; count <= most; ++count) {
    std::vector<Candidate> found = search.with(count);
    if (found.empty()) continue;
    const auto usual = std::ranges::count_if(found, is_usual);
    if (usual == 1) return the_usual(found);
    if (usual > 1 || found.size() > 1) return undecided(found);
    if (count < 3) {
      for (Candidate& rival : search.with(count + 1)) found.push_back(std::move(rival));
    }
    if (found.size() > 1 || search.exhausted()) return undecided(found);
    return {found.front().word, {}};
  }
  return {};
}

}  // namespace

Respelling respell(const Lexicon& lexicon, std::string_view word) {
  constexpr std::size_t kLongest = 28;
  const std::u32string letters = decode_utf8(word);
  if (std::ranges::find(kLoanwords, word) != std::end(kLoanwords)) return {};
  if (letters.size() < 2 || letters.size() > kLongest || has_name_shape(letters)) return {};
  if (lexicon.look_up(word).known) return {};
  const bool capital = glyph(letters[0]).is(Glyph::upper);
  // A capital I may be a misread l, or the capital that it is.
  if (letters[0] == U'I') {
    if (Respelling as_l = search(lexicon, letters, false); as_l.word || !as_l.choices.empty()) return as_l;
  }
  return search(lexicon, letters, capital);
}

}  // namespace pst::text
