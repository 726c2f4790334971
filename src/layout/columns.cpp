#include "layout/columns.hpp"

#include <algorithm>

#include "layout/cells.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr int kGap = 2;             ///< spaces that hold two columns apart
constexpr int kWide = 3;            ///< …of which one gap at least is this wide
constexpr std::size_t kFewest = 3;  ///< lines that make a table
constexpr std::size_t kMost = 400;  ///< lines of one block at most

struct Line {
  std::size_t index = 0;
  std::vector<CellSlice> cells;
  std::vector<int> ends;  ///< column behind each cell
};

Line read_line(const std::string& text, std::size_t index) {
  Line line;
  line.index = index;
  line.cells = split_spaced(text, kGap);
  for (const CellSlice& cell : line.cells)
    line.ends.push_back(cell.start + static_cast<int>(text::length(cell.text)));
  return line;
}

bool has_wide_gap(const Line& line) {
  for (std::size_t c = 1; c < line.cells.size(); ++c) {
    if (line.cells[c].start - line.ends[c - 1] >= kWide) return true;
  }
  return false;
}

/// The column that a cell lies in: it begins there, or lies wholly within it; -1 where it crosses columns.
int column_of(const CellSlice& cell, int end, const std::vector<int>& starts) {
  for (std::size_t c = 0; c < starts.size(); ++c) {
    const int limit = c + 1 < starts.size() ? starts[c + 1] : 1 << 20;
    if (cell.start >= starts[c] - 1 && cell.start < limit - 1 && end < limit) return static_cast<int>(c);
  }
  return -1;
}

bool fits(const Line& line, const std::vector<int>& starts) {
  int last = -1;
  for (std::size_t c = 0; c < line.cells.size(); ++c) {
    const int column = column_of(line.cells[c], line.ends[c], starts);
    if (column <= last) return false;
    last = column;
  }
  return true;
}

class Finder {
 public:
  Finder(const std::vector<std::string>& texts, const std::vector<LineInfo>& lines)
      : texts_(texts), lines_(lines) {}

  std::vector<SpacedRow> run() {
    for (std::size_t i = 0; i < texts_.size();) i = std::max(block(i), i + 1);
    return std::move(rows_);
  }

 private:
  bool readable(std::size_t i) const {
    return lines_[i].klass == LineClass::text && texts_[i].find('\t') == std::string::npos &&
           texts_[i].find('|') == std::string::npos;
  }

  /// A line drawn with dashes below the heads or between rows.
  bool is_rule(std::size_t i) const {
    return lines_[i].klass == LineClass::furniture && texts_[i].find("---") != std::string::npos;
  }

  /// Tries a table from line `first` on; returns the line behind it, or `first` where there is none.
  std::size_t block(std::size_t first) {
    if (!readable(first) || texts_[first].find("  ") == std::string::npos) return first;
    Line head = read_line(texts_[first], first);
    if (head.cells.size() < 2 || !has_wide_gap(head)) return first;
    std::vector<int> starts;
    for (const CellSlice& cell : head.cells) starts.push_back(cell.start);
    std::vector<Line> found{head};
    std::size_t several = 1;
    bool after_blank = false;
    for (std::size_t i = first + 1; i < texts_.size() && i - first < kMost; ++i) {
      if (lines_[i].klass == LineClass::blank && !after_blank) {
        after_blank = true;
        continue;
      }
      if (is_rule(i)) continue;
      if (!readable(i)) break;
      Line line = read_line(texts_[i], i);
      // Behind a blank line only a row goes on with the table, not a line of one cell.
      if (!fits(line, starts) || (after_blank && line.cells.size() < 2)) break;
      after_blank = false;
      several += line.cells.size() > 1;
      found.push_back(std::move(line));
    }
    if (several < kFewest || (starts.size() == 2 && starts[1] - starts[0] < 8)) return first;
    add_rows(found, starts);
    return found.back().index + 1;
  }

  void add_rows(const std::vector<Line>& found, const std::vector<int>& starts) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Line& line = found[i];
      const bool first_filled = column_of(line.cells.front(), line.ends.front(), starts) == 0;
      // A row begins where its first column is filled; a lone cell there, or one in lower case, goes on with
      // the row above.
      const bool apart = i > 0 && found[i].index > found[i - 1].index + 1;
      const bool alone = line.cells.size() == 1 && starts.size() > 2;
      const bool begins =
          i == 0 || apart || (first_filled && !alone && !text::starts_lower(line.cells.front().text));
      if (begins) {
        SpacedRow row;
        row.first_line = line.index;
        row.cells.resize(starts.size());
        row.starts = starts;
        rows_.push_back(std::move(row));
      }
      SpacedRow& row = rows_.back();
      row.last_line = line.index;
      for (std::size_t c = 0; c < line.cells.size(); ++c) {
        std::string& cell =
            row.cells[static_cast<std::size_t>(column_of(line.cells[c], line.ends[c], starts))];
        const std::string_view next = line.cells[c].text;
        if (!cell.empty()) cell += ' ';
        cell += next;
      }
    }
  }

  const std::vector<std::string>& texts_;
  const std::vector<LineInfo>& lines_;
  std::vector<SpacedRow> rows_;
};

}  // namespace

std::vector<SpacedRow> find_spaced_rows(const std::vector<std::string>& texts,
                                        const std::vector<LineInfo>& lines) {
  return Finder(texts, lines).run();
}

}  // namespace pst::layout
