#include "corpus/random_document.hpp"

#include <array>
#include <random>
#include <vector>

#include "corpus/wording_sampler.hpp"
#include "grammar/file.hpp"
#include "grammar/library.hpp"

namespace pst::corpus {
namespace {

/// Every pattern of the embedded grammars, by what it is for.
struct Patterns {
  std::vector<std::string> markers, bullets, fields, phrases, values, columns, references, others;
  std::map<std::string, std::string> words;
};

template <class Rules>
void collect(const Rules& rules, std::vector<std::string>& out) {
  for (const auto& rule : rules) out.push_back(rule.pattern);
}

const Patterns& patterns() {
  static const Patterns kAll = [] {
    Patterns all;
    for (const grammar::FileText& text : grammar::embedded()) {
      std::vector<Error> problems;
      const grammar::File file = grammar::parse_file(text, problems);
      collect(file.markers, all.markers);
      collect(file.bullets, all.bullets);
      collect(file.fields, all.fields);
      for (const auto& rule : file.values)
        (rule.standalone ? all.phrases : all.values).push_back(rule.pattern);
      collect(file.periods, all.values);
      collect(file.budgets, all.values);
      collect(file.columns, all.columns);
      collect(file.references, all.references);
      collect(file.boundaries, all.others);
      collect(file.furniture, all.others);
      collect(file.stops, all.others);
      collect(file.facts, all.others);
      all.words.insert(file.words.begin(), file.words.end());
    }
    return all;
  }();
  return kAll;
}

constexpr std::array<const char*, 24> kWords = {
    "le",       "logement", "d'accueil", "Créer",  "des",     "aînés",  "avec",   "l'école",
    "service",  "(social",  "jeunes)",   "à",      "œuvre,",  "santé.", "Voir",   "O.S.",
    "d'urgen-", "ce",       "2021",      "15.000", "« vivre", "ici »",  "Action", "C.P.A.S."};
constexpr std::array<const char*, 10> kSeparators = {" : ", " – ", ". ", " ",  ": ",
                                                     "\t",  " | ", ") ", "_ ", ""};
constexpr std::array<const char*, 10> kSigns = {"•",  "-", "–", "*", "o", "\xEF\x82\xB7",
                                                "«»", "¢", "■", "=>"};
constexpr std::array<const char*, 10> kMarkup = {
    "<ul style=\"x\"><li>", "</li>", "<p>", "</p><br/>", "&nbsp;", "&#233;", "**", "#", "<", "&eacute"};
constexpr std::array<const char*, 6> kLineEnds = {"\n", "\n", "\n\n", "\r\n", "\r", "\n\f"};

class Writer {
 public:
  explicit Writer(unsigned number) : random_(number), sampler_(patterns().words, random_) {}

  std::string write() {
    // Most documents have one kind of line end, as files do.
    const bool mixed = below(8) == 0;
    const char* end = kLineEnds[below(kLineEnds.size() - 1)];
    std::string out;
    for (std::size_t lines = 1 + below(60); lines > 0; --lines) {
      out += line();
      out += mixed ? kLineEnds[below(kLineEnds.size())] : end;
      if (below(30) == 0) out += "\f";
    }
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  template <class List>
  std::string pick(const List& list) {
    return list[below(list.size())];
  }

  std::string from(const std::vector<std::string>& list) { return sampler_.sample(pick(list)); }

  std::string prose(std::size_t most) {
    std::string out;
    for (std::size_t words = below(most + 1); words > 0; --words)
      out += pick(kWords) + (words > 1 ? " " : "");
    return out;
  }

  std::string marker() { return from(patterns().markers) + pick(kSeparators) + prose(12); }
  std::string field() {
    return from(patterns().fields) + (below(5) == 0 ? " " : " : ") + from(patterns().values);
  }

  std::string row() {
    const bool pipes = below(2) == 0;
    const std::string between = pipes ? " | " : "\t";
    std::string out = pipes ? "| " : "";
    for (std::size_t cells = 1 + below(6); cells > 0; --cells) {
      out += cell() + (cells > 1 ? between : "");
    }
    return out + (pipes ? " |" : "");
  }

  std::string cell() {
    switch (below(7)) {
      case 0:
        return from(patterns().columns);
      case 1:
        return marker();
      case 2:
        return from(patterns().values);
      case 3:
        return "";
      case 4:
        return pick(kMarkup) + prose(5) + pick(kMarkup);
      case 5:
        return "---";
      default:
        return prose(6);
    }
  }

  std::string raw() {
    std::string out;
    for (std::size_t bytes = 1 + below(30); bytes > 0; --bytes) {
      // A zero byte would make the whole file binary; every other one may come.
      out += static_cast<char>(1 + below(255));
    }
    return out;
  }

  std::string line() {
    const std::string indent(below(3) == 0 ? below(12) : 0, below(10) == 0 ? '\t' : ' ');
    switch (below(16)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return indent + marker();
      case 4:
        return indent + pick(kSigns) + " " + prose(10);
      case 5:
        return indent + from(patterns().bullets) + " " + marker();
      case 6:
      case 7:
        return indent + field();
      case 8:
        return indent + from(patterns().phrases);
      case 9:
        return row();
      case 10:
        return marker() + " " + from(patterns().references);
      case 11:
        return from(patterns().others);
      case 12:
        return indent + pick(kMarkup) + marker() + pick(kMarkup) + " " + marker();
      case 13:
        return below(4) == 0 ? raw() : prose(3) + "(" + field();
      case 14:
        return "";
      default:
        return indent + prose(30);
    }
  }

  std::mt19937 random_;
  WordingSampler sampler_;
};

}  // namespace

std::string random_document(unsigned number) {
  return Writer(number).write();
}

}  // namespace pst::corpus
