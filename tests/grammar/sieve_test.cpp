// The sets only sift: no set may hold back what a rule alone would find, on any line. Lines are strung
// together from words of the grammars, numbers, signs and debris.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "grammar/compiled.hpp"
#include "grammar/number.hpp"
#include "grammar/projected.hpp"
#include "grammar/reader.hpp"

namespace pst::grammar {
namespace {

const Library& built_in() {
  static const Library library = load(embedded());
  return library;
}

/// The words of all patterns, as far as they are plain letters.
std::vector<std::string> vocabulary() {
  std::vector<std::string> words;
  for (const PatternSet* set : {&built_in().impl().line, &built_in().impl().anywhere}) {
    for (const PatternSet::Member& member : set->members()) {
      std::string word;
      for (const char c : member.pattern + " ") {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
          word += c;
        } else {
          if (word.size() > 2) words.push_back(word);
          word.clear();
        }
      }
    }
  }
  return words;
}

const std::vector<std::string> kSigns = {" ", " ", " ", " ",  ". ", " : ", ":",     ", ", " - ",
                                         "-", "'", "(", ") ", "; ", "/",   "\x07 ", "_",  " ? "};
const std::vector<std::string> kNumbers = {
    "1",    "2.1", "1.2.3", "1.2.3.4.5.6.7.8", "II",   "A",   "l",    "B.2", "O.S.1", "OO2.1", "0.0.1",
    "A1.1", "12",  "3bis",  "n o 4",           "1 .2", "IV.", "2024", "#7",  "1)",    "a)",    "O.O.",
    "SA 1", "10%"};

char upper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

class Lines {
 public:
  explicit Lines(unsigned seed) : random_(seed) {}

  std::string next() {
    std::string line;
    if (below(4) == 0) line += pick(kSigns);
    for (std::size_t parts = 1 + below(9); parts > 0; --parts) {
      std::string word = below(3) == 0 ? pick(kNumbers) : pick(words_);
      if (below(3) == 0) word[0] = upper(word[0]);
      if (below(12) == 0) word.insert(below(word.size() + 1), 1, static_cast<char>(' ' + below(95)));
      line += word + pick(kSigns);
    }
    return line;
  }

