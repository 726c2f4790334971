#include "layout/typed_place.hpp"

#include <algorithm>
#include <set>

#include "layout/cells.hpp"
#include "layout/markup.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

/// Takes `**` off that stand around all words of a cell, be it of several lines.
void strip_strong(std::vector<TypedCells::Line>& lines) {
  constexpr std::string_view kStrong = "**";
  std::string &first = lines.front().text, &last = lines.back().text;
  if (!first.starts_with(kStrong) || !last.ends_with(kStrong)) return;
  if (lines.size() == 1 && first.size() <= 2 * kStrong.size()) return;
  last.resize(last.size() - kStrong.size());
  first.erase(0, kStrong.size());
}

std::string without_markup(const std::string& text) {
  if (!has_markup(text)) return text;
  std::string out;
  for (const Paragraph& paragraph : paragraphs(text)) out += (out.empty() ? "" : " ") + paragraph.text;
  return out;
}

}  // namespace

void place_typed(std::string_view text, int column, std::size_t below, int source_line,
                 std::vector<Word>& out) {
  const double y = kTypedStep * static_cast<double>(below);
  for (const CellSlice& slice : split_spaced(text, 1)) {
    Word& word = out.emplace_back();
    word.text = slice.text;
    const double x = kTypedCharacter * (column + slice.start);
    word.box = {x, y, x + kTypedCharacter * static_cast<double>(text::length(slice.text)), y + kTypedSize};
    word.size = kTypedSize;
    word.source_line = source_line;
  }
}

void TypedCells::add(int row, int column, int span, std::size_t line, int start, std::string_view words) {
  Cell& cell = cells[{row, column}];
  cell.span = std::max(cell.span, span);
  if (!cell.lines.empty() && cell.lines.back().line == line) {
    (cell.lines.back().text += ' ') += words;
  } else {
    cell.lines.push_back({line, start, std::string(words)});
  }
}

std::optional<TypedTable> typed_table(TypedCells cells, const std::vector<LineInfo>& lines, std::size_t first,
                                      std::size_t last) {
  TypedTable out;
  out.first_line = first;
  out.last_line = last;
  Table& table = out.table;
  table.drawn = true;
  for (const TypedCells::Column& column : cells.columns) table.edges.push_back(kTypedCharacter * column.from);
  table.edges.push_back(kTypedCharacter * cells.columns.back().to);
  std::set<int> filled;
  int row_before = -1;
  for (auto& [place, typed] : cells.cells) {
    strip_strong(typed.lines);
    std::vector<Word> words;
    for (const TypedCells::Line& line : typed.lines)
      place_typed(without_markup(line.text), line.column, line.line - first, lines[line.line].number, words);
    if (words.empty()) continue;
    const auto [row, column] = place;
    Cell cell;
    cell.column = column;
    cell.span = typed.span;
    cell.lines = find_lines(std::move(words));
    if (cell.lines.empty()) continue;
    cell.left = cell.lines.front().box.x0;
    for (const TextLine& line : cell.lines) cell.left = std::min(cell.left, line.box.x0);
    cell.right = kTypedCharacter * cells.columns[static_cast<std::size_t>(column + typed.span) - 1].to;
    Box box = cell.lines.front().box;
    for (const TextLine& line : cell.lines) box.unite(line.box);
    if (row != row_before) {
      table.rows.emplace_back();
      table.rows.back().box = box;
      row_before = row;
    }
    table.rows.back().box.unite(box);
    if (table.rows.size() == 1 && table.rows.back().cells.empty()) table.box = box;
    table.box.unite(box);
    table.rows.back().cells.push_back(std::move(cell));
    filled.insert(column);
  }
  if (filled.size() < 2 || table.columns() < 2) return std::nullopt;
  return out;
}

}  // namespace pst::layout
