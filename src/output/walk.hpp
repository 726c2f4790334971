// Every node of a plan in document order, with where it stands. Internal to the output room.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "plan/model.hpp"

namespace pst::output {

/// A node on the way through the tree. `up` is the visit of its parent, null for a root.
struct Visit {
  const plan::Node& node;
  const Visit* up = nullptr;
  std::size_t index = 0;     ///< among its siblings, 0-based
  bool last = false;         ///< of its siblings
  int position = 1;          ///< among its siblings of its kind, 1-based
  int position_in_plan = 1;  ///< among the plan's nodes of its kind, 1-based
  int depth = 0;             ///< 0 for a root

  /// JSON pointer of the node.
  std::string pointer() const {
    return (up == nullptr ? "/nodes/" : up->pointer() + "/children/") + std::to_string(index);
  }
  /// From the root to the parent.
  std::vector<const plan::Node*> ancestors() const {
    std::vector<const plan::Node*> path;
    for (const Visit* v = up; v != nullptr; v = v->up) path.push_back(&v->node);
    std::reverse(path.begin(), path.end());
    return path;
  }
};

using KindCounts = std::array<int, plan::kKinds>;

template <class F>
void walk(const std::vector<plan::Node>& nodes, const Visit* up, KindCounts& in_plan, const F& see) {
  KindCounts here{};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const auto kind = static_cast<std::size_t>(nodes[i].kind);
    const Visit visit{nodes[i],
                      up,
                      i,
                      i + 1 == nodes.size(),
                      ++here[kind],
                      ++in_plan[kind],
                      up == nullptr ? 0 : up->depth + 1};
    see(visit);
    walk(nodes[i].children, &visit, in_plan, see);
  }
}

/// Calls `see(const Visit&)` for every node, parents first.
template <class F>
void for_each_node(const plan::Plan& plan, const F& see) {
  KindCounts in_plan{};
  walk(plan.nodes, nullptr, in_plan, see);
}

}  // namespace pst::output
