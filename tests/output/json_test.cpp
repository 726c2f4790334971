#include "output/json.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "output/json_writer.hpp"
#include "output/sample_plan.hpp"
#include "source/error.hpp"

namespace pst::output {
namespace {

std::string error_of(const std::string& text) {
  try {
    from_json(text, "plan.json");
  } catch (const Error& e) {
    return e.what();
  }
  return "no error";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string written(std::string_view text) {
  std::string out;
  JsonWriter(out, 0).value(text);
  return out;
}

TEST(Json, ReadBackGivesTheSamePlan) {
  const std::string text = to_json(test::sample_plan());
  EXPECT_EQ(to_json(from_json(text)), text);
  EXPECT_EQ(to_json(from_json(to_json(test::sample_plan(), 0))), text);
}

TEST(Json, EveryKeyOfTheModelIsWritten) {
  const auto json = nlohmann::json::parse(to_json(test::sample_plan()));
  const auto action = json["/nodes/0/children/0/children/0/children/0"_json_pointer];
  EXPECT_EQ(action["attributes"].size(), 9);
  EXPECT_EQ(action["attributes"]["budget"][0]["amount"], 15000);
  EXPECT_EQ(action["attributes"]["references"][1]["code"], nullptr);
  EXPECT_EQ(action["source"]["bbox"], nlohmann::json({10.5, 20, 300, 31.25}));
  EXPECT_EQ(action["fields"][0]["value"], "CPAS ; PCS");
  EXPECT_EQ(json["document"]["scheme"]["runner_up_confidence"], 0.41);
  EXPECT_EQ(json["document"]["organisation"]["ins"], "25014");
  EXPECT_EQ(json["document"]["source"]["ocr_confidence"], 0.93);
}

TEST(Json, UnknownIsLeftOutExceptLabelAndNumber) {
  plan::Plan plan;
  plan.nodes = {test::node(plan::Kind::action, "A1", std::nullopt, "Aller", 1)};
  const auto json = nlohmann::json::parse(to_json(plan));
  EXPECT_EQ(json["nodes"][0].dump(),
            R"({"attributes":{},"children":[],"code":"A1","kind":"action","label":null,"number":null,)"
            R"("source":{"lines":[1,1]},"title":"Aller"})");
  EXPECT_FALSE(json["document"].contains("organisation"));
  EXPECT_FALSE(json["document"]["scheme"].contains("runner_up"));
}

TEST(Json, KeysStandInTheOrderOfTheModel) {
  const std::string text = to_json(test::sample_plan());
  std::size_t at = 0;
  for (const char* key : {"schema_version", "document", "nodes", "sections", "diagnostics", "coverage"}) {
    const std::size_t found = text.find("\n \"" + std::string(key) + "\": ");
    ASSERT_NE(found, std::string::npos) << key;
    EXPECT_GT(found, at) << key;
    at = found;
  }
}

TEST(Json, IndentZeroIsOneLine) {
  const std::string text = to_json(test::sample_plan(), 0);
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  EXPECT_NE(text.find(R"({"kind":"volet","code":"VI",)"), std::string::npos);
}

TEST(Json, StringsAreEscapedAndAlwaysUtf8) {
  EXPECT_EQ(written("« é » 𝄞"), "\"« é » 𝄞\"");
  EXPECT_EQ(written("a\"b\\c\n\t\x01"), R"("a\"b\\c\n\t\u0001")");
  EXPECT_EQ(written("a\xE9z"), "\"a\xEF\xBF\xBDz\"");
  EXPECT_EQ(written("\xC3"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(written("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(written("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\"");
}

TEST(Json, NumbersAreShortAndReadBackEqual) {
  plan::Plan plan = test::sample_plan();
  plan.document.scheme.confidence = 0.1 + 0.2;
  EXPECT_NE(to_json(plan).find("\"confidence\": 0.30000000000000004"), std::string::npos);
  EXPECT_EQ(from_json(to_json(plan)).document.scheme.confidence, 0.1 + 0.2);
}

TEST(JsonReader, SaysWhereAValueIsWrong) {
  const std::string good = to_json(test::sample_plan());
  EXPECT_NE(error_of(replaced(good, "\"volet\"", "\"tome\""))
                .find("plan.json : /nodes/0/kind : valeur inconnue « tome »"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(good, "\"lines\": [2, 2]", "\"lines\": [2]"))
                .find("/nodes/0/children/0/source/lines"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(good, "\"amount\": 15000", "\"amount\": \"15000\""))
                .find("/attributes/budget/0/amount : attendu un nombre, trouvé un texte"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(good, "\"year\": 2021", "\"year\": 99999999999")).find("nombre hors limites"),
            std::string::npos);
}

TEST(JsonReader, RefusesMissingAndUnknownKeys) {
  const std::string good = to_json(test::sample_plan());
  EXPECT_NE(error_of(replaced(good, "\"code\": \"VI\",", "")).find("/nodes/0 : la clé « code » manque"),
            std::string::npos);
  EXPECT_NE(error_of(replaced(good, "\"code\": \"VI\",", "\"code\": \"VI\", \"colour\": 1,"))
                .find("/nodes/0 : clé inconnue « colour »"),
            std::string::npos);
  EXPECT_NE(error_of("[]").find("racine : attendu un objet, trouvé une liste"), std::string::npos);
}

TEST(JsonReader, NamesLineAndColumnOfBrokenJson) {
  EXPECT_NE(error_of("{\n  \"a\": oui\n}").find("plan.json:2:"), std::string::npos);
  EXPECT_NE(error_of("{\"a\": ").find("s'arrête trop tôt"), std::string::npos);
  EXPECT_NE(error_of("").find("s'arrête trop tôt"), std::string::npos);
}

TEST(JsonReader, RefusesAnotherVersion) {
  EXPECT_NE(error_of(replaced(to_json(test::sample_plan()), "\"1.0\"", "\"2.0\"")).find("/schema_version"),
            std::string::npos);
}

TEST(JsonReader, DeepNestingIsAnErrorNotACrash) {
  EXPECT_NE(error_of(std::string(100000, '[')).find("niveaux"), std::string::npos);
}

TEST(Json, FifteenHundredPlansInAMoment) {
  plan::Plan plan = test::sample_plan();
  plan::Node action = plan.nodes[0].children[0].children[0].children[0];
  action.title = "Assurer un accueil de qualité à toute personne qui s'adresse au service";
  plan.nodes[0].children[0].children[0].children.assign(120, action);
  const auto start = std::chrono::steady_clock::now();
  std::size_t bytes = 0;
  for (int i = 0; i < 1500; ++i) bytes += to_json(plan).size();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  RecordProperty("seconds", std::to_string(seconds.count()));
  RecordProperty("bytes", std::to_string(bytes));
  EXPECT_LT(seconds.count(), 10) << "a release build takes under 0.4 s; ten allow for sanitizers";
}

}  // namespace
}  // namespace pst::output
