#include "output/json.hpp"

#include <algorithm>

#include "output/write_fields.hpp"

namespace pst::output {

std::string to_json(const plan::Plan& plan, int indent) {
  constexpr std::uint64_t kPerByte = 3, kMost = 1U << 20;  // what a plan's text becomes; growing copies it
  std::string text;
  text.reserve(static_cast<std::size_t>(std::min(kPerByte * plan.document.source.bytes, kMost)));
  JsonWriter out(text, indent);
  write(out, plan);
  out.flush();
  text += '\n';
  return text;
}

}  // namespace pst::output
