// The tree of a plan in the four rungs that the exchange format has. Internal to the output room.
#pragma once

#include <list>
#include <string>

#include "output/ecomptes_document.hpp"
#include "plan/model.hpp"

namespace pst::output {

/// What one element of the exchange stands for.
struct Shape {
  Rung rung = Rung::volet;
  const plan::Node* node = nullptr;  ///< null where it only holds what has no parent in the plan (NEANT)
  const plan::Node* axis = nullptr;  ///< that the node stands below, where no element is the axis
  std::string key;                   ///< unique in the plan: the node's code, or its parent's and a count
  std::string numbers;               ///< what its label begins with: `OS.1`, `P.8 - A.2`
  std::list<Shape> children;
};

/// Volets, or one NEANT. Every node is in exactly one element, but for the axes above objectives, which the
/// objectives name. A project without an operational objective is one; below one it is an action that heads
/// its group; sub-actions follow their action. A rung that is missing is NEANT; an axis that is no mere
/// heading of strategic objectives is one itself.
std::list<Shape> shape_of(const plan::Plan& plan);

}  // namespace pst::output
