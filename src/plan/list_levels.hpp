// How deep the items of lists nest: by what the tags say of them, by indentation and by their signs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/layout.hpp"

namespace pst::plan {

/// The levels that are open, from the outermost in.
class ListLevels {
 public:
  /// Takes the next item and gives its level, 1 for the outermost. `sign` is its list sign; 0 for one that
  /// tells nothing.
  int add(const layout::Fragment& item, std::uint32_t sign);
  void clear() { levels_.clear(); }

 private:
  struct Level {
    int indent = 0;
    std::uint32_t sign = 0;
    std::int32_t list = -1;  ///< as in Fragment
    int depth = 0;
  };
  bool is_above(const layout::Fragment& item, const Level& level) const;

  std::vector<Level> levels_;
};

}  // namespace pst::plan
