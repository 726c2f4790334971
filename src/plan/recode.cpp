#include "plan/recode.hpp"

#include "plan/codes.hpp"

namespace pst::plan {
namespace {

/// The number that is written so, if there is one: `I` may be a letter or a Roman numeral.
std::optional<grammar::Number> number_of(const Node& node) {
  if (!node.number) return std::nullopt;
  for (const bool as_letters : {false, true}) {
    const auto number = grammar::parse_number(*node.number, as_letters);
    if (number && number->canonical() == *node.number) return number;
  }
  return std::nullopt;
}

/// Drafts of all nodes below, parents first; `order` gets the nodes in the same order.
void flatten(std::vector<Node>& nodes, int parent, Drafts& drafts, std::vector<Node*>& order) {
  for (Node& node : nodes) {
    const int index = static_cast<int>(drafts.nodes.size());
    Draft& draft = drafts.nodes.emplace_back();
    draft.kind = node.kind;
    draft.parent = parent;
    draft.label = node.label.value_or("");
    draft.number = number_of(node);
    draft.title = node.title;
    draft.span = node.source;
    if (node.kind == Kind::volet && (node.code == "VI" || node.code == "VE")) draft.segment = node.code;
    if (!draft.number) node.number.reset();
    order.push_back(&node);
    if (parent < 0) {
      drafts.roots.push_back(index);
    } else {
      drafts.nodes[static_cast<std::size_t>(parent)].children.push_back(index);
    }
    flatten(node.children, index, drafts, order);
  }
}

}  // namespace

void recode(Plan& plan, bool numbers_identify) {
  Drafts drafts;
  std::vector<Node*> order;
  flatten(plan.nodes, -1, drafts, order);
  std::vector<source::Diagnostic> found;
  std::vector<std::string> codes = assign_codes(drafts, found);
  for (std::size_t i = 0; i < order.size(); ++i) order[i]->code = std::move(codes[i]);
  for (source::Diagnostic& diagnostic : found) {
    const bool sequence = diagnostic.rule == "numbering-gap" || diagnostic.rule == "numbering-order";
    if (!numbers_identify || !sequence) plan.diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace pst::plan
