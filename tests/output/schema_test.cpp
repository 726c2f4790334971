#include "output/schema.hpp"

#include <gtest/gtest.h>

#include "output/json.hpp"
#include "output/sample_plan.hpp"
#include "source/error.hpp"

namespace pst::output {
namespace {

/// Findings as `pointer: message` lines.
std::string check(const std::string& text, const std::string& schema) {
  std::string all;
  for (const Finding& finding : check_schema(text, schema, "test"))
    all += finding.pointer + ": " + finding.message + "\n";
  return all;
}

TEST(Schema, AcceptsWhatTheWriterWrites) {
  for (const Finding& finding : check_schema(to_json(test::sample_plan()))) {
    ADD_FAILURE() << finding.pointer << ": " << finding.message;
  }
}

TEST(Schema, Types) {
  EXPECT_EQ(check("1", R"({"type": "integer"})"), "");
  EXPECT_EQ(check("null", R"({"type": ["string", "null"]})"), "");
  EXPECT_EQ(check("[]", R"({"type": ["string", "null"]})"), ": attendu un texte ou null, trouvé une liste\n");
  EXPECT_EQ(check("1.5", R"({"type": "integer"})"), ": attendu un nombre entier, trouvé un nombre\n");
}

TEST(Schema, Objects) {
  const std::string schema =
      R"({"required": ["a"], "additionalProperties": false, "properties": {"a": {"type": "string"}}})";
  EXPECT_EQ(check(R"({"a": "x"})", schema), "");
  EXPECT_EQ(check(R"({"a": 1})", schema), "/a: attendu un texte, trouvé un nombre entier\n");
  EXPECT_EQ(check(R"({"b": 1})", schema), ": clé inconnue « b »\n: la clé « a » manque\n");
}

TEST(Schema, ArraysAndLimits) {
  const std::string schema = R"({"items": {"minimum": 1, "maximum": 9}, "minItems": 2, "maxItems": 3})";
  EXPECT_EQ(check("[1, 9]", schema), "");
  EXPECT_EQ(check("[0, 10]", schema), "/0: 0 est inférieur à 1\n/1: 10 est supérieur à 9\n");
  EXPECT_EQ(check("[1]", schema), ": moins de 2 éléments\n");
  EXPECT_EQ(check("[1, 1, 1, 1]", schema), ": plus de 3 éléments\n");
}

TEST(Schema, Strings) {
  EXPECT_EQ(check("\"éé\"", R"({"minLength": 2, "maxLength": 2, "pattern": "^é"})"), "");
  EXPECT_EQ(check("\"\"", R"({"minLength": 1})"), ": texte vide ou trop court\n");
  EXPECT_EQ(check("\"abc\"", R"({"maxLength": 2})"), ": texte de plus de 2 caractères\n");
  EXPECT_EQ(check("\"OS\"", R"({"pattern": "^[a-z]+$"})"), ": « OS » n'a pas la forme attendue ^[a-z]+$\n");
  EXPECT_EQ(check("\"x\"", R"({"enum": ["a", "b", null]})"), ": valeur inconnue « x », attendu : a, b\n");
  EXPECT_EQ(check("\"x\"", R"({"const": "y"})"), ": « x » au lieu de « y »\n");
}

TEST(Schema, ReferencesAndAlternatives) {
  const std::string schema =
      R"({"$defs": {"year": {"type": "integer", "minimum": 1800}}, "anyOf": [{"$ref": "#/$defs/year"}, {"type": "null"}]})";
  EXPECT_EQ(check("2020", schema), "");
  EXPECT_EQ(check("null", schema), "");
  EXPECT_EQ(check("12", schema), ": 12 est inférieur à 1800\n");
}

TEST(Schema, AnEndlessStringIsRefusedNotRecursedInto) {
  EXPECT_NE(check("\"" + std::string(1000000, 'a') + "\"", R"({"pattern": "^(a|b)*$"})"), "");
}

TEST(Schema, AKeywordItDoesNotKnowIsAnError) {
  EXPECT_THROW(check("1", R"({"multipleOf": 2})"), Error);
  EXPECT_THROW(check("1", R"({"$ref": "other.json"})"), Error);
  EXPECT_THROW(check("{}", R"({"additionalProperties": {"type": "string"}})"), Error);
}

}  // namespace
}  // namespace pst::output
