// What a page's end breaks of a table: rows and cells that go on at the top of the next page.
#include <algorithm>
#include <cmath>

#include "layout/emitter.hpp"
#include "layout/flow.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

/// A cell that is only an item's letter or number: `c)`.
bool is_item_label(const TextLine& line) {
  return line.words.size() == 1 && text::length(line.text) <= 4 &&
         (line.text.back() == ')' || line.text.back() == '.');
}

}  // namespace

/// Whether the page goes on with the table that the page before ended with.
bool Emitter::same_table(const Table& table) const {
  const bool next_page = open_.page == page_ - 1 || page_ == 0;  // of typed text whose pages are not counted
  return open_.line_index >= 0 && next_page &&
         (head_again_ ? open_.edges.size() == table.edges.size() : same_edges(open_.edges, table.edges));
}

/// Parts the head of the table from the words below it in its row, where it is that of the page before: they
/// go on with that page's last row.
void Emitter::part_repeated_head(Table& table) const {
  constexpr double kLevel = 0.5;  // of the size
  if (!page_begins_ || head_.empty() || table.rows.empty() || head_edges_.size() != table.edges.size() ||
      words_of(table.rows.front()) == head_.front())
    return;
  const Row& whole = table.rows.front();
  double top = 1e9;
  for (const Cell& cell : whole.cells) top = std::min(top, middle(cell.lines.front().box));
  Row head, rest;
  const auto add = [](Row& row, const Cell& cell, const TextLine& line) {
    if (row.cells.empty()) row.box = line.box;
    if (row.cells.empty() || row.cells.back().column != cell.column) {
      row.cells.push_back(cell);
      row.cells.back().lines.clear();
    }
    row.cells.back().lines.push_back(line);
    row.box.unite(line.box);
  };
  for (const Cell& cell : whole.cells) {
    for (const TextLine& line : cell.lines)
      add(middle(line.box) - top < kLevel * line.size ? head : rest, cell, line);
  }
  if (rest.cells.empty() || words_of(head) != head_.front()) return;
  table.rows.front() = std::move(head);
  table.rows.insert(table.rows.begin() + 1, std::move(rest));
}

/// Whether a cell of a page's first row goes on with the one above it on the page before: surely where it
/// begins within a sentence, or not in the type that the column's cells begin with (a label in bold); perhaps
/// where the line above is full.
Emitter::GoesOn Emitter::cell_goes_on(const Cell& cell) const {
  const auto c = static_cast<std::size_t>(cell.column);
  if (c >= open_.last_lines.size() || open_.last_lines[c].words.empty()) return GoesOn::no;
  const TextLine& above = open_.last_lines[c];
  const TextLine& below = cell.lines.front();
  if (is_item_label(below)) return GoesOn::no;
  const Starts starts = c < starts_.size() ? starts_[c] : Starts{};
  if (starts.all >= 4 && 10 * starts.bold >= 8 * starts.all && !below.words.front().bold)
    return GoesOn::surely;
  if (ends_sentence(above.text)) return GoesOn::no;
  if (text::starts_lower(below.text) || above.text.ends_with('-')) return GoesOn::surely;
  // A label fills its narrow column by itself. Beside a merged cell rows of one cell are nothing special, but
  // none begins in brackets.
  constexpr int kMerged = 2;
  if (starts.alone >= kMerged && below.text.front() != '(') return GoesOn::no;
  const bool full = above.words.size() > 1 && is_full(above, below, open_.rights[c]);
  return full && above.text.back() != ')' ? GoesOn::perhaps : GoesOn::no;
}

/// Whether the last row of the page before has a cell in a column in which this one has none.
bool Emitter::leaves_cells_out(const Row& row) const {
  const auto filled = std::count_if(open_.columns.begin(), open_.columns.end(),
                                    [](const auto& fragments) { return !fragments.empty(); });
  const auto again = std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
    return !open_.columns[static_cast<std::size_t>(cell.column)].empty();
  });
  return again < filled;
}

/// Whether the row is the rest of the last one of the page before, though its cells do not tell: each row of
/// the table has a first cell, which this one lacks, or goes on with, or brings where the last one lacks it.
bool Emitter::completes_row(const Row& row, bool first_goes_on) const {
  if (!first_cells_.are_there()) return false;
  if (row.cells.front().column > 0) return row.cells.size() == 1;
  return (first_goes_on || first_cells_.last_without) && leaves_cells_out(row);
}

