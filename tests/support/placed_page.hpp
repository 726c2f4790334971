// Documents of placed words, built in memory: text at a place, on a page, nothing more.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "layout/layout.hpp"
#include "source/document.hpp"
#include "text/unicode.hpp"

namespace pst::test {

/// How a text is set. A character is half its size wide, a space too.
struct Set {
  double size = 10;
  bool bold = false;
  double gap = 0.3;  ///< between words, in sizes
};

class PlacedDocument {
 public:
  PlacedDocument() {
    document_.file = "plan.pdf";
    document_.media_type = "application/pdf";
    document_.paged = true;
    page();
  }

  PlacedDocument& page(double width = 595, double height = 842) {
    source::Page next;
    next.number = static_cast<int>(document_.pages.size()) + 1;
    next.width = width;
    next.height = height;
    document_.pages.push_back(std::move(next));
    return *this;
  }

  /// Words from `x` on; `y` is the top of the line.
  PlacedDocument& text(double x, double y, std::string_view words, Set set = {}) {
    bool first = true;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      const std::string& word = document_.storage.emplace_back(words.substr(0, end));
      const double width = 0.5 * set.size * static_cast<double>(text::length(word));
      source::Run run;
      run.text = word;
      run.box = source::Box{x, y, x + width, y + set.size};
      run.style.size = set.size;
      run.style.bold = set.bold;
      run.space_before = !first;
      run.element = element_;
      last().runs.push_back(run);
      x += width + set.gap * set.size;
      words.remove_prefix(std::min(end + 1, words.size()));
      first = false;
    }
    return *this;
  }

  /// One line from `x` to `right`, its words held apart evenly.
  PlacedDocument& justified(double x, double right, double y, std::string_view words, Set set = {}) {
    const auto spaces = static_cast<double>(std::count(words.begin(), words.end(), ' '));
    const double letters = 0.5 * set.size * (static_cast<double>(text::length(words)) - spaces);
    set.gap = (right - x - letters) / spaces / set.size;
    return text(x, y, words, set);
  }

  /// Lines below one another, `pitch` apart, cut at `|`.
  PlacedDocument& lines(double x, double y, std::string_view all, double pitch = 12, Set set = {}) {
    while (!all.empty()) {
      const std::size_t end = std::min(all.find('|'), all.size());
      text(x, y, all.substr(0, end), set);
      y += pitch;
      all.remove_prefix(std::min(end + 1, all.size()));
    }
    return *this;
  }

  PlacedDocument& rule(double x0, double y0, double x1, double y1) {
    last().rules.push_back({x0, y0, x1, y1});
    return *this;
  }

  /// Shaded cells side by side, as wide as the edges part them.
  PlacedDocument& shade(std::initializer_list<double> columns, double y0, double y1) {
    for (auto x = columns.begin(); x + 1 < columns.end(); ++x) last().fills.push_back({*x, y0, *(x + 1), y1});
    return *this;
  }

  /// The rules of a table with these edges.
  PlacedDocument& grid(std::initializer_list<double> columns, std::initializer_list<double> rows) {
    for (const double x : columns) rule(x, *rows.begin(), x, *(rows.end() - 1));
    for (const double y : rows) rule(*columns.begin(), y, *(columns.end() - 1), y);
    return *this;
  }

  /// Tags: adds an element below `parent` (-1: at the root), spans as `{rows, columns}`, and gives its
  /// number.
  int tag(const std::string& role, int parent = -1, std::pair<int, int> spans = {1, 1}) {
    document_.structure.push_back({role, parent, spans.first, spans.second});
    return static_cast<int>(document_.structure.size()) - 1;
  }

  /// What is set from here on belongs to that element.
  PlacedDocument& in(int element) {
    element_ = element;
    return *this;
  }

  source::Page& last() { return document_.pages.back(); }
  source::Document& document() { return document_; }
  const source::Document& document() const { return document_; }

  /// The fragments, one a line: `1: text` with the page, a cell as `1[0/4]: text`, what goes on with `…` in
  /// front.
  std::string fragments() const {
    const layout::Layout layout = layout::arrange(document_);
    std::string out = "\n";
    for (const layout::Fragment& f : layout.fragments) {
      out += std::to_string(f.span.page.value_or(0));
      if (f.columns > 0) out += "[" + std::to_string(f.column) + "/" + std::to_string(f.columns) + "]";
      out += f.flow == layout::Flow::continues ? ": …" : ": ";
      out += f.text + "\n";
    }
    return out;
  }

  /// The lines that were set aside: `1 rule: text`.
  std::string set_aside() const {
    const layout::Layout layout = layout::arrange(document_);
    std::string out = "\n";
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
      if (layout.lines[i].klass == layout::LineClass::text) continue;
      out += std::to_string(layout.lines[i].page) + " " + layout.lines[i].rule + ": ";
      out += layout.raw[i];
      out += '\n';
    }
    return out;
  }

 private:
  source::Document document_;
  int element_ = -1;
};

}  // namespace pst::test
