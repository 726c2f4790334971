#include "plan/review.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewestLetters = 8;  ///< of a wording that tells an objective

class Reviewer {
 public:
  Reviewer(const Scan& scan, Candidates& candidates) : scan_(scan), all_(candidates) {}

  void run() {
    name_families();
    join_misspelt_words();
    mend_misread_numbers();
    drop_lone_families();
    mark_front_matter();
    find_repeats();
  }

 private:
  Family& family(const Candidate& c) { return all_.families[static_cast<std::size_t>(c.family)]; }

  void name_families() {
    std::vector<bool> named(all_.families.size(), false);
    for (const Candidate& c : all_.list) {
      const auto f = static_cast<std::size_t>(c.family);
      if (named[f] || c.boundary || family(c).bare || family(c).heading || family(c).cell) continue;
      named[f] = true;
      const std::string_view label =
          c.label_at < 0 ? std::string_view(scan_.text(c.piece)).substr(c.begin, c.end - c.begin) : c.label;
      family(c).words = marker_words(label);
    }
  }

  /// `Objectif opérationel 4.2` among others spelt right: the rare word is the common one misspelt.
  void join_misspelt_words() {
    constexpr std::size_t kLong = 6, kVeryLong = 12;
    for (std::size_t f = 0; f < all_.families.size(); ++f) {
      Family& rare = all_.families[f];
      if (!rare.generic || rare.words.size() < kLong) continue;
      const int limit = rare.words.size() >= kVeryLong ? 2 : 1;
      for (std::size_t other = 0; other < all_.families.size(); ++other) {
        const Family& common = all_.families[other];
        if (other == f || common.bare || common.words.empty() || common.count < 2 * rare.count) continue;
        if (common.words == rare.words || text::distance(common.words, rare.words, limit) > limit) continue;
        for (Candidate& c : all_.list) {
          if (c.family == static_cast<int>(f)) c.family = static_cast<int>(other);
        }
        rare.count = 0;
        break;
      }
    }
  }

  /// A letter in a series of digits is a digit that an OCR misread: `O.O. 4.Z`, `O.S. S`.
  void mend_misread_numbers() {
    std::vector<int> letters(all_.families.size()), digits(all_.families.size());
    const auto has_letter = [](const grammar::Number& number) {
      const auto end = number.parts.begin() + number.depth;
      return std::any_of(number.parts.begin(), end, [](const auto& part) {
        return part.style == grammar::NumberStyle::upper_letter ||
               part.style == grammar::NumberStyle::lower_letter;
      });
    };
    for (const Candidate& c : all_.list) {
      if (c.number && !family(c).bare)
        ++(has_letter(*c.number) ? letters : digits)[static_cast<std::size_t>(c.family)];
    }
    for (Candidate& c : all_.list) {
      const auto f = static_cast<std::size_t>(c.family);
      if (!c.number || family(c).bare || !has_letter(*c.number) || digits[f] < 3 * letters[f]) continue;
      if (auto mended = grammar::with_digits(*c.number)) c.number = mended;
    }
  }

  /// `S1` is an address only where longer ones begin like it: `S1.O2`.
  bool is_lone_address(const Family& family) const {
    return family.key.starts_with(kAddress) &&
           std::none_of(all_.families.begin(), all_.families.end(),
                        [&](const Family& f) { return f.key.starts_with(family.key + "."); });
  }

  /// `B1.` alone: no scheme of letters.
  static bool is_lone_letter(const Family& family) {
    return family.key.starts_with("bare:A.") && family.count < 2;
  }

