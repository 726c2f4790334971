#include "layout/tags.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

using source::Element;

constexpr int kMostColumns = 60;  ///< a row that reaches further is no table's

constexpr int kMostDepth = 100;  ///< of lists within lists

/// Structure types within a paragraph: they begin none.
constexpr std::array<std::string_view, 17> kInline = {
    "Span",  "NonStruct", "Link", "Reference", "Quote", "Code",    "Em",       "Strong", "Lbl",
    "LBody", "Annot",     "Form", "Formula",   "Sub",   "Private", "BibEntry", "Ruby"};

bool is_inline(std::string_view role) {
  return std::find(kInline.begin(), kInline.end(), role) != kInline.end();
}

bool is_cell(std::string_view role) {
  return role == "TD" || role == "TH";
}

std::int8_t heading_of(std::string_view role) {
  if (role.size() != 2 || role[0] != 'H' || role[1] < '1' || role[1] > '6') return 0;
  return static_cast<std::int8_t>(role[1] - '0');
}

/// Structure types of parts of a document, and those that say nothing.
constexpr std::array<std::string_view, 8> kParts = {"Document", "Part",  "Art",        "Sect",
                                                    "Div",      "Aside", "BlockQuote", "NonStruct"};
constexpr std::size_t kAlwaysParts = 4;  ///< the first of them are no paragraphs, whatever they hold

/// The elements that hold paragraphs, and are none: text right within them is told apart, but not ordered.
std::vector<bool> find_groups(const std::vector<Element>& structure) {
  std::vector<bool> groups(structure.size(), false);
  for (std::size_t e = structure.size(); e-- > 0;) {
    const Element& element = structure[e];
    const auto part = std::find(kParts.begin(), kParts.end(), element.role);
    groups[e] = part < kParts.begin() + kAlwaysParts || (groups[e] && part != kParts.end());
    const bool block = groups[e] || !is_inline(element.role);
    if (block && element.parent >= 0 && element.parent < static_cast<int>(e))
      groups[static_cast<std::size_t>(element.parent)] = true;
  }
  return groups;
}

struct RowCells {
  std::int32_t row = -1;
  std::vector<std::int32_t> cells;  ///< elements
};

/// Where the cells of a table stand: rows from top to bottom, cells at the first column that no cell above
/// reaches down into. Cells beyond the last column stand in the first ones again: a row that a page's end
/// breaks has its cells twice.
class Placer {
 public:
  explicit Placer(int columns) : columns_(columns) {}

  void next_row() {
    for (std::size_t c = 0; c < above_.size(); ++c) above_[c] = std::max({0, above_[c] - 1, own_[c] - 1});
    own_.fill(0);
    column_ = 0;
    ++row_;
  }

  /// False where there is no room for the cell.
  bool put(const Element& element, TaggedCell& cell) {
    skip();
    if (column_ + element.column_span > columns_) {
      column_ = 0;
      skip();
    }
    if (column_ + element.column_span > columns_) return false;
    cell.row = row_;
    cell.column = column_;
    cell.row_span = element.row_span;
    cell.column_span = element.column_span;
    for (int c = 0; c < element.column_span; ++c)
      own_[static_cast<std::size_t>(column_ + c)] = element.row_span;
    column_ += element.column_span;
    return true;
  }

  /// Columns of the row that are taken.
  int filled() const {
    int count = 0;
    for (std::size_t c = 0; c < own_.size(); ++c) count += own_[c] > 0 || above_[c] > 0;
    return count;
  }

 private:
  void skip() {
    while (column_ < columns_ && above_[static_cast<std::size_t>(column_)] > 0) ++column_;
  }

  std::array<int, kMostColumns> above_{}, own_{};  ///< rows from this one on that a cell takes, by column
  int columns_;
  int row_ = -1, column_ = 0;
};

/// A table's columns: those of its head where few rows have more; else those of its widest rows.
int count_columns(const std::vector<Element>& structure, const std::vector<RowCells>& rows) {
  Placer placer(kMostColumns);
  std::vector<int> filled;
  for (const RowCells& row : rows) {
    placer.next_row();
    TaggedCell ignored;
    for (const std::int32_t cell : row.cells) placer.put(structure[static_cast<std::size_t>(cell)], ignored);
    filled.push_back(placer.filled());
  }
  const auto& first = rows.front().cells;
  const bool head = std::all_of(first.begin(), first.end(), [&](std::int32_t cell) {
    return structure[static_cast<std::size_t>(cell)].role == "TH";
  });
  const auto wider = std::count_if(filled.begin(), filled.end(), [&](int f) { return f > filled.front(); });
  if (head && 3 * wider <= static_cast<std::ptrdiff_t>(filled.size())) return filled.front();
  return *std::max_element(filled.begin(), filled.end());
}

}  // namespace

