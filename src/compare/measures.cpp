#include "compare/measures.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "compare/lexicon_impl.hpp"
#include "compare/summary.hpp"
#include "compare/wording.hpp"
#include "compare/workers.hpp"
#include "text/unicode.hpp"

namespace pst::compare {

namespace {

// Stems that the lexicon does not know weigh by how rare they are among all nodes; kBackground stands for the
// plans that are not there, so that two plans are compared as two hundred are.
constexpr double kStem = 2.4;
constexpr double kBackground = 200;
constexpr double kRareness = 5;  ///< ln of the rareness from which a stem weighs kStem
constexpr double kLeastStem = 0.2;
constexpr double kLocal = 0.5;  ///< of that, where only one plan has the stem: a name, most often
constexpr double kNumber = 0.3;
constexpr double kLeastStress = 0.5;
constexpr double kParent = 0.4, kGrandparent = 0.2;

/// One word or expression of a title, before weights are known.
struct Said {
  std::string stem;  ///< empty for a concept
  int concept_id = -1;
  double stress = 1;
  std::uint32_t begin = 0, end = 0;
  bool number = false;
};

std::vector<Said> said_in(const Wording& title, const Lexicon::Impl& lexicon) {
  std::vector<Said> out;
  std::vector<Phrases::Hit> hits = lexicon.concept_phrases.find(title.terms);
  keep_longest(hits);
  std::vector<bool> covered(title.terms.size(), false);
  for (const Phrases::Hit& hit : hits) {
    Said said;
    said.concept_id = lexicon.concept_of[static_cast<std::size_t>(hit.phrase)];
    said.stress = 0;
    for (const int term : hit.terms) {
      covered[static_cast<std::size_t>(term)] = true;
      said.stress = std::max(said.stress, title.stress[static_cast<std::size_t>(term)]);
    }
    said.begin = title.terms[static_cast<std::size_t>(hit.terms.front())].begin;
    said.end = title.terms[static_cast<std::size_t>(hit.terms.back())].end;
    out.push_back(std::move(said));
  }
  for (std::size_t i = 0; i < title.terms.size(); ++i) {
    const text::Term& term = title.terms[i];
    if (covered[i] || term.stop || term.stem.size() < 2) continue;
    out.push_back({term.stem, -1, title.stress[i], term.begin, term.end, term.number});
  }
  return out;
}

/// How many nodes, and which plans, have a stem.
struct StemUse {
  int id = -1;
  int nodes = 0;
  int plan = -1;
  bool several = false;
};

void merge(std::vector<Feature>& features) {
  std::stable_sort(features.begin(), features.end(), [](const Feature& a, const Feature& b) {
    return a.id != b.id ? a.id < b.id : a.weight > b.weight;
  });
  features.erase(std::unique(features.begin(), features.end(),
                             [](const Feature& a, const Feature& b) { return a.id == b.id; }),
                 features.end());
}

float norm_of(const std::vector<Feature>& features) {
  double sum = 0;
  for (const Feature& f : features) sum += static_cast<double>(f.weight) * f.weight;
  return static_cast<float>(std::sqrt(sum));
}

double dot(const std::vector<Feature>& a, const std::vector<Feature>& b) {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].id == b[j].id) {
      sum += static_cast<double>(a[i++].weight) * b[j++].weight;
    } else {
      a[i].id < b[j].id ? ++i : ++j;
    }
  }
  return sum;
}

using Letters = decltype(Measure::letters);

Letters letters_of(const std::string& title) {
  const std::string folded = text::fold(title);
  Letters bits{};
  for (std::size_t i = 0; i + 2 < folded.size(); ++i) {
    const auto letter = [&](std::size_t at) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(folded[at]));
    };
    const std::uint32_t run = letter(i) << 16U | letter(i + 1) << 8U | letter(i + 2);
    const std::uint32_t bit = run * 2654435761U >> 23U;  // Knuth's multiplicative hash, nine bits of it
    bits[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  return bits;
}

