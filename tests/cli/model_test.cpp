#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_pst.hpp"

namespace pst::test {
namespace {

TEST(Schema, IsPrinted) {
  const Ran ran = run_pst({"schema"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(nlohmann::json::parse(ran.out)["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

TEST(Validate, WhatExtractWritesConforms) {
  const TempFolder folder;
  folder.write("plan.txt", kPlan);
  run_pst({"extract", folder / "plan.txt", "-o", folder / "out"});
  const Ran ran = run_pst({"validate", folder / "out"});
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_TRUE(contains(ran.out, "plan.json : conforme\n"));
  EXPECT_EQ(run_pst({"validate", "-q", folder / "out"}).out, "");
}

TEST(Validate, SaysFilePointerAndWhatIsWrong) {
  const TempFolder folder;
  std::string json = run_pst({"extract", "-"}, kPlan).out;
  json.replace(json.find("\"OS2\""), 5, "\"OS7\"");
  const std::string path = folder.write("bad.json", json);
  const Ran ran =
      run_pst({"validate", path, folder.write("good.json", run_pst({"extract", "-"}, kPlan).out)});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.out, path + " : /nodes/1 : le code OS7"));
  EXPECT_TRUE(contains(ran.out, "good.json : conforme"));
}

TEST(Validate, ReadsStandardInput) {
  EXPECT_EQ(run_pst({"validate", "-"}, "[]").status, 1);
}

}  // namespace
}  // namespace pst::test
