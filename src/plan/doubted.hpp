// Which nodes the doubts about the reading point at.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "source/place.hpp"

namespace pst::plan {

/// The codes that doubts name and the lines that they point at, in time linear in both.
class Doubted {
 public:
  /// `last_line` is the last one asked for; `with_values` takes in doubts about values, letters and wording,
  /// too.
  Doubted(const std::vector<source::Diagnostic>& diagnostics, int last_line, bool with_values);

  bool names(std::string_view code) const { return codes_.contains(code); }
  /// Whether a doubt points at one of those lines.
  bool touches(int first_line, int last_line) const;

 private:
  std::unordered_set<std::string_view> codes_;
  std::vector<int> before_;  ///< lines before that one which a doubt points at
};

}  // namespace pst::plan
