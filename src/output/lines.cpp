#include "output/lines.hpp"

#include <algorithm>
#include <cmath>

namespace pst::output {
namespace {

using layout::Flow;
using layout::Fragment;

std::string place_of(int page, int line, const std::optional<source::Box>& box) {
  std::string out = page > 0 ? std::to_string(page) + ":" : std::string();
  out += std::to_string(line);
  if (!box) return out;
  const auto point = [](double v) { return std::to_string(std::lround(v)); };
  return out + " " + point(box->x0) + "," + point(box->y0) + "-" + point(box->x1) + "," + point(box->y1);
}

std::string shape_of(const Fragment& f) {
  std::string out;
  if (f.columns > 1) out += " [" + std::to_string(f.column + 1) + "/" + std::to_string(f.columns) + "]";
  if (f.heading > 0) out += " h" + std::to_string(f.heading);
  if (f.bold) out += " gras";
  if (f.indent > 0) out += " +" + std::to_string(f.indent);
  if (f.flow == Flow::continues) out += " suite";
  if (f.flow == Flow::starts) out += " début";
  return out;
}

std::string with_boxes(const layout::Layout& layout) {
  std::string out;
  std::size_t next = 0;
  std::vector<bool> shown(layout.lines.size(), false);
  const auto set_aside_until = [&](std::size_t line) {
    for (; next < line; ++next) {
      const layout::LineInfo& info = layout.lines[next];
      if (info.klass != layout::LineClass::furniture && info.klass != layout::LineClass::contents) continue;
      out += place_of(info.page, info.number, info.box) + " (" + info.rule + "): ";
      out += layout.raw[next];
      out += '\n';
    }
  };
  for (const Fragment& f : layout.fragments) {
    set_aside_until(std::max(next, static_cast<std::size_t>(f.line_index)));
    out +=
        place_of(f.span.page.value_or(0), f.span.first_line, f.span.box) + shape_of(f) + ": " + f.text + "\n";
  }
  set_aside_until(layout.lines.size());
  return out;
}

std::string plain(const layout::Layout& layout) {
  std::string out;
  const Fragment* before = nullptr;
  for (const Fragment& f : layout.fragments) {
    const bool same_row =
        before != nullptr && f.columns > 1 && before->columns > 1 && f.line_index == before->line_index;
    if (same_row) {
      out += f.column == before->column ? " / " : " | ";
    } else {
      if (before != nullptr) out += f.blank_before > 0 ? "\n\n" : "\n";
      if (f.columns < 2) out.append(static_cast<std::size_t>(std::clamp(f.indent, 0, 40)), ' ');
    }
    out += f.text;
    before = &f;
  }
  if (before != nullptr) out += '\n';
  return out;
}

}  // namespace

std::string to_lines(const layout::Layout& layout, bool boxes) {
  return boxes ? with_boxes(layout) : plain(layout);
}

}  // namespace pst::output
