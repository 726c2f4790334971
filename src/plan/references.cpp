#include "plan/references.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using grammar::Number;

class Resolver {
 public:
  Resolver(grammar::Reader& reader, const Drafts& drafts) : reader_(reader), drafts_(drafts) {}

  /// The node that `raw`, said of node `from`, points at; -1 where there is none or more than one.
  int target(const std::string& raw, int from) const {
    if (raw.find("..") != std::string::npos) return -1;  // `O.O.5....` names a whole family
    if (raw.find_first_of("0123456789") != std::string::npos) {
      for (const grammar::MarkerMatch& match : reader_.mentions(raw)) {
        const auto& rule = reader_.library().markers()[static_cast<std::size_t>(match.marker)];
        const int found = by_number(rule.kinds, *match.number, from);
        if (found >= 0) return found;
      }
    }
    if (const int found = by_label(raw, from); found >= 0) return found;
    return by_address(raw);
  }

 private:
  const Draft& at(int node) const { return drafts_.nodes[static_cast<std::size_t>(node)]; }

  /// Whether the components are the node's own number, or those of its ancestors and its own in a row.
  bool has_address(int node, const Number& number) const {
    if (!at(node).number) return false;
    if (*at(node).number == number) return number.depth > 1 || at(node).kind <= Kind::strategic_objective;
    int part = number.depth - 1;
    for (int up = node; up >= 0 && part >= 0; up = at(up).parent) {
      if (!facts(at(up).kind).in_codes) break;
      if (!at(up).number || at(up).number->last() != number.part(part).value) return false;
      if (at(up).number->depth == part + 1) return true;
      --part;
    }
    return part < 0 && number.depth > 1;
  }

  int by_number(grammar::KindSet kinds, const Number& number, int from) const {
    int found = -1, count = 0, beside = -1, beside_count = 0, same = -1, same_count = 0;
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      const auto index = static_cast<int>(n);
      const Draft& node = drafts_.nodes[n];
      if (!grammar::has_kind(kinds, node.kind) || !node.number) continue;
      if (has_address(index, number)) {
        found = index;
        ++count;
      }
      if (*node.number == number) {
        same = index;
        ++same_count;
        if (node.parent == at(from).parent || node.parent == from) {
          beside = index;
          ++beside_count;
        }
      }
    }
    if (count == 1) return found;
    if (beside_count == 1) return beside;
    return same_count == 1 ? same : -1;
  }

  /// A label named whole at the pointer's end: `voir Cible 2.1`.
  int by_label(const std::string& raw, int from) const {
    const std::string folded = text::fold(raw);
    int found = -1, count = 0, beside = -1, beside_count = 0;
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      const std::string label = text::fold(drafts_.nodes[n].label);
      if (label.size() < 4 || folded.size() < label.size() ||
          folded.compare(folded.size() - label.size(), label.size(), label) != 0) {
        continue;
      }
      found = static_cast<int>(n);
      ++count;
      if (drafts_.nodes[n].parent == at(from).parent) {
        beside = found;
        ++beside_count;
      }
    }
    return count == 1 ? found : beside_count == 1 ? beside : -1;
  }

  /// A number alone: `(voir II.A.1.c)`.
  int by_address(const std::string& raw) const {
    std::size_t begin = raw.find_last_of(' ');
    std::string token = raw.substr(begin == std::string::npos ? 0 : begin + 1);
    while (!token.empty() && (token.back() == '.' || token.back() == ')')) token.pop_back();
    if (token.find('.') == std::string::npos) return -1;
    const auto number = grammar::parse_number(token);
    if (!number) return -1;
    int found = -1, count = 0;
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      if (!has_address(static_cast<int>(n), *number)) continue;
      found = static_cast<int>(n);
      ++count;
    }
    return count == 1 ? found : -1;
  }

  grammar::Reader& reader_;
  const Drafts& drafts_;
};

}  // namespace

void resolve_references(grammar::Reader& reader, Drafts& drafts, const std::vector<std::string>& codes) {
  const Resolver resolver(reader, drafts);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    for (Reference& reference : drafts.nodes[n].attributes.references) {
      const int target = resolver.target(reference.raw, static_cast<int>(n));
      if (target >= 0 && target != static_cast<int>(n)) reference.code = codes[static_cast<std::size_t>(target)];
    }
  }
}

}  // namespace pst::plan
