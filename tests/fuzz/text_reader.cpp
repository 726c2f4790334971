// Any bytes are a document or a pst::Error. What holds of a document: its lines are counted from one, in
// order.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "source/error.hpp"
#include "source/text_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const pst::source::Document document =
        pst::source::read_text({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
    int line = 0;
    for (const auto& page : document.pages) {
      for (const auto& run : page.runs) {
        if (run.line != ++line) std::abort();
      }
    }
  } catch (const pst::Error&) {
    // a clear refusal is an answer
  }
  return 0;
}
