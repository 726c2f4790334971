#include "plan/series.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/bytes.hpp"

namespace pst::plan {
namespace {

/// Letters that a label begins with: `Défi 1` and `Axe 1` are two series.
std::string series_of(const Draft& draft) {
  std::string letters(facts(draft.kind).json);
  const std::string& label = draft.restored.empty() ? draft.label : draft.restored;
  // `b)` follows `a)`: a number that is a letter belongs to the number.
  const std::size_t digit = text::find_digit(label);
  return letters + label.substr(0, digit == std::string::npos ? label.find_last_of(' ') + 1 : digit);
}

}  // namespace

Series find_series(const Drafts& drafts) {
  Series out;
  out.of.resize(drafts.nodes.size(), 0);
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    if (!drafts.nodes[n].number) continue;
    out.of[n] = known.try_emplace(series_of(drafts.nodes[n]), out.count).first->second;
    out.count = std::max(out.count, out.of[n] + 1);
  }
  return out;
}

}  // namespace pst::plan