double letters_shared(const Letters& a, const Letters& b) {
  int both = 0, all = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += std::popcount(a[i] & b[i]);
    all += std::popcount(a[i]) + std::popcount(b[i]);
  }
  return all == 0 ? 0 : 2.0 * both / all;
}

class Weigher {
 public:
  Weigher(const std::vector<NodeEntry>& nodes, const Lexicon::Impl& lexicon,
          const std::vector<std::vector<Said>>& said, const std::vector<int>& order)
      : nodes_(nodes), lexicon_(lexicon), said_(said) {
    for (const int i : order)
      count(said[static_cast<std::size_t>(i)], nodes[static_cast<std::size_t>(i)].plan);
  }

  void own(std::size_t node, Measure& out) const {
    for (const Said& said : said_[node]) {
      const double stress = std::max(kLeastStress, said.stress);
      out.own.push_back({id_of(said), static_cast<float>(weight_of(said) * stress), said.begin, said.end});
    }
    merge(out.own);
    out.own_norm = norm_of(out.own);
    out.letters = letters_of(nodes_[node].title);
    for (const ThemeShare& share : nodes_[node].themes)
      out.themes.push_back({share.theme, static_cast<float>(share.weight), 0, 0});
    merge(out.themes);
    out.theme_norm = norm_of(out.themes);
  }

  void context(std::size_t node, std::vector<Measure>& all) const {
    Measure& out = all[node];
    out.all = out.own;
    double factor = kParent;
    int above = nodes_[node].parent;
    for (int step = 0; step < 2 && above >= 0; ++step) {
      for (const Feature& f : all[static_cast<std::size_t>(above)].own) {
        if (!is_telling(f.id)) continue;
        out.all.push_back({f.id, static_cast<float>(f.weight * factor), 0, 0});
      }
      factor = kGrandparent;
      above = nodes_[static_cast<std::size_t>(above)].parent;
    }
    merge(out.all);
    out.all_norm = norm_of(out.all);
  }

 private:
  bool is_telling(int id) const {
    const auto index = static_cast<std::size_t>(id);
    if (index >= lexicon_.concepts.size()) return true;
    return !lexicon_.concepts[index].verb && !lexicon_.concepts[index].genre;
  }

  void count(const std::vector<Said>& said, int plan) {
    for (const Said& s : said) {
      if (s.stem.empty()) continue;
      const int next = static_cast<int>(lexicon_.concepts.size() + stems_.size());
      StemUse& use = stems_.emplace(s.stem, StemUse{next}).first->second;
      ++use.nodes;
      use.several = use.several || (use.plan >= 0 && use.plan != plan);
      use.plan = plan;
    }
  }

  int id_of(const Said& said) const { return said.stem.empty() ? said.concept_id : stems_.at(said.stem).id; }

  double weight_of(const Said& said) const {
    if (said.stem.empty()) return lexicon_.concepts[static_cast<std::size_t>(said.concept_id)].weight;
    if (said.number) return kNumber;
    const StemUse& use = stems_.at(said.stem);
    const double rare =
        std::log((static_cast<double>(nodes_.size()) + kBackground) / (use.nodes + 2)) / kRareness;
    return kStem * std::clamp(rare, kLeastStem, 1.0) * (use.several ? 1 : kLocal);
  }

  const std::vector<NodeEntry>& nodes_;
  const Lexicon::Impl& lexicon_;
  const std::vector<std::vector<Said>>& said_;
  std::unordered_map<std::string, StemUse> stems_;
};

/// Strategic objectives and single actions are further apart than their neighbours on the ladder.
double kinds_apart(plan::Kind a, plan::Kind b) {
  const auto rung = [](plan::Kind kind) {
    switch (kind) {
      case plan::Kind::strategic_objective:
        return 0;
      case plan::Kind::operational_objective:
        return 1;
      default:
        return 2;
    }
  };
  const int steps = std::abs(rung(a) - rung(b));
  return steps == 0 ? 1.0 : steps == 1 ? 0.95 : 0.8;
}

