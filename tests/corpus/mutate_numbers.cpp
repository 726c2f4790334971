// Numbers that skip one; codes, parents and tables of contents follow.
#include <algorithm>
#include <array>

#include "corpus/mutations.hpp"

namespace pst::corpus {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string roman(int number) {
  static constexpr std::array<const char*, 11> kRoman = {"",   "I",   "II",   "III", "IV", "V",
                                                         "VI", "VII", "VIII", "IX",  "X"};
  return number > 0 && number < 11 ? kRoman[static_cast<std::size_t>(number)] : "";
}

std::string last_component(const std::string& number) {
  return number.substr(number.rfind('.') + 1);
}

bool is_arabic(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// `1.3` → `1.4`.
std::string bumped(const std::string& number) {
  const std::string last = last_component(number);
  return number.substr(0, number.size() - last.size()) + std::to_string(std::stoi(last) + 1);
}

/// Replaces `from` by `to` wherever it is no part of a longer number; false where there is none.
bool replace_number(std::string& text, const std::string& from, const std::string& to) {
  bool any = false;
  for (std::size_t at = text.find(from); !from.empty() && at != std::string::npos;
       at = text.find(from, at + to.size())) {
    const bool inside = (at > 0 && is_digit(text[at - 1])) ||
                        (at + from.size() < text.size() && is_digit(text[at + from.size()]));
    if (inside) continue;
    text.replace(at, from.size(), to);
    any = true;
  }
  return any;
}

/// A label with another number: as it stands, in Roman numerals, or its first component alone.
std::string relabelled(std::string label, const std::string& from, const std::string& to) {
  if (replace_number(label, from, to)) return label;
  const std::string old_roman = is_arabic(from) ? roman(std::stoi(from)) : "";
  const std::size_t at = old_roman.empty() ? std::string::npos : label.find(old_roman);
  if (at != std::string::npos) return label.replace(at, old_roman.size(), roman(std::stoi(to)));
  const std::string first = from.substr(0, from.find('.') + 1), new_first = to.substr(0, to.find('.') + 1);
  const std::size_t dotted = first.empty() ? std::string::npos : label.find(first);
  if (dotted != std::string::npos) label.replace(dotted, first.size(), new_first);
  return label;
}

bool is_below(const std::string& code, const std::string& root) {
  return code == root || code.starts_with(root + "-");
}

bool is_referred_to(const Gold& gold, const std::string& root) {
  return std::any_of(gold.nodes.begin(), gold.nodes.end(), [&](const GoldNode& node) {
    const auto& references = node.attributes.references;
    return std::any_of(references.begin(), references.end(), [&](const plan::Reference& reference) {
      return reference.code && is_below(*reference.code, root);
    });
  });
}

/// Every code at or below `from` begins with `to` instead.
void recode(Gold& gold, const std::string& from, const std::string& to) {
  const auto moved = [&](std::string& code) {
    if (is_below(code, from)) code.replace(0, from.size(), to);
  };
  for (GoldNode& node : gold.nodes) {
    moved(node.code);
    if (node.parent) moved(*node.parent);
  }
}

/// The node gets another number, in its label and wherever the text announces it with its title.
void renumber(Sample& sample, const LabelPlace& place, const std::string& to) {
  GoldNode& node = sample.gold.nodes[place.node];
  const std::string old = *node.label, from = *node.number;
  const std::string label = relabelled(old, from, to);
  std::string& line = sample.lines[place.line];
  line.replace(place.at, old.size(), label);
  // `Objectif stratégique 4 (O.S.4)`: the label says it twice.
  replace_number(line, "(O.S." + from + ")", "(O.S." + to + ")");
  for (std::string& other : sample.lines) {
    const std::size_t start = other.find_first_not_of(' ');
    const bool announces = start != std::string::npos && other.compare(start, old.size(), old) == 0 &&
                           other.find(node.title) != std::string::npos;
    if (announces) other.replace(start, old.size(), label);
  }
  node.label = label;
  node.number = to;
}

}  // namespace

void renumber_objective(Sample& sample) {
  const std::vector<LabelPlace> places = label_places(sample);
  const auto last = std::find_if(places.rbegin(), places.rend(), [&](const LabelPlace& place) {
    const GoldNode& node = sample.gold.nodes[place.node];
    return node.kind == plan::Kind::strategic_objective && node.number &&
           is_arabic(last_component(*node.number));
  });
  if (last == places.rend()) return;
  const GoldNode objective = sample.gold.nodes[last->node];
  if (is_referred_to(sample.gold, objective.code)) return;
  const std::string from = *objective.number, to = bumped(from);
  // From the end, so that labels on the same line stay where they were found.
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    const GoldNode& node = sample.gold.nodes[place->node];
    if (!node.number || !is_below(node.code, objective.code)) continue;
    const bool own = node.code == objective.code;
    if (own) {
      renumber(sample, *place, to);
    } else if (node.number->starts_with(from + ".")) {
      renumber(sample, *place, to + node.number->substr(from.size()));
    }
  }
  const std::string stem = objective.code.substr(0, objective.code.size() - from.size());
  recode(sample.gold, objective.code, stem + to);
}

void renumber_last(Sample& sample) {
  const std::vector<LabelPlace> places = label_places(sample);
  const auto last = std::find_if(places.rbegin(), places.rend(), [&](const LabelPlace& place) {
    const GoldNode& node = sample.gold.nodes[place.node];
    const bool has_children = std::any_of(sample.gold.nodes.begin(), sample.gold.nodes.end(),
                                          [&](const GoldNode& other) { return other.parent == node.code; });
    return node.kind > plan::Kind::operational_objective && !has_children && node.number &&
           !node.title.empty() && is_arabic(last_component(*node.number)) &&
           node.code.ends_with("A" + last_component(*node.number));
  });
  if (last == places.rend()) return;
  const GoldNode node = sample.gold.nodes[last->node];
  if (is_referred_to(sample.gold, node.code)) return;
  const std::string ordinal = last_component(*node.number), to = bumped(*node.number);
  renumber(sample, *last, to);
  const std::string stem = node.code.substr(0, node.code.size() - ordinal.size());
  recode(sample.gold, node.code, stem + last_component(to));
}

}  // namespace pst::corpus
