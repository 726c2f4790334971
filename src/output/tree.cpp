#include "output/tree.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "output/walk.hpp"
#include "output/words.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

std::string years(const plan::Period& period) {
  const std::string start = period.start ? std::to_string(*period.start) : "…";
  const std::string end = period.end ? std::to_string(*period.end) : "…";
  return start == end ? start : start + "-" + end;
}

std::string amount(const plan::Budget& budget) {
  std::array<char, 64> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                          budget.amount.value_or(0), std::chars_format::fixed);
  std::string out = budget.amount && error == std::errc{} ? std::string(buffer.data(), end) + " " : "";
  out += budget.currency == "EUR" ? "€" : budget.currency;
  if (budget.year) out += " en " + std::to_string(*budget.year);
  if (!budget.source.empty()) out += " (" + budget.source + ")";
  return out;
}

void add(std::string& list, const std::string& item, const char* separator = " · ") {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

/// What the plan states of a node, in a few words.
std::string short_attributes(const plan::Attributes& a) {
  std::string list;
  if (a.priority) add(list, french(*a.priority));
  if (a.status) add(list, french(*a.status));
  if (a.period) add(list, years(*a.period));
  if (a.recurrence) add(list, french(*a.recurrence));
  std::string people;
  for (const std::string& name : a.responsible) add(people, name, ", ");
  add(list, people);
  for (const plan::Budget& budget : a.budget) add(list, amount(budget));
  if (!a.indicators.empty()) {
    add(list,
        a.indicators.size() == 1 ? "1 indicateur" : std::to_string(a.indicators.size()) + " indicateurs");
  }
  for (const plan::Reference& reference : a.references)
    add(list, "→ " + reference.code.value_or(reference.raw));
  if (a.annex) add(list, "annexe");
  return list;
}

Ink ink_of(plan::Kind kind) {
  switch (kind) {
    case plan::Kind::volet:
      return Ink::magenta;
    case plan::Kind::axis:
      return Ink::blue;
    case plan::Kind::strategic_objective:
      return Ink::green;
    case plan::Kind::operational_objective:
      return Ink::cyan;
    default:
      return Ink::yellow;
  }
}

/// The lines that lead from the left edge to a node.
std::string branches(const Visit& v) {
  if (v.up == nullptr) return "";
  std::string out = v.last ? "└─ " : "├─ ";
  for (const Visit* up = v.up; up->up != nullptr; up = up->up) out.insert(0, up->last ? "   " : "│  ");
  return out;
}

std::string node_line(const Visit& v, const Look& look) {
  const std::string lead = branches(v) + v.node.code;
  std::string attributes = printable(short_attributes(v.node.attributes));
  if (!attributes.empty()) attributes = "  [" + attributes + "]";
  std::string title = "  " + printable(v.node.title.empty() ? v.node.label.value_or("") : v.node.title);
  if (look.width > 0) {
    const int room = std::max(1, look.width - static_cast<int>(text::length(lead)));
    title = clipped(title, room);
    const int left = room - static_cast<int>(text::length(title));
    attributes = left > 4 ? clipped(attributes, left) : "";
  }
  return inked(branches(v), Ink::faint, look) + inked(v.node.code, ink_of(v.node.kind), look) + title +
         inked(attributes, Ink::faint, look) + "\n";
}

std::string heading(const plan::Plan& plan, const Look& look) {
  const plan::DocumentFacts& facts = plan.document;
  std::string title;
  if (facts.organisation) {
    add(title, facts.organisation->name +
                   (facts.organisation->kind.empty() ? "" : " (" + facts.organisation->kind + ")"));
  }
  add(title, facts.title, " — ");
  if (title.empty()) title = facts.source.file;
  std::string details = facts.source.file;
  if (facts.period) add(details, years(*facts.period));
  if (facts.adopted_on) add(details, "adopté le " + *facts.adopted_on);
  if (!facts.scheme.name.empty()) {
    add(details, "lu comme « " + facts.scheme.name + " » (" +
                     std::to_string(std::lround(100 * facts.scheme.confidence)) + " %)");
  }
  return inked(clipped(printable(title), look.width), Ink::bold, look) + "\n" +
         inked(clipped(printable(details), look.width), Ink::faint, look) + "\n";
}

std::string counted(std::size_t n, const std::string& word) {
  return std::to_string(n) + " " + word + (n > 1 ? "s" : "");
}

std::string footing(const plan::Plan& plan, const Look& look) {
  std::size_t nodes = 0;
  for_each_node(plan, [&](const Visit&) { ++nodes; });
  std::size_t doubts = 0;
  for (const auto& d : plan.diagnostics) doubts += d.about == source::About::reading ? 1 : 0;
  std::string line = counted(nodes, "nœud");
  add(line, counted(plan.sections.size(), "section") + " hors de l'arbre");
  add(line, counted(plan.diagnostics.size() - doubts, "contradiction") + " du plan");
  add(line, counted(doubts, "doute") + " de lecture");
  return inked(clipped(line, look.width), doubts > 0 ? Ink::yellow : Ink::faint, look) + "\n";
}

}  // namespace

std::string to_tree(const plan::Plan& plan, const Look& look) {
  std::string out = heading(plan, look);
  for_each_node(plan, [&](const Visit& v) { out += node_line(v, look); });
  return out + footing(plan, look);
}

}  // namespace pst::output
