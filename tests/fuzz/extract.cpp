// Any bytes are a plan or a pst::Error. What holds of a plan: it keeps every promise of the model, and
// reading it back from JSON gives the same plan.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "batch/pipeline.hpp"
#include "output/json.hpp"
#include "output/validate.hpp"

namespace {

void expect_sound(const std::string& json) {
  for (const pst::output::Finding& finding : pst::output::validate(json)) {
    std::fprintf(stderr, "%s: %s\n", finding.pointer.c_str(), finding.message.c_str());
    std::abort();
  }
  if (pst::output::to_json(pst::output::from_json(json)) != json) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto library = pst::grammar::load(pst::grammar::embedded());
  try {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    expect_sound(pst::output::to_json(pst::batch::extract_bytes(bytes, "fuzz.txt", library, {}).plan));
  } catch (const pst::Error&) {
    // a clear refusal is an answer
  }
  return 0;
}
