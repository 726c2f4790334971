// Any bytes are a plan or a pst::Error. What holds of a plan: it keeps every promise of the model, and
// reading it back from JSON gives the same plan. The schema is slow to check and only asked about small
// inputs.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "batch/pipeline.hpp"
#include "output/json.hpp"
#include "output/validate.hpp"

namespace {

constexpr std::size_t kSmall = 1024;

void expect_none(const std::vector<pst::output::Finding>& findings) {
  for (const pst::output::Finding& finding : findings) {
    std::fprintf(stderr, "%s: %s\n", finding.pointer.c_str(), finding.message.c_str());
  }
  if (!findings.empty()) std::abort();
}

void expect_sound(const pst::plan::Plan& plan, bool small) {
  expect_none(pst::output::check_invariants(plan));
  if (!small) return;
  const std::string json = pst::output::to_json(plan);
  expect_none(pst::output::check_schema(json));
  if (pst::output::to_json(pst::output::from_json(json)) != json) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto library = pst::grammar::load(pst::grammar::embedded());
  try {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    expect_sound(pst::batch::extract_bytes(bytes, "fuzz.txt", library, {}).plan, size <= kSmall);
  } catch (const pst::Error&) {
    // a clear refusal is an answer
  }
  return 0;
}
