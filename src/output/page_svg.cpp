#include "output/page_svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "output/xml_writer.hpp"
#include "source/pdf_standard_fonts.hpp"

namespace pst::output {
namespace {

using source::Box;

constexpr double kLegend = 22;  ///< points above the page

/// With one digit behind the point, or as many as `parts` has noughts.
std::string number(double value, long parts = 10) {
  const long whole = std::lround(static_cast<double>(parts) * value);
  std::string out = std::to_string(whole / parts);
  if (whole < 0 && whole > -parts) out.insert(0, "-");
  if (whole % parts != 0) out += "." + std::to_string(parts + std::abs(whole % parts)).substr(1);
  return out;
}

std::string coordinates(const Box& box, double grow) {
  return " x=\"" + number(box.x0 - grow) + "\" y=\"" + number(box.y0 - grow) + "\" width=\"" +
         number(box.x1 - box.x0 + 2 * grow) + "\" height=\"" + number(box.y1 - box.y0 + 2 * grow) + "\"";
}

/// How wide Helvetica and faces of its measure set a text, 1 being the size.
double natural_width(std::string_view text, bool bold) {
  const source::pdf::StandardFace face{.family = source::pdf::Family::helvetica, .bold = bold};
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    width += face.width(text.substr(at, end - at), 0);
    at = end;
  }
  return std::max(width, 0.1);
}

struct Entry {
  const char* klass;
  const char* name;
};
constexpr std::array<Entry, 7> kEntries{{{"column", "colonne"},
                                         {"table", "tableau"},
                                         {"cell", "cellule"},
                                         {"line", "ligne"},
                                         {"aside", "mis de côté"},
                                         {"contents", "table des matières"},
                                         {"node", "nœud"}}};

constexpr const char* kStyle =
    "text{font-family:'Liberation Sans',Arial,Helvetica,sans-serif;white-space:pre}"
    ".page{fill:#fff;stroke:#999;stroke-width:.5}"
    ".drawn{fill:#ddd}"
    ".column{fill:none;stroke:#2a7de1;stroke-width:1.2;stroke-dasharray:5 3}"
    ".table{fill:none;stroke:#8e44ad;stroke-width:1.4}"
    ".cell{fill:#8e44ad;fill-opacity:.07;stroke:#8e44ad;stroke-width:.5}"
    ".line{fill:none;stroke:#7f8c8d;stroke-width:.3}"
    ".aside{fill:#7f8c8d;fill-opacity:.25;stroke:none}"
    ".contents{fill:#e67e22;fill-opacity:.2;stroke:none}"
    ".node{fill:#27ae60;fill-opacity:.08;stroke:#27ae60;stroke-width:.8}"
    ".code{fill:#c0392b;font-size:6px;font-weight:bold}"
    ".legend{font-size:8px;fill:#333}";

class Drawing {
 public:
  Drawing(const source::Page& page, const layout::Layout& layout) : page_(page), layout_(layout) {}

  std::string draw(const source::Document& document, const plan::Plan& plan) {
    const std::string width = number(page_.width), height = number(page_.height + kLegend);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 " + number(-kLegend) + " " + width + " " + height + "\">\n<title>" +
           xml_text(document.file) + ", page " + std::to_string(page_.number) + "</title>\n<style>" + kStyle +
           "</style>\n";
    legend();
    rect("page", {0, 0, page_.width, page_.height}, 0);
    for (const Box& box : page_.rules) rect("drawn", box, 0.2);
    areas();
    lines();
    for (const plan::Node& node : plan.nodes) nodes(node);
    words();
    for (const auto& [box, code] : codes_) label("code", box.x1 + 1.5, box.y0 + 6, 0, code);
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void rect(const char* klass, const Box& box, double grow) {
    out_ += std::string("<rect class=\"") + klass + "\"" + coordinates(box, grow) + "/>\n";
  }

  void label(const char* klass, double x, double y, double length, std::string_view text) {
    out_ += std::string("<text class=\"") + klass + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\"";
    if (length > 0) out_ += " textLength=\"" + number(length) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    out_ += ">" + xml_text(text) + "</text>\n";
  }

  void legend() {
    double x = 4;
    for (const Entry& entry : kEntries) {
      rect(entry.klass, {x, -kLegend + 6, x + 12, -kLegend + 15}, 0);
      label("legend", x + 15, -kLegend + 13.5, 0, entry.name);
      x += 30 + 4.6 * static_cast<double>(std::string_view(entry.name).size());
    }
  }

  void areas() {
    for (const layout::Area& area : layout_.areas) {
      if (area.page != page_.number) continue;
      switch (area.kind) {
        case layout::Area::Kind::column:
          rect("column", area.box, 3);
          break;
        case layout::Area::Kind::table:
          rect("table", area.box, 2);
          break;
        case layout::Area::Kind::cell:
          rect("cell", area.box, 0.5);
          break;
      }
    }
  }

  void lines() {
    for (const layout::LineInfo& line : layout_.lines) {
      if (line.page != page_.number || !line.box) continue;
      rect(line.klass == layout::LineClass::furniture  ? "aside"
           : line.klass == layout::LineClass::contents ? "contents"
                                                       : "line",
           *line.box, 0);
    }
  }

  void nodes(const plan::Node& node) {
    if (node.source.page == page_.number && node.source.box) {
      rect("node", *node.source.box, 1);
      codes_.emplace_back(*node.source.box, node.code);
    }
    for (const plan::Node& child : node.children) nodes(child);
  }

  void words() {
    for (const source::Run& run : page_.runs) {
      if (!run.box) continue;
      const Box& box = *run.box;
      const bool upright = run.turn % 180 == 0;
      const double length = upright ? box.x1 - box.x0 : box.y1 - box.y0;
      const double height = upright ? box.y1 - box.y0 : box.x1 - box.x0;
      const double size = std::min(run.style.size > 0 ? run.style.size : height, 1.2 * height);
      const double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
      // Stretched to its box by a factor, as not all who draw SVG heed textLength; those who do keep to the
      // measure of the face that the factor goes by, whatever their own.
      const double natural = size * natural_width(run.text, run.style.bold);
      out_ += "<text x=\"" + number(-natural / 2) + "\" y=\"" + number(0.32 * size) + "\" font-size=\"" +
              number(size) + "\"" + (run.style.bold ? " font-weight=\"bold\"" : "") +
              (run.style.italic ? " font-style=\"italic\"" : "") + " textLength=\"" + number(natural) +
              "\" lengthAdjust=\"spacingAndGlyphs\" transform=\"translate(" + number(x) + " " + number(y) +
              ")" + (run.turn != 0 ? " rotate(" + std::to_string(run.turn) + ")" : std::string()) +
              " scale(" + number(std::max(length, 0.1) / natural, 1000) + " 1)\">" + xml_text(run.text) +
              "</text>\n";
    }
  }

  const source::Page& page_;
  const layout::Layout& layout_;
  std::string out_;
  std::vector<std::pair<Box, std::string>> codes_;
};

}  // namespace

std::string to_page_svg(const source::Document& document, const source::Page& page,
                        const layout::Layout& layout, const plan::Plan& plan) {
  return Drawing(page, layout).draw(document, plan);
}

}  // namespace pst::output