  /// Per family: whether its numbers begin with a letter that is a rung's own. `A1`, `A2` below objectives
  /// marked by words and never a `B1`, nor an `A.` above them: the letter says action.
  std::vector<bool> letters_of_rungs() const {
    std::vector<char> letters(all_.families.size(), 0);  // the only one, ' ' where there are several
    bool objectives = false, lone_letter = false;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      const Candidate& c = all_.list[i];
      const auto f = static_cast<std::size_t>(c.family);
      const Family& family = all_.families[f];
      objectives = objectives || (!family.bare && !family.weak && !family.generic && !family.heading &&
                                  c.number && family.preferred <= Kind::operational_objective);
      lone_letter = lone_letter || family.key.starts_with("bare:A/");
      if (!c.number || !family.key.starts_with("bare:A.")) continue;
      const bool first_is_named =
          c.is_alternative && i > 0 && !all_.families[static_cast<std::size_t>(all_.list[i - 1].family)].bare;
      const char letter = first_is_named ? scan_.text(c.piece)[c.begin] : ' ';
      letters[f] = letters[f] == 0 || letters[f] == letter ? letter : ' ';
    }
    std::vector<bool> out(all_.families.size(), false);
    for (std::size_t f = 0; f < letters.size(); ++f)
      out[f] = objectives && !lone_letter && letters[f] != 0 && letters[f] != ' ';
    return out;
  }

  /// An open-class word is a marker only where it comes with two numbers at least.
  void drop_lone_families() {
    const std::vector<bool> letters = letters_of_rungs();
    std::vector<int> new_index(all_.list.size(), -1);
    std::vector<Candidate> kept;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      const Family& family = all_.families[static_cast<std::size_t>(all_.list[i].family)];
      if (family.generic && (family.count < 2 || all_.list[i].stop || is_lone_address(family))) continue;
      if (is_lone_letter(family) || letters[static_cast<std::size_t>(all_.list[i].family)]) continue;
      new_index[i] = static_cast<int>(kept.size());
      kept.push_back(std::move(all_.list[i]));
    }
    for (Candidate& c : kept) {
      if (c.alternative >= 0) c.alternative = new_index[static_cast<std::size_t>(c.alternative)];
    }
    all_.list = std::move(kept);
  }

  /// Where the plan has volets, axes or objectives marked by words, numbered headings before the first of
  /// them are those of a preamble.
  void mark_front_matter() {
    const auto strong = [&](const Candidate& c) {
      const Family& f = all_.families[static_cast<std::size_t>(c.family)];
      return !c.boundary && !c.inside && !f.bare && !f.weak && !f.generic && !f.heading && !f.cell &&
             c.restored.empty() && f.kinds != 0 && f.preferred <= Kind::strategic_objective;
    };
    const auto first = std::find_if(all_.list.begin(), all_.list.end(), strong);
    if (first == all_.list.end()) return;
    std::vector<int> above(all_.families.size(), 0);  // per family: how many stand right above a strong one
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      std::size_t next = i + 1;
      while (next < all_.list.size() && all_.list[next].is_alternative) ++next;
      if (next < all_.list.size() && strong(all_.list[next]) &&
          all_.list[next].piece == all_.list[i].piece + 1)
        ++above[static_cast<std::size_t>(all_.list[i].family)];
    }
    for (auto c = all_.list.begin(); c != first; ++c) {
      const Family& f = all_.families[static_cast<std::size_t>(c->family)];
      // The heading right above the first objective may well be its axis.
      const bool right_above =
          first->piece == c->piece + 1 && (first->number || above[static_cast<std::size_t>(c->family)] > 1) &&
          all_.families[static_cast<std::size_t>(first->family)].preferred == Kind::strategic_objective;
      c->before_plan = (f.bare || f.weak || f.generic || f.heading) && (!right_above || is_chapter(*c));
    }
    mark_chapters_behind(static_cast<std::size_t>(first - all_.list.begin()), strong);
  }

  /// Chapters numbered before the plan go on behind it: the next of them ends it. Lists within the plan may
  /// have numbers of the same form.
  template <class Strong>
  void mark_chapters_behind(std::size_t first, const Strong& strong) {
    std::vector<int> chapters(all_.families.size(),
                              0);  // the last before the plan, -1 where one is part of it
    std::size_t last = first;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      const Candidate& c = all_.list[i];
      if (strong(c)) last = i;
      if (i >= first || !c.number || c.number->depth != 1 || !family(c).bare) continue;
      int& chapter = chapters[static_cast<std::size_t>(c.family)];
      chapter = chapter < 0 || !c.before_plan ? -1 : c.number->last();
    }
    std::vector<int> before(all_.families.size(), 0);  // the last number of each form within the plan
    for (std::size_t i = first; i < all_.list.size(); ++i) {
      Candidate& c = all_.list[i];
      int& chapter = chapters[static_cast<std::size_t>(c.family)];
      if (!c.number || c.number->depth != 1 || c.inside || chapter <= 0) continue;
      int& number = before[static_cast<std::size_t>(c.family)];
      if (i > last && c.after_blank && c.upper_rest && c.number->last() == chapter + 1 && number != chapter) {
        c.boundary = true;
        for (int other = c.alternative; other >= 0;
             other = all_.list[static_cast<std::size_t>(other)].alternative)
          all_.list[static_cast<std::size_t>(other)].mentioned = true;
        ++chapter;
      } else {
        number = c.number->last();
      }
    }
  }

  /// The one number of its form, where the next is that of a heading outside the plan or of its lists: `1.
  /// Vue d'ensemble` before `2. Fiches actions`.
  bool is_chapter(const Candidate& c) const {
    const Family& family = all_.families[static_cast<std::size_t>(c.family)];
    if (!family.bare || family.count > 1 || !c.number || c.number->depth > 1) return false;
    return std::any_of(scan_.pieces.begin() + c.piece, scan_.pieces.end(), [&](const Piece& piece) {
      const bool outside = piece.preset == Preset::furniture || piece.reading.boundary != nullptr;
      return outside && std::any_of(piece.reading.markers.begin(), piece.reading.markers.end(),
                                    [&](const grammar::MarkerMatch& match) {
                                      return match.number && match.number->depth == 1 &&
                                             match.number->part(0).style == c.number->part(0).style &&
                                             match.number->last() == c.number->last() + 1 &&
                                             match.rest < piece.fragment->text.size();
                                    });
    });
  }

  /// The words behind the label, folded; those of the line below where the label stands alone, or is said
  /// twice (`OBJECTIF STRATÉGIQUE 1 (O.S.1)`).
  std::string wording_of(const Candidate& c) const {
    const std::string_view rest = std::string_view(scan_.text(c.piece)).substr(c.rest);
    std::string wording = text::fold(rest);
    const auto next = static_cast<std::size_t>(c.piece) + 1;
    const bool alone = rest.empty() || (rest.front() == '(' && wording.size() < kFewestLetters);
    if (!alone || next >= scan_.pieces.size()) return wording;
    const Piece& below = scan_.pieces[next];
    const bool words = below.preset == Preset::none && below.fragment->columns <= 1 &&
                       !below.reading.bullet && below.reading.field < 0 && below.reading.markers.empty();
    return words ? text::fold(below.fragment->text) : wording;
  }

  /// An objective named twice is one node: `same_as` where rung, number and wording agree.
  void find_repeats() {
    constexpr std::size_t kMostAlike = 24;  // objectives of one number that are compared
    std::unordered_map<std::string, std::vector<std::pair<int, std::string>>> seen;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      Candidate& c = all_.list[i];
      const Family& family = all_.families[static_cast<std::size_t>(c.family)];
      if (family.preferred == Kind::volet && family.kinds != 0) seen.clear();  // each volet names its own
      if (c.boundary || c.inside || c.is_alternative || family.heading || family.cell) continue;
      if (family.preferred > Kind::operational_objective) continue;
      const std::string wording = wording_of(c);
      // `O.S. 1` in one place may be `Objectif stratégique 1` in the other.
      const bool named =
          c.number && !family.bare && !family.generic && family.kinds != 0 && !family.flexible();
      auto& earlier = seen[(named ? std::string(facts(family.preferred).segment) : family.key) + "/" +
                           (c.number ? c.number->canonical() : std::string())];
      for (const auto& [e, theirs] : earlier) {
        const bool alike =
            wording.size() >= kFewestLetters && theirs.size() >= kFewestLetters &&
            (wording == theirs || wording.rfind(theirs, 0) == 0 || theirs.rfind(wording, 0) == 0);
        if (alike) {
          c.same_as = e;
          break;
        }
      }
      if (c.same_as < 0 && earlier.size() < kMostAlike) earlier.emplace_back(static_cast<int>(i), wording);
    }
  }

  const Scan& scan_;
  Candidates& all_;
};

}  // namespace

std::string singular(std::string_view word) {
  std::string out = text::fold(word);
  if (out.size() > 3 && (out.back() == 's' || out.back() == 'x')) out.pop_back();
  return out;
}

/// The words of a label without its number, each singular: `Grandes causes 1.2.` gives `grande cause`.
std::string marker_words(std::string_view label) {
  std::string out;
  std::size_t begin = 0;
  while (begin < label.size()) {
    std::size_t end = std::min(label.find_first_of(" 0123456789", begin), label.size());
    if (end == begin) {
      if (label[begin] != ' ') break;  // the number
      ++begin;
      continue;
    }
    const std::string word = singular(label.substr(begin, end - begin));
    if (word.size() >= 3) out += (out.empty() ? "" : " ") + word;
    begin = end;
  }
  return out;
}

void review(const Scan& scan, Candidates& candidates) {
  Reviewer(scan, candidates).run();
}

}  // namespace pst::plan
