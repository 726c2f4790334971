#include "compare/wording.hpp"

#include <algorithm>

namespace pst::compare {

namespace {

constexpr double kInBrackets = 0.35;
constexpr double kBehindPartner = 0.65;
constexpr double kPurpose = 0.8;
constexpr double kByTheWay = 0.4;
constexpr double kLateWord = 0.02;  ///< what each word further on loses
constexpr double kLeastStress = 0.6;
constexpr std::size_t kMostText = 4000;  ///< bytes of a description that are looked at

/// `en collaboration avec`, `en partenariat avec`: what follows is with whom, not what.
bool announces_partner(const std::vector<text::Term>& terms, std::size_t i) {
  if (terms[i].word != "avec" || i == 0) return false;
  const std::string& before = terms[i - 1].word;
  return before == "collaboration" || before == "partenariat" || before == "synergie" ||
         before == "concertation" || before == "collaborant";
}

/// `via`, `pour`, `afin de`: what follows is how or what for, not what.
double what_follows(const std::vector<text::Term>& terms, std::size_t i) {
  if (announces_partner(terms, i) || terms[i].word == "via") return kBehindPartner;
  if (terms[i].word == "pour" || terms[i].word == "afin") return kPurpose;
  return 1;
}

/// `en partenariat`: said by the way.
bool by_the_way(const std::vector<text::Term>& terms, std::size_t i) {
  const std::string& word = terms[i].word;
  return i > 0 && terms[i - 1].word == "en" &&
         (word == "collaboration" || word == "partenariat" || word == "synergie" || word == "concertation");
}

std::vector<double> stress_of(std::string_view text, const std::vector<text::Term>& terms) {
  std::vector<double> stress;
  stress.reserve(terms.size());
  int brackets = 0;
  std::size_t at = 0;
  double behind = 1;
  int words = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (; at < terms[i].begin; ++at) {
      if (text[at] == '(') ++brackets;
      if (text[at] == ')' && brackets > 0) --brackets;
      if (text[at] == ';' || text[at] == '.') behind = 1;
    }
    words += terms[i].stop ? 0 : 1;
    const double late = std::max(kLeastStress, 1 - kLateWord * words);
    const double aside = by_the_way(terms, i) ? kByTheWay : 1;
    stress.push_back(late * behind * aside * (brackets > 0 ? kInBrackets : 1));
    behind = std::min(behind, what_follows(terms, i));
  }
  return stress;
}

}  // namespace

Wording title_of(const NodeEntry& node, text::Stemmer& stemmer) {
  const std::string_view title = std::string_view(node.title).substr(0, kMostText);
  Wording out{Evidence::Where::title, title, stemmer.terms(title), {}};
  out.stress = stress_of(title, out.terms);
  return out;
}

std::vector<Wording> wordings_of(const NodeEntry& node, text::Stemmer& stemmer) {
  std::vector<Wording> out;
  const auto add = [&](Evidence::Where where, std::string_view text) {
    text = text.substr(0, kMostText);
    Wording wording{where, text, stemmer.terms(text), {}};
    if (wording.terms.empty()) return;
    wording.stress = stress_of(text, wording.terms);
    out.push_back(std::move(wording));
  };
  add(Evidence::Where::title, node.title);
  add(Evidence::Where::description, node.description);
  for (const plan::Field& field : node.fields) add(Evidence::Where::field, field.value);
  return out;
}

}  // namespace pst::compare
