// Any bytes are a plan or a pst::Error. What holds of a plan: it keeps every promise of the model, and going
// out as an exchange and coming back changes no kind, code, wording or status.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "output/ecomptes.hpp"
#include "output/validate.hpp"
#include "output/walk.hpp"
#include "source/error.hpp"

namespace {

void expect_none(const std::vector<pst::output::Finding>& findings) {
  for (const pst::output::Finding& finding : findings) {
    std::fprintf(stderr, "%s: %s\n", finding.pointer.c_str(), finding.message.c_str());
  }
  if (!findings.empty()) std::abort();
}

std::string nodes_of(const pst::plan::Plan& plan) {
  std::string out;
  pst::output::for_each_node(plan, [&](const pst::output::Visit& v) {
    out += v.node.code + "\t" + v.node.title + "\t" + v.node.attributes.status.value_or("") + "\n";
  });
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const pst::plan::Plan plan = pst::output::from_ecomptes(bytes, "fuzz.xml");
    expect_none(pst::output::check_invariants(plan));
    const pst::plan::Plan back = pst::output::from_ecomptes(pst::output::to_ecomptes(plan).xml, "fuzz.xml");
    if (nodes_of(plan) != nodes_of(back)) {
      std::fprintf(stderr, "%s--\n%s", nodes_of(plan).c_str(), nodes_of(back).c_str());
      std::abort();
    }
  } catch (const pst::Error&) {
    // a clear refusal is an answer
  }
  return 0;
}
