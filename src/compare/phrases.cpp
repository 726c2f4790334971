#include "compare/phrases.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace pst::compare {

namespace {

constexpr std::size_t kLeastPrefix = 3;

/// Keys by which a text's word and an expression's element meet.
std::string stem_key(const text::Term& term) {
  return "s" + term.stem;
}
std::string word_key(const text::Term& term) {
  return "=" + term.word;
}
std::string prefix_key(std::string_view prefix) {
  return "*" + std::string(prefix);
}
std::string abbreviation_key(const text::Term& term) {
  return "A" + term.word;
}

std::vector<std::string_view> items_of(std::string_view expression) {
  std::vector<std::string_view> items;
  std::size_t at = 0;
  while (at < expression.size()) {
    const std::size_t end = std::min(expression.find(' ', at), expression.size());
    if (end > at) items.push_back(expression.substr(at, end - at));
    at = end + 1;
  }
  return items;
}

}  // namespace

int Phrases::element(const std::string& key) {
  const auto [found, added] = ids_.emplace(key, static_cast<int>(ids_.size()));
  if (added) by_first_.emplace_back();
  return found->second;
}

std::string Phrases::add(std::string_view expression, text::Stemmer& stemmer) {
  std::vector<std::pair<std::string, bool>> keys;
  bool gap = false;
  for (std::string_view item : items_of(expression)) {
    if (item == "..") {
      if (keys.empty()) return "« .. » ne peut pas commencer une expression";
      gap = true;
      continue;
    }
    const bool exact = item.starts_with('=');
    const bool prefix = item.ends_with('*');
    if (exact) item.remove_prefix(1);
    if (prefix) item.remove_suffix(1);
    const std::vector<text::Term> terms = stemmer.terms(item);
    if (prefix && (terms.size() != 1 || terms[0].word.size() < kLeastPrefix))
      return "« * » veut au moins trois lettres devant lui";
    for (const text::Term& term : terms) {
      std::string key = prefix ? prefix_key(term.word) : exact ? word_key(term) : stem_key(term);
      if (!prefix && !exact && term.capitals) {
        key = abbreviation_key(term);
      } else if (term.stop && !exact) {
        continue;
      }
      keys.emplace_back(std::move(key), gap);
      gap = false;
    }
  }
  if (gap) return "« .. » ne peut pas finir une expression";
  if (keys.empty()) return "cette expression n'a que des mots vides (articles, prépositions)";
  std::vector<Element> elements;
  for (const auto& [key, gap_before] : keys) elements.push_back({element(key), gap_before});
  by_first_[static_cast<std::size_t>(elements.front().id)].push_back(count());
  phrases_.push_back(std::move(elements));
  return {};
}

void Phrases::elements_of(const text::Term& term, std::vector<int>& out) const {
  const auto look_up = [&](const std::string& key) {
    const auto found = ids_.find(key);
    if (found != ids_.end()) out.push_back(found->second);
  };
  look_up(stem_key(term));
  look_up(word_key(term));
  if (!term.stop && (term.capitals || (term.capital && term.word.size() > 2)))
    look_up(abbreviation_key(term));
  if (term.number) return;
  for (std::size_t n = kLeastPrefix; n <= term.word.size(); ++n)
    look_up(prefix_key(std::string_view(term.word).substr(0, n)));
}

void Phrases::match(int phrase, const std::vector<std::vector<int>>& elements,
                    const std::vector<text::Term>& terms, std::size_t from, std::vector<Hit>& out) const {
  const std::vector<Element>& wanted = phrases_[static_cast<std::size_t>(phrase)];
  Hit hit{phrase, {static_cast<int>(from)}, false};
  std::size_t at = from;
  for (std::size_t i = 1; i < wanted.size(); ++i) {
    int skipped = 0;
    for (++at; at < terms.size(); ++at) {
      const std::vector<int>& here = elements[at];
      if (std::find(here.begin(), here.end(), wanted[i].id) != here.end()) break;
      if (terms[at].stop) continue;
      if (!wanted[i].gap_before || ++skipped > kGap) return;
    }
    if (at >= terms.size()) return;
    hit.terms.push_back(static_cast<int>(at));
    hit.gapped = hit.gapped || wanted[i].gap_before;
  }
  out.push_back(std::move(hit));
}

std::vector<Phrases::Hit> Phrases::find(const std::vector<text::Term>& terms) const {
  std::vector<Hit> out;
  std::vector<std::vector<int>> elements(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) elements_of(terms[i], elements[i]);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (const int element : elements[i]) {
      for (const int phrase : by_first_[static_cast<std::size_t>(element)])
        match(phrase, elements, terms, i, out);
    }
  }
  return out;
}

void keep_longest(std::vector<Phrases::Hit>& hits) {
  const auto within = [](const Phrases::Hit& a, const Phrases::Hit& b) {
    return a.terms.size() < b.terms.size() &&
           std::includes(b.terms.begin(), b.terms.end(), a.terms.begin(), a.terms.end());
  };
  std::vector<Phrases::Hit> kept;
  for (const Phrases::Hit& hit : hits) {
    const bool covered =
        std::any_of(hits.begin(), hits.end(), [&](const Phrases::Hit& other) { return within(hit, other); });
    if (!covered) kept.push_back(hit);
  }
  hits = std::move(kept);
}

}  // namespace pst::compare
