#include "output/plan_facts.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "output/words.hpp"

namespace pst::output {

namespace {

constexpr std::string_view kNarrowSpace = "\u202f";  // which no line breaks at

/// `15 000,5`: digits in threes, a comma for the decimals.
std::string french_number(double number) {
  std::array<char, 400> buffer;
  std::string digits(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                                  std::abs(number), std::chars_format::fixed)
                                        .ptr);
  std::string decimals;
  if (const auto dot = digits.find('.'); dot != digits.npos) {
    decimals = "," + digits.substr(dot + 1);
    digits.resize(dot);
  }
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), kNarrowSpace);
  }
  return (number < 0 ? "-" : "") + digits + decimals;
}

template <class Items, class F>
std::string joined(const Items& items, const char* separator, const F& text) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : separator) + text(item);
  return out;
}

void add(std::vector<plan::Field>& facts, const char* name, std::string value) {
  if (!value.empty()) facts.push_back({name, std::move(value)});
}

std::string without(std::string text, std::string_view head) {
  return text.starts_with(head) ? text.substr(head.size()) : text;
}

std::string same(const std::string& text) {
  return text;
}

}  // namespace

std::string years_text(const plan::Period& period) {
  const std::string start = period.start ? std::to_string(*period.start) : "…";
  const std::string end = period.end ? std::to_string(*period.end) : "…";
  return start == end ? start : start + "-" + end;
}

std::string budget_words(const plan::Budget& budget) {
  std::string out = budget.amount ? french_number(*budget.amount) + std::string(kNarrowSpace) : "";
  out += budget.currency == "EUR" ? "€" : budget.currency;
  if (budget.year) out += " en " + std::to_string(*budget.year);
  if (!budget.source.empty()) out += " (" + budget.source + ")";
  return out;
}

std::string title_or_label(const plan::Node& node) {
  return node.title.empty() ? node.label.value_or("") : node.title;
}

std::vector<plan::Field> facts_of(const plan::Node& node) {
  const plan::Attributes& a = node.attributes;
  std::vector<plan::Field> facts;
  if (a.priority) add(facts, "Priorité", without(french(*a.priority), "priorité "));
  if (a.status) add(facts, "État", french(*a.status));
  if (a.period) add(facts, "Période", years_text(*a.period));
  if (a.recurrence) add(facts, "Récurrence", french(*a.recurrence));
  add(facts, a.responsible.size() > 1 ? "Responsables" : "Responsable", joined(a.responsible, ", ", same));
  add(facts, a.indicators.size() > 1 ? "Indicateurs" : "Indicateur", joined(a.indicators, " ; ", same));
  add(facts, "Budget", joined(a.budget, " ; ", budget_words));
  add(facts, a.references.size() > 1 ? "Renvois" : "Renvoi",
      joined(a.references, " ; ",
             [](const plan::Reference& r) { return r.code ? r.raw + " → " + *r.code : r.raw; }));
  if (a.annex) add(facts, "Annexe", "pour information");
  for (const plan::Field& field : node.fields) facts.push_back(field);
  return facts;
}

std::string plan_heading(const plan::Plan& plan) {
  const plan::DocumentFacts& facts = plan.document;
  std::string out;
  if (facts.organisation) {
    out = facts.organisation->name;
    if (!facts.organisation->kind.empty()) out += " (" + facts.organisation->kind + ")";
  }
  if (!facts.title.empty()) out += (out.empty() ? "" : " — ") + facts.title;
  return out.empty() ? facts.source.file : out;
}

std::string plan_subheading(const plan::Plan& plan) {
  const plan::DocumentFacts& facts = plan.document;
  std::string out = facts.source.file;
  if (facts.period) out += " · " + years_text(*facts.period);
  if (facts.adopted_on) out += " · adopté le " + *facts.adopted_on;
  return out;
}

}  // namespace pst::output
