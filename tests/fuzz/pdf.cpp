// Any bytes are a document or a pst::Error. What holds of a document: pages counted from one, words without
// white space whose boxes are boxes, elements behind their parents.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "source/error.hpp"
#include "source/pdf_reader.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const pst::source::Box& box) {
  require(std::isfinite(box.x0) && std::isfinite(box.y0) && box.x0 <= box.x1 && box.y0 <= box.y1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const pst::source::Document document =
        pst::source::read_pdf_here({reinterpret_cast<const char*>(data), size}, "fuzz.pdf", {});
    int number = 0;
    for (const auto& page : document.pages) {
      require(page.number == ++number && page.width > 0 && page.height > 0);
      for (const auto& run : page.runs) {
        require(!run.text.empty() && run.text.find_first_of(" \t\r\n") == run.text.npos);
        require(run.box.has_value() && run.element < static_cast<std::int32_t>(document.structure.size()));
        check(*run.box);
      }
      for (const auto& rule : page.rules) check(rule);
      for (const auto& fill : page.fills) check(fill);
    }
    int at = 0;
    for (const auto& element : document.structure) require(element.parent < at++);
  } catch (const pst::Error&) {
    // a clear refusal is an answer
  }
  return 0;
}
