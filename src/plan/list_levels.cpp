#include "plan/list_levels.hpp"

#include <algorithm>
#include <optional>

namespace pst::plan {
namespace {

constexpr int kStep = 2;  ///< columns by which a deeper list is indented at least

/// By how much the tags say that an item is deeper than a level; nothing where they leave it open: lists that
/// stand beside each other in the tree may still be one within the other for the eye.
template <typename Level>
std::optional<int> tagged_step(const layout::Fragment& item, const Level& level) {
  if (item.list < 0 || level.list < 0) return std::nullopt;
  if (item.list == level.list) return 0;
  const int step = item.list_depth - level.depth;
  return step == 0 ? std::nullopt : std::optional(step);
}

}  // namespace

bool ListLevels::is_above(const layout::Fragment& item, const Level& level) const {
  if (const std::optional<int> step = tagged_step(item, level)) return *step < 0;
  return item.indent <= level.indent - kStep;
}

int ListLevels::add(const layout::Fragment& item, std::uint32_t sign) {
  const Level here{item.indent, sign, item.list, item.list_depth};
  while (levels_.size() > 1 && is_above(item, levels_.back())) levels_.pop_back();
  if (levels_.empty()) {
    levels_.push_back(here);
    return 1;
  }
  const Level& top = levels_.back();
  if (const std::optional<int> step = tagged_step(item, top)) {
    if (*step > 0) levels_.push_back(here);
  } else if (item.indent >= top.indent + kStep) {
    levels_.push_back(here);
  } else if (sign != top.sign && sign != 0 && top.sign != 0) {
    const auto known =
        std::find_if(levels_.begin(), levels_.end(), [&](const Level& level) { return level.sign == sign; });
    if (known != levels_.end()) {
      levels_.erase(known + 1, levels_.end());
    } else {
      levels_.push_back(here);
    }
  }
  return static_cast<int>(levels_.size());
}

}  // namespace pst::plan
