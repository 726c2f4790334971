#include "text/unicode.hpp"
#include "text/codepoints.hpp"

#include <gtest/gtest.h>

#include <random>

namespace pst::text {
namespace {

TEST(Nfc, composes_what_stands_apart) {
  EXPECT_EQ(nfc("e\u0301cole"), "école");
  EXPECT_EQ(nfc("déjà"), "déjà");
  EXPECT_EQ(nfc("\u212B"), "Å");
}

TEST(Nfc, stacks_of_marks_end_in_reasonable_time) {
  std::string marks = "e";
  for (int i = 0; i < 200'000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0323";
  EXPECT_GT(nfc(marks).size(), 200'000u);
}

TEST(CleanLine, leaves_an_ordinary_line_alone) {
  EXPECT_EQ(clean_line("Action 1 :\taccueillir"), "Action 1 :\taccueillir");
  EXPECT_EQ(clean_line("« Été » – l’œuvre"), "« Été » – l’œuvre");
}

TEST(CleanLine, composes) {
  EXPECT_EQ(clean_line("re\u0301union"), "réunion");
}

TEST(CleanLine, spaces_of_every_width_are_spaces) {
  EXPECT_EQ(clean_line("a\u00A0b\u202Fc\u2009d\u2007e\u3000f\u2003g"), "a b c d e f g");
}

TEST(CleanLine, keeps_tabs_and_trims_nothing) {
  EXPECT_EQ(clean_line("\u00A0a\t b  "), " a\t b  ");
}

TEST(CleanLine, drops_what_cannot_be_seen) {
  EXPECT_EQ(clean_line("\uFEFFa\u200Bb\u200E\u202Ac\u2060d\u0001e\u0085f\u007F"), "abcdef");
  EXPECT_EQ(clean_line("\u2714\uFE0F fait"), "\u2714 fait");
}

TEST(CleanLine, a_break_within_the_line_parts_words) {
  EXPECT_EQ(clean_line("un\vdeux\u2028trois"), "un deux trois");
}

TEST(CleanLine, a_line_end_left_behind_goes) {
  EXPECT_EQ(clean_line("fin\r"), "fin");
}

TEST(CleanLine, soft_hyphens_go) {
  EXPECT_EQ(clean_line("acc\u00ADueil"), "accueil");
}

TEST(CleanLine, a_hyphen_of_its_own_sign_at_the_end_splits_a_word_and_stays_within_one) {
  EXPECT_EQ(clean_line("des mé\u2010"), "des mé-");
  EXPECT_EQ(clean_line("rez\u2010de\u2010chaussée"), "rez\u2010de\u2010chaussée");
}

TEST(CleanLine, a_soft_hyphen_at_the_end_splits_a_word) {
  EXPECT_EQ(clean_line("l'accom\u00AD"), "l'accom-");
  EXPECT_EQ(clean_line("l'accom\u00AD  "), "l'accom-  ");
  EXPECT_EQ(clean_line("l'accom-\u00AD"), "l'accom-");
  EXPECT_EQ(clean_line("\u00AD"), "");
}

TEST(CleanLine, ligatures_are_letters_again) {
  EXPECT_EQ(clean_line("e\uFB03cace, \uFB01n, \uFB02ux, e\uFB00et, \uFB05, \uFB06"),
            "efficace, fin, flux, effet, st, st");
}

TEST(CleanLine, oe_and_ae_are_letters) {
  EXPECT_EQ(clean_line("cœur, curriculum vitæ"), "cœur, curriculum vitæ");
}

TEST(CleanLine, a_symbol_font_bullet_is_a_bullet_at_the_beginning) {
  EXPECT_EQ(clean_line("\uF0B7 Accueillir"), "• Accueillir");
  EXPECT_EQ(clean_line("  \uF0A7\tAccueillir"), "  •\tAccueillir");
  EXPECT_EQ(clean_line("• \uF0D8 Accueillir"), "• • Accueillir");
}

TEST(CleanLine, a_symbol_font_character_elsewhere_is_a_space) {
  EXPECT_EQ(clean_line("oui \uF0FC non"), "oui   non");
}

TEST(CleanLine, bullets_and_arrows_stay) {
  EXPECT_EQ(clean_line("▪ ○ ► ➢ ✓ ❖ → suite"), "▪ ○ ► ➢ ✓ ❖ → suite");
}

std::string random_text(std::mt19937& random) {
  static constexpr std::string_view kParts[] = {
      "a",      "É",      " ", "\t",     "é",      "e\u0301", "\u0323", "\u00AD", "\uF0B7", "•",
      "\u200D", "\uFB03", "œ", "’",      "\u00A0", "-",       "1",      "\x80",   "\xE2",   "\u1100",
      "\u1161", "\uFEFF", "€", "\u2028", "\x01",   "ß",       "Ж",      "日"};
  std::string text;
  for (auto count = random() % 12; count > 0; --count) text += kParts[random() % std::size(kParts)];
  return text;
}

TEST(CleanLine, cleaning_again_changes_nothing) {
  std::mt19937 random(2);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    const std::string once = clean_line(text);
    EXPECT_EQ(clean_line(once), once) << text;
    EXPECT_EQ(nfc(once), once) << text;
  }
}

TEST(Plain, one_byte_for_each_code_point_and_offsets_that_only_grow) {
  std::mt19937 random(3);
  Plain projection;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    plain(text, projection);
    ASSERT_EQ(projection.ascii.size(), length(text));
    EXPECT_EQ(projection.offset[0], 0u);
    EXPECT_EQ(projection.offset[projection.ascii.size()], text.size());
    for (std::size_t i = 0; i < projection.ascii.size(); ++i) {
      EXPECT_LT(projection.offset[i], projection.offset[i + 1]);
      EXPECT_LT(static_cast<unsigned char>(projection.ascii[i]), 0x80);
    }
  }
}

std::string projected(std::string_view text) {
  Plain projection;
  plain(text, projection);
  return projection.ascii;
}

TEST(Plain, letters_lose_their_accents_and_keep_their_case) {
  EXPECT_EQ(projected("ÉÀÇéàçñüŸ"), "EACeacnuY");
}
TEST(Plain, ligatures_are_their_first_letter) {
  EXPECT_EQ(projected("œŒæÆ"), "oOaA");
}
TEST(Plain, apostrophes) {
  EXPECT_EQ(projected("'’‘ʼ`´′"), "'''''''");
}
TEST(Plain, ascii_in_a_run_is_what_the_table_says_of_each) {
  for (char c = 1; c > 0; ++c) {
    const std::string run = "abcdefgh" + std::string(1, c) + "ijklmnop";
    const std::string expected =
        "abcdefgh" + std::string(1, glyph(static_cast<char32_t>(c)).plain) + "ijklmnop";
    EXPECT_EQ(projected(run), expected) << static_cast<int>(c);
  }
}
TEST(Plain, dashes) {
  EXPECT_EQ(projected("-‐‑–—−―"), "-------");
}
TEST(Plain, spaces_and_tabs) {
  EXPECT_EQ(projected(" \u00A0\u202F\u3000\t"), "    \t");
}
TEST(Plain, quotes) {
  EXPECT_EQ(projected("«»“”„\""), "\"\"\"\"\"\"");
}
TEST(Plain, an_ellipsis_is_one_dot) {
  EXPECT_EQ(projected("etc…"), "etc.");
}
TEST(Plain, bullets) {
  EXPECT_EQ(projected("•●▪■□○◦◼►▶➢➤✓✔❖♦‣⁃·∙→"), std::string(21, '\x07'));
}
TEST(Plain, number_signs) {
  EXPECT_EQ(projected("n° 1º 2² ½ 5€ §3"), std::string("no 1o 22 / 5$ \x06") + "3");
}
TEST(Plain, other_letters_and_signs) {
  EXPECT_EQ(projected("Жλ日©☺\x01"), std::string("xxx\x01\x07\x01"));
}

TEST(Plain, a_match_maps_back) {
  Plain projection;
  plain("Été n° 3 : créer", projection);
  const std::size_t at = projection.ascii.find("creer");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(std::string_view("Été n° 3 : créer").substr(projection.offset[at]), "créer");
}

}  // namespace
}  // namespace pst::text