Tags::Tags(const std::vector<Element>& structure) {
  tags_.resize(structure.size());
  place_cells(structure);
  const std::vector<bool> groups = find_groups(structure);
  for (std::size_t e = 0; e < structure.size(); ++e) {
    const Element& element = structure[e];
    const bool above = element.parent >= 0 && element.parent < static_cast<int>(e);
    Tag& tag = tags_[e];
    const std::int32_t own_cell = tag.cell;
    if (above) tag = tags_[static_cast<std::size_t>(element.parent)];
    if (is_cell(element.role)) {
      tag.cell = own_cell;
      tag.list = tag.item = -1;
      tag.depth = 0;
    } else if (element.role == "L") {
      tag.list = static_cast<std::int32_t>(e);
      tag.item = -1;
      tag.depth = static_cast<std::int8_t>(std::min(tag.depth + 1, kMostDepth));
    } else if (element.role == "LI") {
      tag.item = static_cast<std::int32_t>(e);
    }
    const bool in_group = above && groups[static_cast<std::size_t>(element.parent)];
    if (is_inline(element.role) && !groups[e] && !in_group) continue;
    tag.block = groups[e] ? -1 : static_cast<std::int32_t>(e);
    tag.heading = heading_of(element.role);
    tag.note = tag.note || element.role == "Note" || element.role == "FENote";
  }
}

/// Elements stand in document order, a parent before its children.
void Tags::place_cells(const std::vector<Element>& structure) {
  struct Above {
    std::int32_t table = -1, row = -1;
  };
  std::vector<Above> above(structure.size());
  std::map<std::int32_t, std::vector<RowCells>> tables;
  for (std::size_t e = 0; e < structure.size(); ++e) {
    const Element& element = structure[e];
    Above& here = above[e];
    if (element.parent >= 0 && element.parent < static_cast<int>(e))
      here = above[static_cast<std::size_t>(element.parent)];
    if (element.role == "Table") {
      here = {static_cast<std::int32_t>(e), -1};
    } else if (element.role == "TR") {
      here.row = static_cast<std::int32_t>(e);
    } else if (is_cell(element.role) && here.table >= 0 && here.row >= 0) {
      std::vector<RowCells>& rows = tables[here.table];
      if (rows.empty() || rows.back().row != here.row) rows.push_back({here.row, {}});
      rows.back().cells.push_back(static_cast<std::int32_t>(e));
      here = {};  // what stands within a cell is a table of its own
    }
  }
  for (const auto& [table, rows] : tables) {
    const int columns = columns_[table] = count_columns(structure, rows);
    Placer placer(columns);
    for (const RowCells& row : rows) {
      placer.next_row();
      for (const std::int32_t element : row.cells) {
        TaggedCell cell;
        cell.table = table;
        cell.parent = row.row;
        if (!placer.put(structure[static_cast<std::size_t>(element)], cell)) continue;
        tags_[static_cast<std::size_t>(element)].cell = static_cast<std::int32_t>(cells_.size());
        cells_.push_back(cell);
      }
      if (placer.filled() == columns) whole_rows_.insert(row.row);
    }
  }
}

const Tags& Tags::none() {
  static const Tags kNone({});
  return kNone;
}

int Tags::columns(std::int32_t table) const {
  const auto found = columns_.find(table);
  return found == columns_.end() ? 0 : found->second;
}

const Tag& Tags::of(std::int32_t element) const {
  static const Tag kNone;
  return element >= 0 && static_cast<std::size_t>(element) < tags_.size()
             ? tags_[static_cast<std::size_t>(element)]
             : kNone;
}

const Tag& Tags::of(const TextLine& line) const {
  for (auto word = line.words.rbegin(); word != line.words.rend(); ++word) {
    if (word->element >= 0 && !text::fold(word->text).empty()) return of(word->element);
  }
  return of(line.words.back().element);
}

}  // namespace pst::layout
