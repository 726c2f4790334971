// Closed lists whose options have boxes: of a field without a colon, or below a node without any label.
#include <algorithm>

#include "plan/tree_builder.hpp"
#include "plan/wording.hpp"
#include "text/ascii.hpp"
#include "text/check_boxes.hpp"

namespace pst::plan {
namespace {

/// The attribute of which every option is a value; none where there is none.
const char* attribute_of(grammar::Reader& reader, const std::vector<std::string_view>& options) {
  for (const char* attribute : {"status", "priority", "recurrence"}) {
    if (std::all_of(options.begin(), options.end(),
                    [&](std::string_view option) { return reader.whole_value(attribute, option); }))
      return attribute;
  }
  return nullptr;
}

}  // namespace

bool TreeBuilder::choice(PieceIndex p, std::string_view text) {
  const auto choice = text::read_choice(text);
  if (!choice) return false;
  const std::string_view label = text::trimmed(text.substr(0, choice->begin));
  std::string attribute, name(label);
  if (label.empty()) {
    const char* found = attribute_of(reader_, choice->options);
    if (found == nullptr) return false;
    attribute = found;
  } else {
    const std::string labelled = std::string(label) + " :";
    const std::vector<grammar::FieldMatch> fields = reader_.fields(labelled);
    if (fields.size() != 1 || fields.front().begin > 0 || fields.front().label_end < label.size())
      return false;
    attribute = fields.front().rule->attribute;
  }
  finish_field();
  for (const std::string_view option : choice->ticked)
    set_attribute(reader_, scan_, node(current_), attribute, name, option);
  node(current_).title_closed = !node(current_).title.empty();
  touch(current_, p);
  place(p, Place::node, current_, "attribute", "choice");
  return true;
}

}  // namespace pst::plan
