#include "plan/doubted.hpp"

#include <algorithm>

namespace pst::plan {
namespace {

bool is_about_values(const source::Diagnostic& diagnostic) {
  return diagnostic.rule == "cell-without-row" || diagnostic.rule == "ocr-confidence" ||
         diagnostic.rule == "label-in-title";
}

}  // namespace

Doubted::Doubted(const std::vector<source::Diagnostic>& diagnostics, int last_line, bool with_values) {
  std::vector<int> doubts(static_cast<std::size_t>(last_line) + 2, 0);  // that begin less those that end
  for (const source::Diagnostic& d : diagnostics) {
    if (d.about != source::About::reading || d.severity == source::Severity::info) continue;
    if (!with_values && is_about_values(d)) continue;
    if (d.code) codes_.insert(*d.code);
    if (!d.lines || d.lines->first > last_line) continue;
    ++doubts[static_cast<std::size_t>(d.lines->first)];
    --doubts[static_cast<std::size_t>(std::min(d.lines->second, last_line)) + 1];
  }
  before_.assign(doubts.size() + 1, 0);
  int open = 0;
  for (std::size_t line = 0; line < doubts.size(); ++line) {
    open += doubts[line];
    before_[line + 1] = before_[line] + (open != 0);
  }
}

bool Doubted::touches(int first_line, int last_line) const {
  const auto last = std::min(static_cast<std::size_t>(last_line) + 1, before_.size() - 1);
  return before_[last] > before_[std::min(static_cast<std::size_t>(first_line), last)];
}

}  // namespace pst::plan
