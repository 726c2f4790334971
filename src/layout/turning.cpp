// Pages whose text lies on its side: turned back for reading, their places turned forth again.
#include <algorithm>
#include <array>

#include "layout/placed.hpp"

namespace pst::layout {
namespace {

/// Where a box of the page as shown lies once the page is turned back.
Box turned(const Box& b, int turn, double width, double height) {
  switch (turn) {
    case 90:  // lines run downwards
      return {b.y0, width - b.x1, b.y1, width - b.x0};
    case 180:
      return {width - b.x1, height - b.y1, width - b.x0, height - b.y0};
    case 270:
      return {height - b.y1, b.x0, height - b.y0, b.x1};
    default:
      return b;
  }
}

}  // namespace

int turn_of(const source::Page& page) {
  std::array<std::size_t, 4> weights{};
  for (const source::Run& run : page.runs) {
    if (!run.artifact) weights[static_cast<std::size_t>((run.turn / 90 % 4 + 4) % 4)] += run.text.size();
  }
  return 90 * static_cast<int>(std::max_element(weights.begin(), weights.end()) - weights.begin());
}

source::Page turned_back(const source::Page& page, int turn) {
  source::Page out = page;
  const auto turn_all = [&](std::vector<Box>& boxes) {
    for (Box& box : boxes) box = turned(box, turn, page.width, page.height);
  };
  turn_all(out.rules);
  turn_all(out.fills);
  turn_all(out.dots);
  for (source::Run& run : out.runs) {
    if (run.box) run.box = turned(*run.box, turn, page.width, page.height);
    run.turn = static_cast<std::int16_t>((run.turn - turn + 360) % 360);
  }
  if (turn % 180 != 0) std::swap(out.width, out.height);
  return out;
}

Box shown(const Box& b, int turn, double width, double height) {
  switch (turn) {
    case 90:
      return {width - b.y1, b.x0, width - b.y0, b.x1};
    case 180:
      return {width - b.x1, height - b.y1, width - b.x0, height - b.y0};
    case 270:
      return {b.y0, height - b.x1, b.y1, height - b.x0};
    default:
      return b;
  }
}

}  // namespace pst::layout
