#include "output/explain.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace pst::output {
namespace {

const std::vector<plan::LineReading> kTrace{
    {1, std::nullopt, "section", "", "", "", "Préambule"},
    {12, std::nullopt, "node", "marker:oo", "os-oo", "OS1-OO1", "O.O.1\tÊtre là"},
    {13, std::nullopt, "blank", "", "", "", ""},
};

TEST(Explain, IsATableWithoutTheColumnsThatSayNothing) {
  EXPECT_EQ(to_explanation(kTrace),
            "ligne  classe   règle            nœud     texte\n"
            "    1  section                            Préambule\n"
            "   12  node     marker:oo@os-oo  OS1-OO1  O.O.1 Être là\n"
            "   13  blank\n");
}

TEST(Explain, ClipsToTheTerminal) {
  EXPECT_NE(to_explanation(kTrace, {.colour = false, .width = 48}).find("O.O.1…\n"), std::string::npos);
}

TEST(Explain, JsonLines) {
  const std::string text = explanation_jsonl(kTrace, "plan.txt");
  const auto second = nlohmann::json::parse(
      text.substr(text.find('\n') + 1, text.find("}\n{\"file\":\"plan.txt\",\"line\":13") - text.find('\n')));
  EXPECT_EQ(second["class"], "node");
  EXPECT_EQ(second["rule"], "marker:oo");
  EXPECT_EQ(second["text"], "O.O.1\tÊtre là");
  EXPECT_FALSE(second.contains("page"));
}

}  // namespace
}  // namespace pst::output