  /// One to three words and a number, and then anything.
  std::string labelled() {
    std::string line = pick(words_);
    line[0] = upper(line[0]);
    for (std::size_t more = below(3); more > 0; --more) line += " " + pick(words_);
    return line + (below(8) == 0 ? "" : " ") + pick(kNumbers) + pick(kSigns) + next();
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  const std::string& pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  std::mt19937 random_;
  std::vector<std::string> words_ = vocabulary();
};

std::vector<Entry> told(const PatternSet& set, const std::string& line) {
  std::vector<Entry> hits;
  set.match(line, hits);
  return hits;
}

bool has(const std::vector<Entry>& hits, Entry entry) {
  return std::find(hits.begin(), hits.end(), entry) != hits.end();
}

constexpr int kLines = 400;

/// What each member finds when it is asked alone is what the set tells.
void expect_members_told(const PatternSet& set, RE2::Anchor anchor) {
  std::vector<std::unique_ptr<RE2>> alone;
  for (const PatternSet::Member& member : set.members()) {
    alone.push_back(std::make_unique<RE2>(member.pattern, pattern_options(true)));
  }
  Lines lines(1);
  for (int i = 0; i < kLines; ++i) {
    const std::string line = lines.next();
    std::vector<Entry> expected;
    for (std::size_t m = 0; m < alone.size(); ++m) {
      if (alone[m]->Match(line, 0, line.size(), anchor, nullptr, 0))
        expected.push_back(set.members()[m].entry);
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(told(set, line), expected) << line;
  }
}

TEST(Sieve, a_set_tells_what_its_members_find_alone) {
  expect_members_told(built_in().impl().line, RE2::ANCHOR_START);
  expect_members_told(built_in().impl().worded, RE2::ANCHOR_START);
  expect_members_told(built_in().impl().anywhere, RE2::UNANCHORED);
  for (const auto& [attribute, values] : built_in().impl().values_of)
    expect_members_told(values.set, RE2::UNANCHORED);
}

TEST(Sieve, a_line_tells_all_that_stands_behind_a_list_sign_too) {
  Lines lines(2);
  for (int i = 0; i < kLines; ++i) {
    const std::string line = lines.next();
    const std::vector<Entry> of_line = told(built_in().impl().line, line);
    for (const Entry& entry : told(built_in().impl().worded, line)) {
      EXPECT_TRUE(built_in().impl().is_worded(entry));
      EXPECT_TRUE(has(of_line, entry)) << line;
    }
  }
}

/// Words in the middle of a text only count with a number behind them.
TEST(Sieve, no_rule_finds_what_the_sets_hold_back) {
  const Library::Impl& impl = built_in().impl();
  Groups groups;
  Lines lines(3);
  for (int i = 0; i < kLines; ++i) {
    const std::string line = lines.next();
    const std::vector<Entry> begins = told(impl.line, line), inside = told(impl.anywhere, line);
    const auto expect_told = [&](const std::vector<Entry>& hits, RuleType type, std::size_t index,
                                 const LazyPattern& pattern) {
      if (!groups.search(pattern, line)) return;
      EXPECT_TRUE(has(hits, {type, static_cast<int>(index)})) << pattern.source() << '\n' << line;
    };
    for (std::size_t m = 0; m < impl.markers.size(); ++m) {
      expect_told(begins, RuleType::marker, m, *impl.markers[m].pattern);
      if (!impl.markers[m].rule.inside) continue;
      std::size_t begin = 0, end = 0, from = 0;
      while (from <= line.size() && groups.find(*impl.markers[m].inside, line, from, begin, end)) {
        const NumberToken number = find_number(line, end);
        const bool counts = !impl.markers[m].words || number.begin < number.end;
        if (begin > 0 && counts) {
          EXPECT_TRUE(has(inside, {RuleType::marker_inside, static_cast<int>(m)})) << line;
        }
        from = std::max(end, from + 1);
      }
    }
    for (std::size_t b = 0; b < impl.bullets.size(); ++b)
      expect_told(begins, RuleType::bullet, b, *impl.bullets[b].pattern);
    for (std::size_t f = 0; f < impl.fields.size(); ++f)
      expect_told(begins, RuleType::field, f, *impl.fields[f].pattern);
    for (std::size_t s = 0; s < impl.stops.size(); ++s)
      expect_told(begins, RuleType::stop, s, *impl.stops[s].pattern);
    for (std::size_t r = 0; r < impl.references.size(); ++r)
      expect_told(inside, RuleType::reference, r, *impl.references[r].pattern);
    for (std::size_t v = 0; v < impl.values.size(); ++v) {
      if (impl.values[v].rule.standalone) expect_told(inside, RuleType::phrase, v, *impl.values[v].pattern);
    }
    const bool decorated = groups.prefix(*impl.decor, line) != Groups::npos;
    EXPECT_EQ(has(begins, {RuleType::decor, 0}), decorated) << line;
  }
}

/// Every pattern of the library that is asked by itself.
std::vector<const LazyPattern*> patterns(const Library::Impl& impl) {
  std::vector<const LazyPattern*> all;
  const auto add = [&](const auto& rules) {
    for (const auto& rule : rules) {
      for (const auto* pattern : {&rule.pattern, &rule.words, &rule.inside, &rule.any_depth, &rule.link}) {
        if (*pattern) all.push_back(pattern->get());
      }
    }
  };
  add(impl.markers), add(impl.bullets), add(impl.fields), add(impl.values), add(impl.columns);
  add(impl.periods), add(impl.budgets), add(impl.references), add(impl.boundaries), add(impl.stops);
  add(impl.facts);
  for (const auto& [name, pattern] : impl.word_patterns) all.push_back(pattern.get());
  return all;
}

TEST(Sieve, what_patterns_need_holds_back_no_match) {
  const std::vector<const LazyPattern*> all = patterns(built_in().impl());
  Lines lines(5);
  int held_back = 0;
  for (int i = 0; i < kLines; ++i) {
    const std::string line = i % 2 == 0 ? lines.next() : lines.labelled();
    const Projection projection(line);
    for (const LazyPattern* pattern : all) {
      const bool may = projection.may_match(*pattern);
      held_back += !may;
      if (Groups::matches(*pattern, std::string_view(projection.ascii))) {
        EXPECT_TRUE(may) << pattern->source() << '\n' << line;
      }
    }
  }
  EXPECT_GT(held_back, kLines * static_cast<int>(all.size()) / 2);
}

TEST(Sieve, numbers_of_any_depth_match_as_the_pattern_does_unless_they_are_deeper) {
  Lines lines(4);
  int compared = 0;
  for (const Compiled<MarkerRule>& marker : built_in().impl().markers) {
    if (!marker.any_depth) continue;
    for (int i = 0; i < 1000; ++i) {
      const std::string line = lines.labelled();
      Groups exact, any;
      const bool found = exact.search(*marker.pattern, line);
      EXPECT_EQ(any.search(*marker.any_depth, line), found) << line;
      if (!found) continue;
      const std::string_view number = any.ascii("number");
      if (std::count(number.begin(), number.end(), '.') >= Number::kDepth) continue;
      ++compared;
      for (const char* group : {"label", "word", "number"})
        EXPECT_EQ(any.ascii(group), exact.ascii(group)) << line;
    }
  }
  EXPECT_GT(compared, 50);
}

/// A rule of one's own, whatever it begins or ends with, is sifted as soundly as the built-in ones.
TEST(Sieve, holds_for_grammars_of_ones_own) {
  const Library mine =
      load({{"mine.toml",
             "name = 'mine'\n[words]\ndecor = '[*]{1,3}$|>> '\n"
             "[[boundary]]\nwhat = 'close'\npattern = '.*fin.*'\n"
             "[[boundary]]\nwhat = 'contents'\npattern = 'fin'\n"
             "[[marker]]\nname = 'jalon'\nkind = 'action'\ninside = true\npattern = 'jalon{number}'\n"}});
  Reader reader(mine);
  Reading reading;
  reader.read("fin", reading);
  ASSERT_NE(reading.boundary, nullptr);
  EXPECT_EQ(reading.boundary->what, "close");  // the first of the file, not of the set
  reader.read(">> jalon 1 : ouvrir", reading);
  ASSERT_EQ(reading.markers.size(), 1u);
  EXPECT_TRUE(reading.markers.front().decorated);
  reader.read("jalon 1 puis jalon 2", reading);
  ASSERT_EQ(reading.markers.size(), 1u);
  ASSERT_EQ(reading.inside.size(), 1u);
  EXPECT_EQ(reading.inside.front().number->canonical(), "2");
}

}  // namespace
}  // namespace pst::grammar
