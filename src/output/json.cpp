#include "output/json.hpp"

#include "output/write_fields.hpp"

namespace pst::output {

std::string to_json(const plan::Plan& plan, int indent) {
  std::string text;
  JsonWriter out(text, indent);
  write(out, plan);
  out.flush();
  text += '\n';
  return text;
}

}  // namespace pst::output
