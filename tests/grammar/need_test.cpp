// What a pattern needs is read off the pattern itself, and a text without it is never matched.
#include "grammar/need.hpp"

#include <gtest/gtest.h>

#include "grammar/projected.hpp"

namespace pst::grammar {
namespace {

std::string need_of(const std::string& pattern) {
  return LazyPattern(pattern, false).need().dump();
}

bool may_match(const std::string& pattern, std::string_view text) {
  return Projection(text).may_match(LazyPattern(pattern, false));
}

TEST(Need, takes_the_longest_words_that_every_match_has_one_of) {
  EXPECT_EQ(need_of(R"(\bchemins? forestiers?\b)"), "( forestier)(chemin)");
  EXPECT_EQ(need_of("^(?:haie|verger) plante"), "(haie plante|verger plante)");
  EXPECT_EQ(need_of("(?:haie|verger).*plante"), "(plante)(haie|verger)");
}

TEST(Need, a_rare_sign_is_enough) {
  EXPECT_EQ(need_of("[a-z]+ ?= ?[0-9]+"), "[=]");
  EXPECT_EQ(need_of("(?:[*]+|[+]+) [a-z]+"), "[*+]");
}

TEST(Need, words_and_signs_may_stand_for_one_another) {
  EXPECT_EQ(need_of("^ ?(?:=|->|verger)"), "(verger|-|=)");
  EXPECT_TRUE(may_match("^ ?(?:=|->|verger)", "-> haies"));
  EXPECT_FALSE(may_match("^ ?(?:=|->|verger)", "les haies"));
}

TEST(Need, short_words_and_what_may_be_anything_need_nothing) {
  EXPECT_EQ(need_of("^(?:le|la|les)\\b"), "");
  EXPECT_EQ(need_of("[a-z]+"), "");
  EXPECT_EQ(need_of("(?:verger)?"), "");
}

TEST(Need, a_text_without_the_words_is_not_asked) {
  EXPECT_FALSE(may_match("verger", "Planter des haies"));
  EXPECT_FALSE(may_match("^[a-z]+ = [0-9]+", "Planter 20 haies"));
  EXPECT_FALSE(may_match("(?:haie|verger).*plante", "Les haies"));
}

TEST(Need, case_and_accents_do_not_count) {
  EXPECT_TRUE(may_match("ecole", "Une École"));
  EXPECT_TRUE(may_match("ecole", "LES ÉCOLES"));
  EXPECT_TRUE(may_match("(?i:EcoLe)", "les écoles"));
}

TEST(Need, what_a_pattern_refused_by_RE2_needs_is_not_known) {
  const LazyPattern refused("(", false);
  EXPECT_FALSE(refused.get().ok());
  EXPECT_EQ(refused.need().dump(), "");
}

}  // namespace
}  // namespace pst::grammar
