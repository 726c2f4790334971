// Any bytes get an answer, whatever they are.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/encoding.hpp"
#include "text/repair.hpp"
#include "text/unicode.hpp"

namespace pst::text {
namespace {

constexpr std::string_view kParts[] = {
    "a",    " ",        "  ",     "I'",     "|'",       "'",      "''",  "’",    "d’'",  "qui ", "que ",
    "(",    ")",        "«",      "»",      ",",        ". ",     "-a-", "-",    "c6té", "ou ",  "des ",
    "ll ",  "Al",       "12",     "1er",    "étre",     "ceuvre", "à",   "Le ",  "CPAS", "mène", "a ",
    "\xFF", "\xE2\x80", "\u200B", "\uF0B7", "&eacute;", "&#",     "œ",   "0.0.", "\t"};

std::string random_text(std::mt19937& random, std::size_t parts) {
  std::string text;
  for (std::size_t i = 0; i < parts; ++i) text += kParts[random() % std::size(kParts)];
  return text;
}

TEST(Hostile, every_function_answers) {
  const Repairer repairer;
  std::mt19937 random(4);
  Plain projection;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, random() % 24), other = random_text(random, random() % 24);
    repairer.repair(text);
    repairer.doubtful(text);
    assess({text, other});
    decode(text);
    looks_binary(text);
    plain(clean_line(text), projection);
    decode_entities(text);
    starts_lower(text);
    upper_share(text);
    is_blank(text);
    EXPECT_LE(collapse(text).size(), text.size());
    EXPECT_GE(similarity(text, other), 0.0);
    EXPECT_LE(similarity(text, other), 1.0);
    EXPECT_EQ(distance(text, other, 3), distance(other, text, 3));
  }
}

TEST(Hostile, long_runs_of_one_thing_take_no_more_than_their_length) {
  const Repairer repairer;
  for (const std::string_view part :
       {"a ", "'", "d’’", "I'", "«", "\u00AD", "\u0301", "\uF0B7", "&", "que a ", "-"}) {
    std::string text;
    while (text.size() < 300'000) text += part;
    clean_line(text);
    fold(text);
    decode_entities(text);
    assess({text});
    similarity(text, text + "x");
    repairer.repair(std::string_view(text).substr(0, 4998));
  }
}

}  // namespace
}  // namespace pst::text