/// The first row of a page: all of it, or its merged cells, may belong to the last row of the page before.
void Emitter::first_row(const Row& one, const Table& table) {
  if (!same_table(table)) {
    row(one, table);
    return;
  }
  std::vector<GoesOn> cells;
  for (const Cell& cell : one.cells) cells.push_back(cell_goes_on(cell));
  const auto is_new = [](GoesOn g) { return g == GoesOn::no; };
  const bool surely = std::count(cells.begin(), cells.end(), GoesOn::surely) > 0;
  const bool lone = one.cells.size() == 1 && one.cells.front().column > 0;
  // Cells of the row that did not fit on the page before, above none of its words.
  const bool rest = std::all_of(one.cells.begin(), one.cells.end(), [&](const Cell& cell) {
    return open_.columns[static_cast<std::size_t>(cell.column)].empty();
  });
  const bool goes_on = std::none_of(cells.begin(), cells.end(), is_new) && (surely || lone);
  const bool all = (rest || goes_on) && cells.size() < static_cast<std::size_t>(table.columns());
  // Merged cells stand on the left; what stands right of a new cell is new as well.
  const auto carried =
      all ? cells.size()
          : static_cast<std::size_t>(
                std::find_if(cells.begin(), cells.end(), [](GoesOn g) { return g != GoesOn::surely; }) -
                cells.begin());
  if (carried < cells.size() && completes_row(one, carried > 0)) {
    const auto lines = add_row_lines(one);
    for (std::size_t c = 0; c < cells.size(); ++c) add_cell(one.cells[c], lines[c], c < carried);
    return;
  }
  if (carried == 0) {
    row(one, table);
    return;
  }
  const auto lines = add_row_lines(one);
  for (std::size_t c = 0; c < carried; ++c) add_cell(one.cells[c], lines[c], true);
  if (carried == cells.size()) return;
  open_row(one, table);
  for (std::size_t c = carried; c < one.cells.size(); ++c) {
    for (const int index : lines[c]) open_.line_index = std::min(open_.line_index, index);
  }
  for (std::size_t c = carried; c < one.cells.size(); ++c) add_cell(one.cells[c], lines[c], false);
}

/// How many lines at the top of a page, where no other row stands below them, are the end of a cell that the
/// page before began: they begin where its lines do, within a sentence.
std::size_t Emitter::take_end_of_cell(const std::vector<TextLine>& lines) {
  constexpr double kAligned = 1.5, kWithin = 0.6;  // points; of the size
  if (lines.empty() || open_.line_index < 0 || open_.page != page_ - 1) return 0;
  const TextLine& first = lines.front();
  const auto above =
      std::find_if(open_.last_lines.begin(), open_.last_lines.end(), [&](const TextLine& line) {
        return !line.words.empty() && std::abs(line.box.x0 - first.box.x0) < kAligned;
      });
  if (above == open_.last_lines.end() || !text::starts_lower(first.text)) return 0;
  const auto c = static_cast<std::size_t>(above - open_.last_lines.begin());
  std::size_t count = 0;
  while (count < lines.size() && std::abs(lines[count].box.x0 - first.box.x0) < kAligned &&
         lines[count].box.x1 < open_.rights[c] + kAligned &&
         (count == 0 || lines[count].box.y0 - lines[count - 1].box.y1 < kWithin * first.size))
    ++count;
  Cell cell;
  cell.column = static_cast<int>(c);
  cell.left = first.box.x0;
  cell.right = open_.rights[c];
  cell.lines.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
  if (count == 0 || cell_goes_on(cell) != GoesOn::surely) return 0;
  std::vector<int> indices;
  for (const TextLine& line : cell.lines) indices.push_back(add_line(line));
  add_cell(cell, indices, true);
  return count;
}

/// A line of a row that is in doubt.
void Emitter::note_unsure(int line) {
  constexpr const char* kRule = "unsure-rows";
  if (!out_.diagnostics.empty() && out_.diagnostics.back().rule == kRule &&
      out_.diagnostics.back().lines->second + 1 >= line) {
    out_.diagnostics.back().lines->second = line;
    return;
  }
  source::Diagnostic doubt;
  doubt.rule = kRule;
  doubt.message = "les lignes de ce tableau pourraient former d'autres rangées, vérifiez";
  doubt.lines = {line, line};
  out_.diagnostics.push_back(std::move(doubt));
}

}  // namespace pst::layout
