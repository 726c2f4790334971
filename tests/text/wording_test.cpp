#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "text/unicode.hpp"

namespace pst::text {
namespace {

TEST(Fold, keeps_letters_and_digits_only) {
  EXPECT_EQ(fold("L'Été 2024, n° 12 !"), "lete2024n12");
}
TEST(Fold, spells_ligatures_out) {
  EXPECT_EQ(fold("Œuvre, vitæ, \uFB01n"), "oeuvrevitaefin");
}
TEST(Fold, ignores_how_accents_are_written) {
  EXPECT_EQ(fold("e\u0301cole"), fold("École"));
}
TEST(Fold, keeps_other_scripts_in_lower_case) {
  EXPECT_EQ(fold("Ж-Λ"), "жλ");
}
TEST(Fold, of_nothing) {
  EXPECT_EQ(fold("–  …"), "");
}

TEST(Fold, stops_behind_the_first_letters) {
  const std::string wording = "« L'Œuvre » Ж 12, à Été";
  for (std::size_t most = 0; most < 20; ++most)
    EXPECT_EQ(fold(wording, most), fold(wording).substr(0, most)) << most;
}

TEST(Fold, letters_that_grow_in_lower_case) {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "\u023E";
  EXPECT_EQ(fold(many).size(), 300u);
}

TEST(Collapse, makes_one_space_of_many) {
  EXPECT_EQ(collapse("  un \t deux\u00A0\u00A0trois \n"), "un deux trois");
  EXPECT_EQ(collapse(" \t"), "");
}

TEST(IsBlank, sees_through_invisible_characters) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \t\u00A0\u200B\uFEFF"));
  EXPECT_FALSE(is_blank(" ."));
}

TEST(Length, counts_code_points) {
  EXPECT_EQ(length("été"), 3u);
  EXPECT_EQ(length("\xFF\xFF"), 2u);
}

TEST(Starts, skips_quotes_and_brackets) {
  EXPECT_TRUE(starts_upper("« Épicerie »"));
  EXPECT_TRUE(starts_lower("(en cours)"));
  EXPECT_TRUE(starts_lower(" “été”"));
}

TEST(Starts, a_number_or_a_bullet_has_no_case) {
  EXPECT_FALSE(starts_lower("3 repas"));
  EXPECT_FALSE(starts_upper("• Repas"));
  EXPECT_FALSE(starts_upper(""));
}

TEST(UpperShare, counts_letters_with_a_case) {
  EXPECT_DOUBLE_EQ(upper_share("ÉTÉ 2020"), 1.0);
  EXPECT_DOUBLE_EQ(upper_share("Été"), 1.0 / 3);
  EXPECT_DOUBLE_EQ(upper_share("12 €"), 0.0);
}

TEST(Distance, counts_changed_lost_added_and_swapped_letters) {
  EXPECT_EQ(distance("objectif", "Objectif", 2), 0);
  EXPECT_EQ(distance("objectif", "objectlf", 2), 1);
  EXPECT_EQ(distance("objectif", "objetif", 2), 1);
  EXPECT_EQ(distance("objectif", "objecitf", 2), 1);
  EXPECT_EQ(distance("chat", "chien", 5), 3);
  EXPECT_EQ(distance("", "abc", 5), 3);
}

TEST(Distance, stops_above_its_limit) {
  EXPECT_EQ(distance("chat", "chien", 2), 3);
  EXPECT_EQ(distance("a", std::string(10'000, 'b'), 3), 4);
  EXPECT_EQ(distance("abcdef", "ghijkl", 0), 1);
  EXPECT_EQ(distance("abc", "abd", std::numeric_limits<int>::max()), 1);
}

TEST(Distance, within_the_limit_is_the_distance_without_one) {
  const std::string words[] = {"strategique", "stratgique", "startegique",
                               "tragique",    "logistique", "strategiques"};
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const int whole = distance(a, b, 50);
      for (int limit = 0; limit < 12; ++limit)
        EXPECT_EQ(distance(a, b, limit), std::min(whole, limit + 1)) << a << b;
    }
  }
}

TEST(Similarity, of_a_wording_and_itself_is_one) {
  EXPECT_DOUBLE_EQ(similarity("Créer un service", "creer un service."), 1.0);
  EXPECT_DOUBLE_EQ(similarity("", ""), 1.0);
}

TEST(Similarity, falls_with_the_difference) {
  const double close = similarity("Rénover la maison de repos", "Rénover les maisons de repos");
  const double far = similarity("Rénover la maison de repos", "Engager un juriste à mi-temps");
  EXPECT_GT(close, 0.8);
  EXPECT_LT(far, 0.35);
  EXPECT_DOUBLE_EQ(similarity("abc", ""), 0.0);
}

TEST(Similarity, minds_the_order) {
  EXPECT_LT(similarity("abcdef", "fedcba"), 0.2);
}

TEST(DecodeEntities, named_and_numbered) {
  EXPECT_EQ(decode_entities("Caf&eacute;&nbsp;&amp; th&#233; &#xC0; &laquo;&euro;&raquo;"),
            "Café\u00A0& thé À «€»");
  EXPECT_EQ(decode_entities("l&rsquo;&oelig;uvre&hellip;"), "l’œuvre…");
}

TEST(DecodeEntities, windows_numbers_mean_what_browsers_take_them_for) {
  EXPECT_EQ(decode_entities("l&#146;an"), "l’an");
}

TEST(DecodeEntities, only_once) {
  EXPECT_EQ(decode_entities("&amp;eacute;"), "&eacute;");
}

TEST(DecodeEntities, what_is_none_stays) {
  for (const std::string_view text : {"R&D", "a & b;", "&;", "&inconnue;", "&#;", "&#xZZ;", "& ", "&"}) {
    EXPECT_EQ(decode_entities(text), text);
  }
  EXPECT_EQ(decode_entities("&#0;&#xD800;"), "\uFFFD\uFFFD");
}

TEST(ClosedUp, letters_parted_by_spaces) {
  EXPECT_EQ(closed_up("V O L E T   I N T E R N E"), "VOLET INTERNE");
  EXPECT_EQ(closed_up("  É T A T   D E S   L I E U X  2 0 2 5"), "  ÉTAT DES LIEUX 2025");
  EXPECT_EQ(closed_up("S O M M A I R E"), "SOMMAIRE");
  EXPECT_EQ(closed_up("C P A S D E V A L M O N T E T A L"), std::nullopt);  // where do its words begin?
  EXPECT_EQ(closed_up("Former les agents à la TVA"), std::nullopt);
  EXPECT_EQ(closed_up("a b"), std::nullopt);
}

}  // namespace
}  // namespace pst::text
