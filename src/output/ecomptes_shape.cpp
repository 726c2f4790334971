#include "output/ecomptes_shape.hpp"

#include <map>

namespace pst::output {

namespace {

using plan::Kind;
using plan::Node;

/// `OO2` of `OS1-OO2` as `OO.2`.
std::string last_number(const std::string& code) {
  std::string segment = code.substr(code.rfind('-') + 1);
  const auto digits = segment.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (digits != segment.npos) segment.insert(digits, ".");
  return segment;
}

class Shaper {
 public:
  std::list<Shape> run(const plan::Plan& plan) {
    put_all(plan.nodes, {});
    if (volets_.empty()) open_volet(nullptr);
    return std::move(volets_);
  }

 private:
  /// Where the next node of each rung goes; null where an element has to be made first.
  struct Open {
    Shape* volet = nullptr;
    Shape* strategic = nullptr;
    Shape* operational = nullptr;
    bool named = false;  ///< `operational` is an operational objective of the plan
    const Node* axis = nullptr;
    std::string numbers = {};  ///< of the project or action that stands above
    std::string above = {};    ///< code of the parent
  };

  void put_all(const std::vector<Node>& nodes, Open open) {
    for (const Node& node : nodes) put(node, open);
  }

  /// `open` changes: elements made for a node also take its later siblings.
  void put(const Node& node, Open& open) {
    switch (node.kind) {
      case Kind::volet:
        put_all(node.children, {.volet = open_volet(&node), .above = node.code});
        open = {};
        return;
      case Kind::axis:
        put_axis(node, open);
        open.strategic = open.operational = nullptr;
        return;
      case Kind::strategic_objective: {
        need_volet(open);
        Shape& shape = add(open.volet->children, Rung::strategic, &node, open);
        put_all(node.children, {.volet = open.volet, .strategic = &shape, .above = node.code});
        open.strategic = open.operational = nullptr;
        return;
      }
      case Kind::operational_objective:
        put_operational(node, open, true);
        return;
      case Kind::project:
        if (!open.named) return put_operational(node, open, false);
        [[fallthrough]];
      case Kind::action:
      case Kind::sub_action:
        put_action(node, open);
        return;
    }
  }

  /// Its strategic objectives name it; whatever else stands directly below it needs it as one.
  void put_axis(const Node& axis, Open& open) {
    need_volet(open);
    Open inner{.volet = open.volet, .above = axis.code};
    if (axis.children.empty()) stand_in(axis, inner);
    for (const Node& child : axis.children) {
      inner.axis = &axis;
      const bool below_objective = child.kind != Kind::strategic_objective;
      if (below_objective && inner.strategic == nullptr) stand_in(axis, inner);
      if (below_objective) inner.axis = nullptr;
      put(child, inner);
    }
  }

  void stand_in(const Node& axis, Open& open) {
    open.axis = nullptr;
    open.strategic = &add(open.volet->children, Rung::strategic, &axis, open);
    const int again = ++made_[axis.code];
    if (again > 1) open.strategic->key += "/" + std::to_string(again);
  }

  void put_operational(const Node& node, Open& open, bool named) {
    need_strategic(open);
    Shape& shape = add(open.strategic->children, Rung::operational, &node, open);
    put_all(node.children, {.volet = open.volet,
                            .strategic = open.strategic,
                            .operational = &shape,
                            .named = named,
                            .above = node.code});
    open.operational = nullptr;
  }

  void put_action(const Node& node, Open& open) {
    need_strategic(open);
    if (open.operational == nullptr) {
      open.operational = &open.strategic->children.emplace_back(missing(Rung::operational, open));
    }
    Shape& shape = add(open.operational->children, Rung::action, &node, open);
    if (!open.numbers.empty()) shape.numbers = open.numbers + " - " + shape.numbers;
    Open inner = open;
    inner.numbers = shape.numbers;
    inner.above = node.code;
    put_all(node.children, inner);
  }

  Shape* open_volet(const Node* node) {
    Shape shape;
    shape.node = node;
    if (node == nullptr) shape = missing(Rung::volet, {});
    if (node != nullptr) shape.key = node->code;
    return &volets_.emplace_back(std::move(shape));
  }

  void need_volet(Open& open) {
    if (open.volet == nullptr) open.volet = open_volet(nullptr);
  }

  void need_strategic(Open& open) {
    need_volet(open);
    if (open.strategic == nullptr) {
      open.strategic = &open.volet->children.emplace_back(missing(Rung::strategic, open));
    }
  }

  /// An element without a node of its own.
  Shape missing(Rung rung, const Open& open) {
    Shape shape;
    shape.rung = rung;
    const std::string key = open.above + "/" + kNone + std::to_string(static_cast<int>(rung));
    shape.key = key + "/" + std::to_string(++made_[key]);
    return shape;
  }

  static Shape& add(std::list<Shape>& to, Rung rung, const Node* node, const Open& open) {
    Shape& shape = to.emplace_back();
    shape.rung = rung;
    shape.node = node;
    shape.axis = rung == Rung::strategic ? open.axis : nullptr;
    shape.key = node->code;
    shape.numbers = last_number(node->code);
    return shape;
  }

  std::list<Shape> volets_;
  std::map<std::string, int> made_;
};

}  // namespace

std::list<Shape> shape_of(const plan::Plan& plan) {
  return Shaper().run(plan);
}

}  // namespace pst::output
