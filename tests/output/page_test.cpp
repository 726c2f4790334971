#include "output/page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "output/page_data.hpp"
#include "output/sample_comparison.hpp"

namespace pst::output {
namespace {

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

TEST(Page, PlanTextIsDataAndNeverMarkup) {
  const std::string page = to_page(test::sample_comparison(), Language::french);
  EXPECT_EQ(page.find("alert(1)</script>"), page.npos);
  EXPECT_NE(page.find("\\u003cscript>alert(1)\\u003c/script>"), page.npos);
  EXPECT_EQ(count(page, "</script>"), 3);  // the data, the charting library, the page's own script
}

TEST(Page, ScriptsNeverUseMarkupForText) {
  const std::string page = to_page(test::sample_comparison(), Language::french);
  const std::string own = page.substr(page.rfind("<script>"));
  for (const char* unsafe :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"}) {
    EXPECT_EQ(own.find(unsafe), own.npos) << unsafe;
  }
}

TEST(Page, AsksNothingOfTheNetwork) {
  const std::string page = to_page(test::sample_comparison(), Language::french);
  EXPECT_NE(page.find("default-src 'none'"), page.npos);
  EXPECT_EQ(page.find("src=\"http"), page.npos);
  EXPECT_EQ(page.find("href=\"http"), page.npos);
  EXPECT_EQ(page.find("@import"), page.npos);
}

TEST(Page, PolicyNamesEachScriptByItsHash) {
  const std::string page = to_page(test::sample_comparison(), Language::french);
  EXPECT_EQ(count(page, "'sha256-"), 3);
  EXPECT_EQ(page.find("unsafe-inline"), page.npos);
  // 43 base64 digits and the padding
  const std::size_t hash = page.find("'sha256-") + 8;
  EXPECT_EQ(page.find("='", hash) - hash, 43U);
}

TEST(Page, KeepsTheLibrarysLicence) {
  EXPECT_NE(to_page(test::sample_comparison(), Language::french).find("The MIT License (MIT)"),
            std::string::npos);
}

TEST(Page, SpeaksTheLanguageAskedFor) {
  EXPECT_NE(to_page(test::sample_comparison(), Language::french).find("<html lang=\"fr\">"),
            std::string::npos);
  EXPECT_NE(to_page(test::sample_comparison(), Language::english).find("<html lang=\"en\">"),
            std::string::npos);
}

TEST(Page, EveryPlaceholderIsFilled) {
  const std::string page = to_page(test::sample_comparison(), Language::french);
  for (const char* name : {"{{lang}}", "{{policy}}", "{{title}}", "{{style}}", "{{data}}", "{{chart}}",
                           "{{script}}", "{{skip}}", "{{noscript}}", "{{chart_licence}}"}) {
    EXPECT_EQ(page.find(name), page.npos) << name;
  }
}

TEST(PageData, RowsHaveAPlaceForEachColumn) {
  const auto data = nlohmann::json::parse(page_data(test::sample_comparison(), Language::french));
  ASSERT_EQ(data["nodes"].size(), 5U);
  for (const auto& row : data["nodes"]) EXPECT_EQ(row.size(), data["columns"].size());
}

TEST(PageData, HoldsWhatTheViewsShow) {
  const auto data = nlohmann::json::parse(page_data(test::sample_comparison(), Language::french));
  const auto value = [&](std::size_t node, const char* column) {
    const auto& columns = data["columns"];
    const auto place = std::find(columns.begin(), columns.end(), column) - columns.begin();
    return data["nodes"][node][static_cast<std::size_t>(place)];
  };
  EXPECT_EQ(value(1, "title"), "Créer un taxi social avec le PCS");
  EXPECT_EQ(value(1, "page"), 1);
  EXPECT_EQ(value(1, "attributes")["period"], nlohmann::json({2021, 2023}));
  EXPECT_EQ(value(1, "themes")[0], nlohmann::json({1, 0.9, {"taxi social"}}));
  EXPECT_EQ(value(2, "title"), test::kHostileTitle);
  EXPECT_EQ(value(2, "particular"), 1);
  EXPECT_TRUE(value(0, "attributes").is_null());
  EXPECT_EQ(data["themeTotals"][1]["nodes"], 2);
  EXPECT_EQ(data["yearTotals"][0]["active"], 1);
  EXPECT_EQ(data["clusters"][0]["members"].size(), 2U);
  EXPECT_EQ(data["findings"][0]["input"], "notes.json");
}

TEST(PageData, AnEmptyComparisonIsStillData) {
  const auto data = nlohmann::json::parse(page_data({}, Language::english));
  EXPECT_TRUE(data["plans"].empty());
  EXPECT_EQ(data["lang"], "en");
}

}  // namespace
}  // namespace pst::output
