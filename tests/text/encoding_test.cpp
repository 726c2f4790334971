#include "text/encoding.hpp"

#include <gtest/gtest.h>

#include <random>

namespace pst::text {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSentence = "Rénover l’école, à côté du théâtre : où ? Ça dépend du cœur.";

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

void expect_decodes(std::string_view bytes, std::string_view encoding, std::string_view text) {
  const Decoded decoded = decode(bytes);
  EXPECT_EQ(decoded.encoding, encoding);
  EXPECT_EQ(decoded.utf8, text);
  EXPECT_EQ(decoded.replaced, 0);
}

TEST(Decode, plain_ascii_is_utf8_without_doubt) {
  const Decoded decoded = decode("Soutenir les familles");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.confidence, 1.0);
}

TEST(Decode, nothing_is_utf8) {
  expect_decodes("", "UTF-8", "");
}

TEST(Decode, utf8_is_left_as_it_is) {
  expect_decodes(kSentence, "UTF-8", kSentence);
}

TEST(Decode, a_byte_order_mark_is_no_text) {
  expect_decodes("\xEF\xBB\xBFÉté", "UTF-8", "Été");
}

TEST(Decode, utf16_by_its_mark) {
  expect_decodes("\xFF\xFE" + utf16(u"Été – œuvre", true), "UTF-16LE", "Été – œuvre");
  expect_decodes("\xFE\xFF" + utf16(u"Été – œuvre", false), "UTF-16BE", "Été – œuvre");
}

TEST(Decode, utf16_without_a_mark) {
  expect_decodes(utf16(u"Créer une épicerie sociale", true), "UTF-16LE", "Créer une épicerie sociale");
  expect_decodes(utf16(u"Créer une épicerie sociale", false), "UTF-16BE", "Créer une épicerie sociale");
}

TEST(Decode, utf16_pairs_make_one_character) {
  expect_decodes("\xFF\xFE" + utf16(u"\U0001F600", true), "UTF-16LE", "\U0001F600");
}

TEST(Decode, a_lone_surrogate_and_an_odd_byte_are_replaced) {
  const Decoded decoded = decode("\xFE\xFF\xD8\x00\x00"sv);
  EXPECT_EQ(decoded.utf8, "\uFFFD\uFFFD");
  EXPECT_EQ(decoded.replaced, 2);
}

TEST(Decode, windows_1252_by_its_apostrophes) {
  expect_decodes("L\x92\xE9quipe \x96 une \x9Cuvre commune", "windows-1252", "L’équipe – une œuvre commune");
}

TEST(Decode, latin_1) {
  expect_decodes(
      "Pr\xE9venir la pr\xE9"
      "carit\xE9",
      "ISO-8859-1", "Prévenir la précarité");
}

TEST(Decode, latin_9_by_its_oe_and_its_euro) {
  expect_decodes("Mise en \xBDuvre : 300 \xA4", "ISO-8859-15", "Mise en œuvre : 300 €");
}

TEST(Decode, mac_roman) {
  expect_decodes(
      "L\xD5"
      "\x8E"
      "cole \x88 r\x8Enover, d\x8F"
      "s l\xD5\x8Et\x8E",
      "macintosh", "L’école à rénover, dès l’été");
}

TEST(Decode, mac_roman_capitals) {
  expect_decodes(
      "PR\x83"
      "CARIT\x83",
      "macintosh", "PRÉCARITÉ");
}

TEST(Decode, code_page_850) {
  expect_decodes("R\x82union \x85 pr\x82parer", "IBM850", "Réunion à préparer");
}

TEST(Decode, a_few_broken_bytes_do_not_make_utf8_something_else) {
  std::string bytes = "Créer, développer, évaluer, améliorer ";
  bytes += '\xE9';
  bytes += " et clôturer";
  const Decoded decoded = decode(bytes);
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.utf8, "Créer, développer, évaluer, améliorer \uFFFD et clôturer");
  EXPECT_EQ(decoded.replaced, 1);
}

TEST(Decode, a_file_cut_within_its_last_letter_stays_utf8) {
  const Decoded decoded = decode("Solidarit\xC3");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.utf8, "Solidarit\uFFFD");
}

TEST(Decode, overlong_forms_and_surrogates_are_ill_formed) {
  EXPECT_EQ(decode("\xEF\xBB\xBF\xC0\xAF").utf8, "\uFFFD\uFFFD");
  EXPECT_EQ(decode("\xEF\xBB\xBF\xED\xA0\x80").replaced, 3);
}

TEST(Decode, line_ends_stay) {
  EXPECT_EQ(decode("a\r\nb\rc\n").utf8, "a\r\nb\rc\n");
}

TEST(Decode, any_bytes_give_well_formed_text) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 64, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::string text = decode(bytes).utf8;
    EXPECT_EQ(decode("\xEF\xBB\xBF" + text).replaced, 0);
    looks_binary(bytes);
  }
}

TEST(LooksBinary, known_signatures) {
  for (const std::string_view bytes :
       {"%PDF-1.7\n"sv, "PK\x03\x04"sv,
        "\x7F"
        "ELF\x02"sv,
        "\x89PNG\r\n"sv, "\xFF\xD8\xFF\xE0"sv, "GIF89a"sv, "{\\rtf1\\ansi"sv}) {
    EXPECT_TRUE(looks_binary(bytes)) << bytes;
  }
}

TEST(LooksBinary, a_signature_behind_white_space) {
  EXPECT_TRUE(looks_binary("\n %PDF-1.4"));
}

TEST(LooksBinary, zeros_outside_utf16) {
  EXPECT_TRUE(looks_binary("Un plan\0 et des octets"sv));
}

TEST(LooksBinary, utf16_is_text) {
  EXPECT_FALSE(looks_binary(utf16(u"Un plan tout simple", true)));
  EXPECT_FALSE(looks_binary("\xFE\xFF" + utf16(u"Un plan", false)));
}

TEST(LooksBinary, many_controls) {
  EXPECT_TRUE(looks_binary(std::string(40, '\x02') + "texte"));
}

TEST(LooksBinary, text_is_not) {
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary(kSentence));
  EXPECT_FALSE(looks_binary("Colonne\tcolonne\r\n\fpage"));
  EXPECT_FALSE(looks_binary("Le fichier commence par %PDF, dit-on"));
}

}  // namespace
}  // namespace pst::text
