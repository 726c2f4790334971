#include "layout/tag_steps.hpp"

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

/// A word or a few, without a figure: no item of a list, nor its number.
bool is_label(const Cell& cell) {
  constexpr std::size_t kShortest = 3, kLongest = 30;
  const std::string& text = cell.lines.front().text;
  const std::size_t length = text::length(text);
  return cell.lines.size() == 1 && length >= kShortest && length <= kLongest &&
         text.find_first_of("0123456789") == std::string::npos;
}

/// Whether the tree reads the columns two by two, labels on the left, all the way down, but for the row that
/// heads them.
bool by_lists(const Tags& tags, const Table& table) {
  constexpr int kPair = 2;
  if (table.columns() <= kPair || table.columns() % kPair != 0) return false;
  const auto labelled = [&](const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return cell.column % kPair != 0 || is_label(cell); });
  };
  Steps steps(tags);
  const std::size_t first = labelled(table.rows.front()) ? 0 : 1;
  if (first > 0) {
    for (const Cell& cell : table.rows.front().cells) steps.add(cell);
  }
  for (int pair = 0; pair < table.columns(); pair += kPair) {
    for (std::size_t r = first; r < table.rows.size(); ++r) {
      if (!labelled(table.rows[r])) return false;
      for (const Cell& cell : table.rows[r].cells) {
        if (cell.column / kPair == pair / kPair) steps.add(cell);
      }
    }
  }
  return steps.back() == 0;
}

}  // namespace

void Steps::add(const TextLine& line) {
  words_ += line.words.size();
  for (const Word& word : line.words) {
    if (const std::int32_t block = tags_.of(word.element).block; block >= 0) add(block);
  }
}

void Steps::add(const Cell& cell) {
  for (const TextLine& line : cell.lines) add(line);
}

void Steps::add(const Table& table) {
  if (table.element >= 0) return add(table.element);
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) add(cell);
  }
}

bool is_read_by_rows(const Tags& tags, const Table& table) {
  Steps steps(tags);
  steps.add(table);
  return table.element >= 0 || steps.back() == 0 || by_lists(tags, table);
}

}  // namespace pst::layout