std::vector<std::string> words_of(std::vector<Feature> features, std::string_view title, std::size_t most) {
  std::erase_if(features, [](const Feature& f) { return f.end == 0; });
  std::stable_sort(features.begin(), features.end(),
                   [](const Feature& a, const Feature& b) { return a.weight > b.weight; });
  std::vector<std::string> words;
  for (const Feature& f : features) {
    if (words.size() == most) break;
    words.emplace_back(title.substr(f.begin, f.end - f.begin));
  }
  return words;
}

constexpr float kTelling = 0.5;  ///< weight below which a word tells nothing

// What two nodes say, counted by how far they are about the same: without a theme in common, likeness is of
// words only.
constexpr double kWords = 0.57, kContext = 0.4, kLetters = 0.03;
constexpr double kAbout = 0.9;

}  // namespace

std::vector<Measure> measures_of(const std::vector<NodeEntry>& nodes, const std::vector<int>& order,
                                 const Lexicon& lexicon, int jobs) {
  std::vector<std::vector<Said>> said(nodes.size());
  for_each_index<text::Stemmer>(nodes.size(), jobs, [&](text::Stemmer& stemmer, std::size_t i) {
    if (!is_compared(nodes[i])) return;
    const Wording title = title_of(nodes[i], stemmer);
    said[i] = said_in(title, lexicon.impl());
  });
  const Weigher weigher(nodes, lexicon.impl(), said, order);
  struct Nothing {};
  std::vector<Measure> out(nodes.size());
  for_each_index<Nothing>(nodes.size(), jobs, [&](Nothing&, std::size_t i) {
    out[i].kind = nodes[i].kind;
    out[i].plan = nodes[i].plan;
    weigher.own(i, out[i]);
  });
  for_each_index<Nothing>(nodes.size(), jobs, [&](Nothing&, std::size_t i) { weigher.context(i, out); });
  return out;
}

Likeness likeness(const Measure& a, const Measure& b) {
  Likeness out;
  const double own = dot(a.own, b.own);
  const double na = a.own_norm, nb = b.own_norm;
  if (na > 0 && nb > 0) {
    const double least = std::min(na, nb);
    out.words = own / (na * nb);
    out.covered = std::min(1.0, own / (least * least));
    out.shared = std::min(1.0, std::sqrt(own) / 3);
  }
  const double all = static_cast<double>(a.all_norm) * b.all_norm;
  if (all > 0) out.context = dot(a.all, b.all) / all;
  const double themes = static_cast<double>(a.theme_norm) * b.theme_norm;
  if (themes > 0) out.themes = dot(a.themes, b.themes) / themes;
  out.letters = letters_shared(a.letters, b.letters);
  out.kinds = kinds_apart(a.kind, b.kind);
  return out;
}

double score(const Likeness& parts) {
  const double said = kWords * parts.words + kContext * parts.context + kLetters * parts.letters;
  const double about = 1 - kAbout + kAbout * parts.themes;
  return std::round(std::min(1.0, said * about * parts.kinds) * 10000) / 10000;
}

double score(const Measure& a, const Measure& b) {
  return score(likeness(a, b));
}

std::vector<std::string> shared_words(const Measure& a, const Measure& b, std::string_view title,
                                      std::size_t most) {
  std::vector<Feature> both;
  for (const Feature& f : a.own) {
    const bool there =
        std::any_of(b.own.begin(), b.own.end(), [&](const Feature& g) { return g.id == f.id; });
    if (there && f.weight >= kTelling) both.push_back(f);
  }
  return words_of(std::move(both), title, most);
}

std::vector<std::string> telling_words(const Measure& a, std::string_view title, std::size_t most) {
  std::vector<Feature> telling;
  for (const Feature& f : a.own) {
    if (f.weight >= kTelling) telling.push_back(f);
  }
  return words_of(std::move(telling), title, most);
}

}  // namespace pst::compare
