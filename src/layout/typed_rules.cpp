#include "layout/typed_rules.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "layout/cells.hpp"
#include "layout/typed_frame.hpp"
#include "layout/typed_place.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr std::size_t kMostHead = 8;    ///< lines of a head
constexpr std::size_t kMostRows = 600;  ///< lines of a table
constexpr int kShortest = 2;            ///< signs of a column's rule

/// A rule's parts, one a column: characters from `from` up to `to`.
struct Part {
  int from = 0, to = 0;
  bool operator==(const Part&) const = default;
};

/// The parts of a line of nothing but `-` or `=` and spaces; none for another line.
std::vector<Part> parts_of(std::string_view line) {
  std::vector<Part> parts;
  const std::size_t first = line.find_first_not_of(' ');
  if (first == line.npos || (line[first] != '-' && line[first] != '=')) return parts;
  const char sign = line[first];
  for (std::size_t i = first; i < line.size();) {
    const std::size_t end = std::min(line.find_first_not_of(sign, i), line.size());
    if (end == i || static_cast<int>(end - i) < kShortest) return {};
    parts.push_back({static_cast<int>(i), static_cast<int>(end)});
    i = std::min(line.find_first_not_of(' ', end), line.size());
  }
  return parts;
}

class RuleFinder {
 public:
  RuleFinder(const std::vector<std::string>& texts, const std::vector<LineInfo>& lines)
      : texts_(texts), lines_(lines) {}

  std::vector<TypedTable> run() {
    std::size_t floor = 0;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (lines_[i].klass != LineClass::furniture) continue;
      std::size_t end = i + 1;
      std::optional<TypedTable> table = frames_.begins(i) ? frames_.at(i, end) : at(i, floor);
      if (!table) {
        i = end - 1;
        continue;
      }
      i = table->last_line;
      floor = i + 1;
      out_.push_back(std::move(*table));
    }
    return std::move(out_);
  }

 private:
  bool is_text(std::size_t i) const { return i < texts_.size() && lines_[i].klass == LineClass::text; }
  bool is_blank(std::size_t i) const { return i >= texts_.size() || lines_[i].klass == LineClass::blank; }

  /// Behind the lines of text from `begin` on.
  std::size_t text_end(std::size_t begin) const {
    while (is_text(begin)) ++begin;
    return begin;
  }

  /// The next line with the rule's parts, with nothing but text and blank lines between; none where another
  /// rule stands there first.
  std::optional<std::size_t> next_rule(std::size_t from, const std::vector<Part>& parts) const {
    for (std::size_t i = from; i < texts_.size() && i - from < kMostRows; ++i) {
      if (lines_[i].page != lines_[from].page) return std::nullopt;
      if (is_text(i) || is_blank(i)) continue;
      if (parts_of(texts_[i]) == parts) return i;
      return std::nullopt;
    }
    return std::nullopt;
  }

  /// The table that the rule begins, or whose head it parts from its rows.
  std::optional<TypedTable> at(std::size_t i, std::size_t floor) const {
    const std::vector<Part> parts = parts_of(texts_[i]);
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) {
      const std::size_t rule = text_end(i + 1);
      if (rule == i + 1 || rule - i > kMostHead || rule >= texts_.size()) return std::nullopt;
      const std::vector<Part> columns = parts_of(texts_[rule]);
      if (columns.size() < 2 || columns.front().from != parts[0].from || columns.back().to != parts[0].to)
        return std::nullopt;
      const auto last = next_rule(rule + 1, parts);
      return last ? table(columns, i, i + 1, rule, *last) : std::nullopt;
    }
    if (i > floor && is_text(i - 1)) {
      const bool alone = i - 1 == floor || !is_text(i - 2);
      const std::size_t last = text_end(i + 1);
      if (!alone || last == i + 1) return std::nullopt;
      const bool closed = last < texts_.size() && !parts_of(texts_[last]).empty();
      auto found = table(parts, i - 1, i - 1, i, last);
      if (found) found->last_line = closed ? last : last - 1;
      return found;
    }
    const auto next = next_rule(i + 1, parts);
    if (!next) return std::nullopt;
    // Of three rules the second stands below the head, without a blank line.
    const auto third =
        text_end(i + 1) == *next && is_text(*next + 1) ? next_rule(*next + 1, parts) : std::nullopt;
    return third ? table(parts, i, i + 1, *next, *third) : table(parts, i, i + 1, i, *next);
  }

  /// The table of a head, from `head` up to the rule at `rule`, and of rows up to the one at `last`.
  std::optional<TypedTable> table(const std::vector<Part>& columns, std::size_t first, std::size_t head,
                                  std::size_t rule, std::size_t last) const {
    TypedCells cells;
    for (const Part& part : columns) cells.columns.push_back({part.from, part.to});
    int row = 0;
    for (std::size_t i = head; i < rule; ++i) {
      if (!add(columns, i, row, cells)) return std::nullopt;
    }
    row += rule > head;
    // Rows of several lines have blank lines between them; in reStructuredText their first cell is empty from
    // the second line on.
    bool blanks = false;
    for (std::size_t i = rule + 1; i < last; ++i) blanks = blanks || is_blank(i);
    const bool by_blanks = blanks && texts_[rule].find('=') == std::string::npos;
    bool open = false;
    for (std::size_t i = rule + 1; i < last; ++i) {
      if (!is_text(i)) {
        row += open && by_blanks;
        open = open && !by_blanks;
        continue;
      }
      const auto begins = static_cast<int>(texts_[i].find_first_not_of(' '));
      if (open && !by_blanks && begins < columns.front().to) ++row;
      if (!add(columns, i, row, cells)) return std::nullopt;
      open = true;
    }
    return typed_table(std::move(cells), lines_, first, std::min(last, texts_.size() - 1));
  }

  /// Puts the words of a line into the cells of its row; false where one stands across columns.
  bool add(const std::vector<Part>& columns, std::size_t line, int row, TypedCells& cells) const {
    for (const CellSlice& word : split_spaced(texts_[line], 1)) {
      const auto behind = std::find_if(columns.begin(), columns.end(),
                                       [&](const Part& part) { return part.from > word.start; });
      if (behind == columns.begin()) return false;
      const auto column = static_cast<int>(behind - columns.begin()) - 1;
      const int end = word.start + static_cast<int>(text::length(word.text));
      if (behind != columns.end() && end > std::prev(behind)->to) return false;
      cells.add(row, column, 1, line, word.start, word.text);
    }
    return true;
  }

  const std::vector<std::string>& texts_;
  const std::vector<LineInfo>& lines_;
  const FrameFinder frames_{texts_, lines_};
  std::vector<TypedTable> out_;
};

}  // namespace

std::vector<TypedTable> find_ruled_typing(const std::vector<std::string>& texts,
                                          std::vector<LineInfo>& lines) {
  std::vector<TypedTable> out = RuleFinder(texts, lines).run();
  for (const TypedTable& table : out) {
    for (std::size_t i = table.first_line; i <= table.last_line; ++i) {
      if (lines[i].klass == LineClass::furniture) lines[i].rule = kTableRule;
    }
  }
  return out;
}

}  // namespace pst::layout
