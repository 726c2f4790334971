#include "batch/pipeline.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "support/temp_folder.hpp"

namespace pst::batch {
namespace {

using test::TempFolder;

const grammar::Library& library() {
  static const grammar::Library loaded = grammar::load(grammar::embedded());
  return loaded;
}

std::string error_of(std::string_view bytes) {
  try {
    extract_bytes(bytes, "plan.pdf", library(), {});
  } catch (const Error& e) {
    return e.what();
  }
  return "no error";
}

TEST(Pipeline, SaysWhatToDoWithOtherFormats) {
  EXPECT_NE(error_of("%PDF-1.7").find("illisible"), std::string::npos);
  EXPECT_NE(error_of("PK\x03\x04").find(".txt"), std::string::npos);
  EXPECT_NE(error_of("").find("plan.pdf"), std::string::npos);
}

/// Twenty plans, the fifth of them broken.
std::vector<Input> twenty_plans(const TempFolder& folder) {
  std::vector<Input> inputs;
  for (int i = 0; i < 20; ++i) {
    const std::string name = "plan" + std::to_string(i) + ".txt";
    inputs.push_back(single(folder.write(name, i == 5 ? "" : "O.S.1. Un service efficace\n")));
  }
  return inputs;
}

TEST(Pipeline, DeliversInInputOrderWhateverTheThreadsDo) {
  const TempFolder folder;
  const std::vector<Input> inputs = twenty_plans(folder);
  for (const int jobs : {1, 2, 8}) {
    std::vector<std::string> order;
    std::vector<std::string> failed;
    run(
        inputs, jobs, library(), {},
        [](const Input& input, const plan::Extraction&) {
          // Early inputs take longest, so that late ones overtake them.
          std::this_thread::sleep_for(std::chrono::milliseconds(input.stem.size() == 5 ? 3 : 0));
          return input.stem;
        },
        [&](const Input& input, Outcome&& outcome) {
          (outcome.error ? failed : order).push_back(outcome.error ? input.stem : outcome.text);
        });
    ASSERT_EQ(order.size(), 19) << jobs;
    EXPECT_EQ(failed, std::vector<std::string>{"plan5"});
    EXPECT_EQ(order[4], "plan4");
    EXPECT_EQ(order[5], "plan6");
    EXPECT_EQ(order[18], "plan19");
  }
}

TEST(Pipeline, OneThatThrowsAnythingDoesNotStopTheOthers) {
  const TempFolder folder;
  int errors = 0;
  run(
      twenty_plans(folder), 2, library(), {},
      [](const Input& input, const plan::Extraction&) -> std::string {
        if (input.stem == "plan3") throw std::logic_error("boum");
        if (input.stem == "plan4") throw std::bad_alloc();
        return "";
      },
      [&](const Input&, Outcome&& outcome) { errors += outcome.error ? 1 : 0; });
  EXPECT_EQ(errors, 3);
}

TEST(Pipeline, ADeliveryThatThrowsEndsTheRun) {
  const TempFolder folder;
  EXPECT_THROW(run(
                   twenty_plans(folder), 4, library(), {},
                   [](const Input&, const plan::Extraction&) { return std::string(); },
                   [](const Input&, Outcome&&) { throw std::runtime_error("full"); }),
               std::runtime_error);
}

}  // namespace
}  // namespace pst::batch
